import Complaints
import Testing

@testable import Voices

struct PagePostTests {
  private let sentences = [
    "I booked a repair and took the morning off, and when I came the part was not there.",
    "Nobody had looked whether it was on the shelf, and nobody rang me to tell me so.",
    "Ten days later I asked again, and was told that it might be another ten days.",
  ]

  private func post(_ html: String) throws -> Verbatim {
    try #require(try PageVoicesTests.verbatims(html).first { $0.part == .post })
  }

  private func words(_ verbatim: Verbatim, _ kind: PassageKind) -> [String] {
    let bytes = Array(verbatim.text.utf8)
    return verbatim.passages.filter { $0.kind == kind }
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  private var paragraphs: String { sentences.map { "<p>\($0)</p>" }.joined() }

  @Test(arguments: [
    "<div class=entry-content>%</div>", "<article>%</article>", "<div><div class=x>%</div></div>",
    "<table><tr><td>Menu<td>%</table>", "<form><div id=a>%</div></form>", "<main>%</main>",
    "<div class=sidebar-wrap><div class=text>%</div></div>", "%",
  ])
  func findsThePostInManyMarkups(frame: String) throws {
    let around = """
      <nav><ul><li><a href=/>Home</a><li><a href=/a>About us</a></ul></nav>
      \(frame.replacing("%", with: paragraphs))
      <div class=sidebar><p>Last week we wrote about a tea kettle that never boils, read it here now.</p></div>
      <div id=cookie-banner><p>We use cookies to make this page better, and you can say no to them.</p></div>
      <footer><p>All words on this page belong to those who wrote them, ask before you copy.</p></footer>
      """
    let verbatim = try post(around)
    #expect(words(verbatim, .body).joined(separator: "\n\n") == sentences.joined(separator: "\n\n"))
    #expect(!verbatim.text.contains("kettle") && !verbatim.text.contains("cookies"))
  }

  @Test func labelsHeadingsAndFurnitureInsideThePost() throws {
    let verbatim = try post(
      """
      <article class=post><h1>No part</h1>\(paragraphs)<h2>Afterwards</h2><ul><li>One thing was said twice.
      <li>Another thing was never said.</ul><p>That was the end of the story of my repair, so far.</p>
      <div class=sharedaddy><h3>Share this:</h3><a href=#>Facebook</a></div></article>
      """)
    #expect(words(verbatim, .heading) == ["No part", "Afterwards"])
    #expect(words(verbatim, .boilerplate) == ["Share this:\n\nFacebook"])
    #expect(
      verbatim.text.contains("One thing was said twice.\nAnother thing was never said.\n\nThat"))
  }

  @Test func passagesAreInOrderAndCoverTheirWords() throws {
    let verbatim = try post(
      "<article><h1>Töne</h1>\(paragraphs)<p>Käse – 😀 zum Schluß, und nun genug.</p></article>")
    var end = 0
    for passage in verbatim.passages {
      #expect(passage.range.lowerBound >= end && !passage.range.isEmpty)
      end = passage.range.upperBound
    }
    #expect(end == verbatim.text.utf8.count)
  }

  @Test(arguments: [
    "<p>Late again!</p>", "<h1>Late again!</h1>", "<div>Late again!</div>", "Late again!",
    "<table><tr><td>Late again!</table>",
  ])
  func aPageWithFewWordsGivesThemAll(html: String) throws {
    #expect(try post(html).text == "Late again!")
  }

  @Test func hiddenTextIsNotPartOfThePost() throws {
    let verbatim = try post(
      "<article>\(paragraphs)<p style='display:none'>Buy one now and pay later, hurry up.</p></article>"
    )
    #expect(!verbatim.text.contains("Buy one"))
  }

  @Test(
    .timeLimit(.minutes(3)),
    arguments: [
      ("<div class=comment id=comment-%><cite>A</cite><p>b c", "</div>"),
      ("<div class=comments><div class=comment-%><p>b 3 May 2026", ""),
      ("<div class=share><p>b", ""),
      ("<ul><li class=comment id=comment-%>b", ""), ("<p class=comment-content>a sentence.", ""),
    ])
  func hostilePagesEnd(start: String, end: String) throws {
    // Quadratic work would take hours at this size.
    let html = (0..<64_000).map { start.replacing("%", with: "\($0)") + end }.joined()
    let verbatims = try PageVoicesTests.verbatims(html)
    #expect(!verbatims.isEmpty)
  }
}
