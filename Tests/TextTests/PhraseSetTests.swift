import Testing
import Text

struct PhraseSetTests {
  private let phrases = PhraseSet(["a", "ab", "abc", "ba", "é", "x\u{FF}", ""])

  @Test func phrasesOfOneByteAndLongerOnesOfTheSameFirstBytesAreAllFound() {
    #expect(phrases.count(in: "zabcz", limit: 9) == 3)
    #expect(phrases.count(in: "abcba é", limit: 9) == 5)
    #expect(phrases.count(in: "abcba é", limit: 2) == 2)
    #expect(phrases.count(in: "", limit: 9) == 0)
  }

  @Test func startsAndWordsAreTold() {
    #expect(phrases.isStart(of: "a"))
    #expect(phrases.isStart(of: "zba".dropFirst()))
    #expect(!phrases.isStart(of: "b"))
    #expect(!phrases.isStart(of: "zab"))
    #expect(!phrases.isStart(of: ""))
    #expect(phrases.occursAsWords(in: "to ba."))
    #expect(!phrases.occursAsWords(in: "bab xabc"))
    #expect(!phrases.occurs(in: "xyz b"))
    #expect(!PhraseSet([]).occurs(in: "anything"))
  }

  @Test(arguments: [
    ("", ""), (" \t\n", ""), ("  Two \t WORDS\u{0B}here ", "two words here"),
    ("GRÜSSE\u{A0} an\u{2003}Ana ", "grüsse an ana"), ("a b", "a b"),
  ])
  func bytesAndTextFoldAlike(text: String, folded: String) {
    #expect(foldedForIdentity(text) == folded)
    #expect(foldedForIdentity(Array(text.utf8)[...]) == folded)
    #expect(foldedForIdentity(("x" + text).dropFirst()) == folded)
  }

  @Test func bytesOfATextAreFound() {
    #expect("a\rb".contains(byte: 0x0D))
    #expect(!"ab".contains(byte: 0x0D))
    #expect(!"".contains(byte: 0))
  }
}
