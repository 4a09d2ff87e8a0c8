import Complaints
import Ingest
import Testing

@testable import Voices

struct PageVoicesTests {
  static let organisation = Organisation(
    names: ["Marlow Cycles"], domains: ["marlow-cycles.example"])

  static func verbatims(_ html: String, name: String = "page.html") throws -> [Verbatim] {
    let bytes = Array(html.utf8)
    let item = Item(
      source: SourceReference(name: name, range: 0..<bytes.count), form: .page, bytes: bytes,
      outerDate: nil)
    return try PageReader().read(item).flatMap {
      PageVoices.verbatims(of: $0, organisation: organisation)
    }
  }

  static let post = """
    <div class=entry-content><p>I booked a repair and took the morning off, and the part was not there.</p>
    <p>Nobody had looked whether it was on the shelf, and nobody rang me.</p></div>
    """

  /// A page in which two readers say the same in several kinds of mark-up.
  static let markups: [String: String] = [
    "classic": """
    <ol class=commentlist><li class="comment even" id=comment-12><div id=div-comment-12 class=comment-body>
    <div class="comment-author vcard"><cite class=fn>Ana</cite> <span class=says>says:</span></div>
    <div class=comment-meta><a href=#comment-12>3 May 2026 at 9:41 pm</a></div><p>Mine never came either.</p>
    <div class=reply><a class=comment-reply-link href=#>Reply</a></div></div>
    <ul class=children><li class=comment id=comment-13><div class=comment-body><div class="comment-author vcard">
    <cite class=fn>Bo</cite></div><p>The same here.</p></div></li></ul></li></ol>
    """,
    "html5": """
    <ol class=comment-list><li class=comment id=comment-12><article class=comment-body><footer class=comment-meta>
    <b class=fn>Ana</b> <span>says:</span> <time datetime=2026-05-03T21:41>May 3</time></footer>
    <div class=comment-content><p>Mine never came either.</p></div><div class=reply><a href=#>Reply</a></div></article>
    <ol class=children><li class=comment id=comment-13><article class=comment-body><footer class=comment-meta>
    <b class=fn>Bo</b></footer><div class=comment-content><p>The same here.</p></div></article></li></ol></li></ol>
    """,
    "blogger": """
    <div id=comments><ol><li class=comment id=c8123456789012><div class=comment-block><div class=comment-header>
    <cite class=user><a rel=nofollow href=x>Ana</a></cite><span class="datetime"><a rel=nofollow href=x>3 May 2026 at
    21:41</a></span></div><p class=comment-content>Mine never came either.</p><span class=comment-actions><a>Reply</a>
    </span></div><div class=comment-replies><ol><li class=comment id=c8123456789013><div class=comment-block>
    <div class=comment-header><cite class=user>Bo</cite></div><p class=comment-content>The same here.</p></div></li></ol>
    </div></li></ol></div>
    """,
    "microdata": """
    <section><div itemprop=comment itemscope itemtype=https://schema.org/Comment id=k12><span itemprop=author>Ana</span>
    <meta itemprop=dateCreated content=2026-05-03T21:41:00Z><p itemprop=text>Mine never came either.</p>
    <div itemprop=comment itemscope itemtype=https://schema.org/Comment id=k13><span itemprop=author>Bo</span>
    <p itemprop=text>The same here.</p></div></div></section>
    """,
    "microformats": """
    <ol><li class="u-comment h-cite" id=reply-12><a class="p-author h-card" href=#>Ana</a>
    <time class=dt-published datetime=2026-05-03T21:41Z>May</time><div class="e-content p-name"><p>Mine never came
    either.</p></div><ol class=replies><li class="u-comment h-cite" id=reply-13><a class="p-author h-card">Bo</a>
    <div class="e-content p-name"><p>The same here.</p></div></li></ol></li></ol>
    """,
    "site's own names": """
    <div class=box><div class=commentsCon id=x12><div class=left><p class=commentAuthor>Ana</p>
    <p class=commentDate>3. Mai 2026, 21:41</p><p class=commentText>Mine never came either.</p></div></div>
    <div class=commentsCon id=x13><div class=left><p class=commentAuthor>Bo</p><p class=commentDate>4. Mai 2026</p>
    <p class=commentText>The same here.</p></div></div></div>
    """,
    "no names": """
    <div id=comments><h3>2 comments</h3><div class=a><b>Ana</b> wrote on 3 May 2026, 21:41<br><div>Mine never came
    either.</div></div><div class=a><b>Bo</b> wrote on 4 May 2026<br><div>The same here.</div></div></div>
    """,
  ]

  @Test(arguments: markups.keys.sorted())
  func eachReadersCommentIsItsOwnVerbatim(name: String) throws {
    let html = try #require(PageVoicesTests.markups[name])
    let verbatims = try PageVoicesTests.verbatims(PageVoicesTests.post + html)
    try #require(verbatims.map(\.part) == [.post, .comment, .comment])
    #expect(verbatims.map(\.text).dropFirst() == ["Mine never came either.", "The same here."])
    #expect(verbatims.map(\.author?.name).dropFirst() == ["Ana", "Bo"])
    #expect(verbatims[1].received?.description == "2026-05-03T21:41:00Z")
    #expect(Set(verbatims.map(\.id)).count == 3)
    #expect(!verbatims[0].text.contains("never came"))
    #expect(verbatims.allSatisfy { $0.role == .customer })
    if name != "no names", name != "site's own names" {
      #expect(verbatims[2].parent == verbatims[1].key && verbatims[1].key != nil)
    }
  }

  @Test(arguments: [
    ("comment-12", "comment-12"), ("li-comment-12", "comment-12"), ("div-comment-12", "comment-12"),
    ("cmt12", "cmt12"), ("comment_5f3a9c27ab", "comment_5f3a9c27ab"), ("Comment12", "Comment12"),
  ])
  func readsACommentsOwnID(id: String, key: String) {
    #expect(CommentNames.key(fromID: id) == key)
  }

  @Test(arguments: [
    "comments", "comment", "respond-comment-1", "comment-form-12", "post-12", "12", "",
  ])
  func otherIDsAreNoComments(id: String) {
    #expect(CommentNames.key(fromID: id) == nil)
  }

  @Test(arguments: [
    "<div id=respond class=comment-respond><h3>Leave a Reply</h3><form id=commentform class=comment-form>"
      + "<p class=comment-notes>Your address will not be published.</p><label class=comment-form-author>Name"
      + "</label></form></div>",
    "<ul class=recentcomments><li class=comment><span class=author>Bo</span>: The same here.</li></ul>",
    "<div class=comments><div class=comment-content>Please log in to comment.</div></div>",
    "<pre><div class=comment>// a note of 3 May 2026</div></pre>",
    "<p class=comment-count>12 Comments</p>", "<a class=comment href=#>Bo wrote on 3 May 2026</a>",
  ])
  func p53FormsCountsAndSideColumnsAreNoComments(html: String) throws {
    let verbatims = try PageVoicesTests.verbatims(PageVoicesTests.post + html)
    #expect(verbatims.map(\.part) == [.post])
    #expect(verbatims[0].passages.contains { $0.kind == .body })
  }

  @Test func p52ACommentsOwnWordsExcludeTheAnswers() throws {
    let html = try #require(PageVoicesTests.markups["classic"])
    let verbatims = try PageVoicesTests.verbatims(html)
    let comment = try #require(verbatims.first { $0.key == "comment-12" })
    #expect(comment.text == "Mine never came either.")
  }

  @Test func p58TellsThatCommentsAreElsewhereOnlyWithoutComments() throws {
    let script = "<div id=disqus_thread></div>"
    let note = "comments elsewhere: disqus"
    #expect(try PageVoicesTests.verbatims(PageVoicesTests.post + script)[0].warnings == [note])
    let html = try #require(PageVoicesTests.markups["html5"])
    let verbatims = try PageVoicesTests.verbatims(PageVoicesTests.post + html + script)
    #expect(verbatims.allSatisfy { $0.warnings.isEmpty })
  }

  @Test func quotationsInCommentsAreNotTheReadersOwn() throws {
    let verbatims = try PageVoicesTests.verbatims(
      PageVoicesTests.post + """
        <ol class=commentlist><li class=comment id=comment-1><cite class=fn>Ana</cite>
        <blockquote>Nobody rang me.</blockquote><p>I believe it.</p></li></ol>
        """)
    try #require(verbatims.count == 2)
    #expect(verbatims[1].text == "Nobody rang me.\n\nI believe it.")
    #expect(verbatims[1].passages.map(\.kind) == [.quoted, .body])
  }

  @Test func removedCommentsAreNobodysWords() throws {
    let verbatims = try PageVoicesTests.verbatims(
      PageVoicesTests.post + "<ol><li class=comment id=comment-1><cite>Ana</cite>"
        + "<p>This comment has been removed by the author.</p></li></ol>")
    #expect(verbatims.map(\.part) == [.post])
  }

  @Test(arguments: ["Marlow Cycles", "Aled (Marlow Cycles)", "Aled from Marlow Cycles"])
  func theOrganisationsOwnPeopleAreStaff(name: String) throws {
    let verbatims = try PageVoicesTests.verbatims(
      PageVoicesTests.post
        + "<ol><li class=comment id=comment-1><cite>\(name)</cite><p>We are sorry.</p></li></ol>")
    try #require(verbatims.count == 2)
    #expect(verbatims[1].role == .staff)
    #expect(verbatims[1].passages.allSatisfy { $0.role == .staff })
  }

  @Test func theAuthorOfAnOwnPageIsStaff() throws {
    let head =
      "<link rel=canonical href=https://news.marlow-cycles.example/1><meta name=author content=Jo>"
    #expect(try PageVoicesTests.verbatims(head + PageVoicesTests.post)[0].role == .staff)
    let other =
      "<link rel=canonical href=https://notmarlow-cycles.example/1><meta name=author content=Jo>"
    #expect(try PageVoicesTests.verbatims(other + PageVoicesTests.post)[0].role == .customer)
  }

  @Test func idsDoNotDependOnTheOrder() throws {
    func ids(_ comments: [String]) throws -> Set<Fingerprint> {
      let list = comments.map {
        "<div class=comment><cite class=fn>\($0)</cite><p>Words of \($0), long enough.</p></div>"
      }
      return Set(try PageVoicesTests.verbatims(PageVoicesTests.post + list.joined()).map(\.id))
    }
    let once = try ids(["Ana", "Bo"])
    #expect(once.count == 3)
    #expect(try ids(["Cy", "Bo", "Ana"]).isSuperset(of: once))
    #expect(try ids(["Ana", "Ana", "Bo"]) == once)
  }
}
