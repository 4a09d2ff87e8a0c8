import Testing
import Text

struct AddressPatternTests {
  private let pattern = AddressPattern("ana.quill@example.net")

  @Test(arguments: [
    ("in/Ana.Quill@Example.NET.pdf", "in/[erased].pdf"),
    ("ana.quill@example.net", "[erased]"),
    ("mail/ana.quill@example.net/7#2!1", "mail/[erased]/7#2!1"),
    ("in/ana.quill@example.net.mbox.gz", "in/[erased].mbox.gz"),
    ("a.zip/'ana.quill@example.net'.eml", "a.zip/'[erased]'.eml"),
    ("to ana.quill@example.net. And ANA.QUILL@example.net!", "to [erased]. And [erased]!"),
    (#"{"note":"Ask\nana.quill@example.net"}"#, #"{"note":"Ask\n[erased]"}"#),
    ("x_2 ana.quill@example.net_2026", "x_2 [erased]_2026"),
    ("ana.quill@example.net.gz", "[erased].gz"), ("x@ana.quill@example.net", "x@[erased]"),
  ])
  func theAddressIsFoundWhateverStandsAroundIt(words: String, blackened: String) {
    #expect(pattern.blackened(words) == blackened)
    #expect(pattern.stands(in: words) && !pattern.isPart(of: words))
  }

  @Test(arguments: [
    "in/joana.quill@example.net.pdf", "jo.ana.quill@example.net", "o'ana.quill@example.net",
    "x-ana.quill@example.net", "x_ana.quill@example.net", "x+ana.quill@example.net",
    "ana.quill@example.net.uk", "in/ana.quill@example.net.au.mbox", "ana.quill@example.net.com",
    "ana.quill@example.network", "ana.quill@example.net-shop.example", "éana.quill@example.net",
    #"C:\\nana.quill@example.net"#, "e\u{301}ana.quill@example.net",
  ])
  func anAddressOfSomebodyElseIsNot(words: String) {
    #expect(pattern.blackened(words) == words)
    #expect(!pattern.stands(in: words) && pattern.isPart(of: words))
  }

  @Test(arguments: ["", "@", "ana.quill", "ana.quill at example.net", "anaXquill@example.net"])
  func othersWordsHoldNothingOfIt(words: String) {
    #expect(!pattern.stands(in: words) && !pattern.isPart(of: words))
  }
}
