import Complaints
import Ingest
import Testing

@testable import Voices

struct EntryVoicesTests {
  private static let organisation = Organisation(
    names: ["Marlow Cycles"], domains: ["marlow-cycles.example"])

  private func verbatims(_ entries: [Entry], identity: Fingerprint = Fingerprint(high: 1, low: 2))
    -> [Verbatim]
  {
    var document = Document(
      identity: identity, source: SourceReference(name: "blog.xml", ordinal: 3, range: 0..<9),
      channel: .web, title: "Late", contents: [])
    document.entries = entries
    return VoiceReader(organisation: EntryVoicesTests.organisation).verbatims(of: document)
  }

  private func entry(
    _ part: Part, _ blocks: [(Block.Kind, String)], key: String? = nil, name: String? = "Ana",
    address: String? = nil
  ) -> Entry {
    var layout = Layout()
    layout.blocks = blocks.map { Block(kind: $0.0, text: $0.1, element: nil) }
    var entry = Entry(part: part, key: key, words: layout)
    entry.author = Party(name: name, address: address)
    return entry
  }

  @Test func thePostAndEachCommentAreVerbatims() {
    var reply = entry(.comment, [(.paragraph, "Mine too.")], key: "comment-2", name: "Bo")
    reply.parent = "comment-1"
    let verbatims = verbatims([
      entry(.post, [(.heading(2), "Day one"), (.paragraph, "The part was not there.")]), reply,
    ])
    #expect(verbatims.map(\.part) == [.post, .comment])
    #expect(verbatims.map(\.text) == ["Day one\n\nThe part was not there.", "Mine too."])
    #expect(verbatims[0].passages.map(\.kind) == [.heading, .body])
    #expect(verbatims[1].key == "comment-2" && verbatims[1].parent == "comment-1")
    #expect(verbatims[1].author?.name == "Bo" && verbatims[1].title == "Late")
  }

  /// A comment has one id in the page, in the export and in the feed of comments.
  @Test func aCommentHasTheSameIDInPageAndExport() throws {
    let html = """
      <link rel=canonical href=https://a.example/1/>\(PageVoicesTests.post)
      <ol class=comment-list><li class=comment id=comment-12><cite class=fn>Bo</cite><p>Mine too.</p></li></ol>
      """
    let page = try PageVoicesTests.verbatims(html)
    let export = verbatims(
      [entry(.comment, [(.paragraph, "Mine too.")], key: "comment-12")],
      identity: try #require(page.first).document)
    #expect(page.last?.id == export.first?.id)
  }

  /// Pingbacks and comments nobody published are marked and never read for failures (P55).
  @Test func excludedCommentsAreMarkedAndNotRead() {
    var spam = entry(.comment, [(.paragraph, "Buy now.")], key: "comment-1")
    spam.exclusion = "not published: spam"
    let verbatims = verbatims([spam])
    #expect(verbatims.map(\.documentClass) == [.bulk])
    #expect(verbatims.map(\.warnings) == [["not published: spam"]])
  }

  @Test func quotationsAndFurnitureAreLabelled() {
    let verbatims = verbatims([
      entry(.comment, [(.quote, "Nobody rang."), (.paragraph, "I believe it.")], key: "comment-1"),
      entry(
        .post, [(.paragraph, "Words."), (.paragraph, "The post Late appeared first on Blog.")]),
    ])
    #expect(
      verbatims.map { $0.passages.map(\.kind) } == [[.quoted, .body], [.body, .boilerplate]])
  }

  @Test func ownPeopleAreStaffAndRepeatedEntriesAreOne() {
    let own = entry(
      .comment, [(.paragraph, "Sorry.")], key: "comment-1", address: "jo@marlow-cycles.example")
    let verbatims = verbatims([own, own, entry(.comment, [(.paragraph, "…")], key: "comment-2")])
    #expect(verbatims.map(\.role) == [.staff])
  }
}
