import Complaints
import Markup
import Testing

struct LayoutBuilderTests {
  private func texts(_ html: String) -> [String] {
    LayoutBuilder.layout(of: html).blocks.map(\.text)
  }

  @Test(arguments: [
    ("<p>Two\n  words</p>", ["Two words"]),
    ("<p>first<br>second <br/> third</p>", ["first\nsecond\nthird"]),
    ("<p>one<p>two<div>three</div>four", ["one", "two", "three", "four"]),
    ("<p>in<b>side</b> <i>words</i></p>", ["inside words"]),
    ("<pre>\nline  1\r\n  line 2\n</pre>", ["line  1\n  line 2"]),
    ("<table><tr><td>a<td>b<tr><th>c</table>", ["a", "b", "c"]),
    ("<p>a&nbsp;b</p><p>&nbsp;</p><p>\u{200B}\u{34F}</p>", ["a\u{A0}b"]),
    ("<img alt='not words'><p>words", ["words"]),
    ("<span style='display:block'>own</span>line", ["own", "line"]),
    ("no tags at all", ["no tags at all"]), ("", []), ("<", ["<"]), ("&", ["&"]),
  ])
  func foldsWhiteSpaceAndEndsBlocksAsABrowser(html: String, expected: [String]) {
    #expect(texts(html) == expected)
  }

  @Test func saysWhatABlockIs() {
    let html = """
      <h2>Title</h2><p>para<ul><li>item<li><p>item in p</ul><blockquote>said<p>said more</blockquote>
      <table><caption>cap</caption><td>cell<td><p>para in cell</table><button>Send</button>
      <pre>code</pre><dl><dt>term<dd>meaning</dl><select><option>one</select>
      """
    let kinds = LayoutBuilder.layout(of: html).blocks.map(\.kind)
    #expect(
      kinds == [
        .heading(2), .paragraph, .listItem, .listItem, .quote, .quote, .caption, .cell, .paragraph,
        .control, .preformatted, .listItem, .listItem, .control,
      ])
  }

  @Test func namesTheElementThatHoldsTheWholeText() throws {
    let layout = LayoutBuilder.layout(
      of: "<div id=a class='x y'><p><b>all bold</b></p><p>half <b>bold</b></p></div>")
    let elements = try layout.blocks.map { layout.elements[try #require($0.element)].tag }
    #expect(elements == ["b", "p"])
    let outer = try #require(layout.ancestor(of: layout.blocks[0].element) { $0.id == "a" })
    #expect(layout.elements[outer].classes == ["x", "y"])
    #expect(layout.ancestor(of: layout.blocks[1].element) { $0.id == "a" } == outer)
    for (index, element) in layout.elements.enumerated() {
      #expect(element.parent.map { $0 < index } ?? true)
    }
  }

  @Test func countsBytesInsideLinks() {
    let blocks = LayoutBuilder.layout(of: "<p>see <a href=x>thé page</a> <a name=y>here</a>").blocks
    #expect(blocks.map(\.linkedByteCount) == ["thé page".utf8.count + 1])
  }

  @Test func keepsWordsOfInlineElementsThatNameAuthorsAndDates() {
    let layout = LayoutBuilder.layout(
      of: """
        <p><cite class=fn>Ana</cite> wrote on <time datetime=2026-11-17>Tuesday</time>:
        <b>no</b> reply</p>
        """)
    #expect(layout.blocks.map(\.text) == ["Ana wrote on Tuesday: no reply"])
    let labels = layout.elements.compactMap { $0.attributes["#text"] }
    #expect(labels == ["Ana", "Tuesday"])
    #expect(layout.elements.contains { $0.attributes["datetime"] == "2026-11-17" })
    #expect(!layout.elements.contains { $0.tag == "b" })
  }

  @Test func keepsDataWithoutWords() {
    let layout = LayoutBuilder.layout(
      of: "<div itemprop=comment><meta itemprop=datePublished content=2026-01-02>words</div>")
    #expect(layout.elements.contains { $0.attributes["content"] == "2026-01-02" })
  }

  @Test(arguments: [
    "display:none", "DISPLAY : NONE !important", "visibility:hidden", "font-size:0px",
    "max-height:0;overflow:hidden", "mso-hide:all", "opacity:0.0",
  ])
  func marksHiddenText(style: String) {
    let blocks = LayoutBuilder.layout(
      of: "<p>seen<span style='\(style)'>preview</span> words</p>"
    ).blocks
    #expect(blocks.map(\.text) == ["seen words", "preview"])
    #expect(blocks.map(\.isHidden) == [false, true])
  }

  @Test(arguments: ["font-size:0.9em", "opacity:.5", "display:inline", "max-height:100px", ""])
  func leavesSeenTextSeen(style: String) {
    let blocks = LayoutBuilder.layout(of: "<p style='\(style)'>seen</p>").blocks
    #expect(blocks.map(\.isHidden) == [false])
  }

  @Test func readsWhatAPageSaysOfItself() {
    let layout = LayoutBuilder.layout(
      of: """
        <html lang=en-GB><head><title>No &amp; reply\n again</title>
        <link rel=canonical href='https://example.org/a?b&amp;c'>
        <meta property=article:published_time content='2026-11-17T08:12:00Z'>
        <script type='application/ld+json'>{"@graph":[{"@type":"Article",
        "author":{"@type":"Person","name":"Ana Ruiz"},"datePublished":"2020-01-01"}]}</script>
        </head><body>words
        """)
    #expect(layout.title == "No & reply again")
    #expect(layout.address == "https://example.org/a?b&c")
    #expect(layout.published == "2026-11-17T08:12:00Z")
    #expect(layout.author == "Ana Ruiz")
    #expect(layout.language == "en-GB")
    #expect(layout.blocks.map(\.text) == ["words"])
  }

  @Test(arguments: [
    ("<div id=disqus_thread></div>", "disqus"),
    ("<script>s.src='//x.disqus.com/embed.js'</script>", "disqus"),
    ("<div class=fb-comments></div>", "facebook"),
  ])
  func p58TellsOfCommentsThatLoadByScript(html: String, service: String) {
    #expect(LayoutBuilder.layout(of: html).notes == ["comments elsewhere: \(service)"])
  }
}
