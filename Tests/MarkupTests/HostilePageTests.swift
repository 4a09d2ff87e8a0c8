import Complaints
import Markup
import Testing

/// Each page is read at two sizes; the work may grow with the size, not with its square.
struct HostilePageTests {
  static let pages: [(name: String, page: @Sendable (Int) -> String)] = [
    ("deep", { many("<div>", $0) + "words" }),
    ("deep with wrong ends", { many("<div>", $0) + many("</span>", $0) + "words" }),
    ("deep with late pairs", { "<b>" + many("<div>", 2_500) + many("<b></b>", $0) + "words" }),
    ("attributes", { n in "<p " + (0..<n).map { "a\($0)=1" }.joined(separator: " ") + ">words" }),
    ("the same attribute", { "<p " + many("class=a ", $0) + ">words" }),
    ("no tag", { many("a ", $0 * 4) + "words" }),
    ("open quotes", { many("<a b=\"", $0) + "words" }),
    ("open quotes, one end", { many("<a b=\"", $0) + "c>words" }),
    ("less-than signs", { many("<", $0 * 4) + "words" }),
    ("ampersands", { many("&", $0 * 4) + "words" }),
    ("open comments", { many("<!--", $0) + "words" }),
    ("open scripts", { many("<noscript>", $0) + "words" }),
    ("open objects", { many("<object>", $0) + "</object>words" }),
    ("paragraphs", { many("<p>a", $0) + "<p>words" }),
    ("lists", { many("<ul><li>a", $0) + "<p>words" }),
    ("tables", { many("<table><tr><td>a", $0) + "<p>words" }),
    ("options", { many("<tr><option>", $0) + "words" }),
    ("hidden", { many("<i hidden>a</i>b", $0) + "words" }),
    ("names", { many("<a rel=nofollow href=b>c</a>", $0) + "words" }),
    ("long class", { "<p class='" + many("ab ", $0) + "'>words" }),
  ]

  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// Quadratic work would take hours at this size.
  @Test(.timeLimit(.minutes(3)), arguments: pages.map(\.name))
  func isReadToItsEnd(name: String) throws {
    let page = try #require(HostilePageTests.pages.first { $0.name == name }).page
    let blocks = LayoutBuilder.layout(of: page(64_000)).blocks
    // What follows a tag or an object that never ends may be lost, as in a browser.
    if !name.hasPrefix("open") {
      #expect(blocks.contains { $0.text.hasSuffix("words") })
    }
  }

  @Test func saysWhatWasCut() {
    func notes(_ html: String) -> [String] { LayoutBuilder.layout(of: html).notes }
    let attributes = (0..<1_000).map { "a\($0)=1" }.joined(separator: " ")
    #expect(notes("<p \(attributes)>words") == ["cut: 1 oversized HTML tags"])
    let deep = String(repeating: "<div>", count: 3_000)
    #expect(notes(deep + "words") == ["flattened: elements deeper than 2000"])
    #expect(notes("<p>words") == [])
  }

  @Test func randomBytesNeverCrash() {
    var generator = HostileGenerator(state: 7)
    let pieces = [
      "<", ">", "</", "<!--", "-->", "<p", " class=", "\"", "'", "=", "&", "&#", "x", ";",
      "<script>",
      "</script>", "<td>", "<title>", "</title>", "<br/>", "words ", "\u{0}", "é",
      "<time datetime=",
      "<![CDATA[", "]]>", "<pre>", "</pre>", "<a href=x>", "</a>", " hidden",
      "<meta itemprop=a content=b>",
      "<span style='display:none'>", "</span>", "<div>", "</div>", "<html>", "</body>", "\r", "😀",
    ]
    for _ in 0..<3_000 {
      let html = (0..<40).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
      let layout = LayoutBuilder.layout(of: html)
      for block in layout.blocks {
        #expect(!block.text.isEmpty)
        #expect(block.element.map { $0 < layout.elements.count } ?? true)
        #expect(block.linkedByteCount <= block.text.utf8.count)
      }
    }
  }
}

private struct HostileGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
