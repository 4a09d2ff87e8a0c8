import Complaints
import Testing

@testable import Voices

/// Mark-up of more page programs, in which two readers say the same.
struct PageMarkupTests {
  private static let words = "Mine never came either."
  private static let others = "The same here."

  static let markups: [String: String] = [
    "lists of heads and words": """
    <dl id=comments-block><dt class=comment-author id=c812345678901><a href=x rel=nofollow>Ana</a> said...</dt>
    <dd class=comment-body><p>\(words)</p></dd><dd class=comment-footer><span class=comment-timestamp><a href=x>3 May 2026
    at 21:41</a></span></dd><dt class=comment-author id=c812345678902><a href=x rel=nofollow>Bo</a> said...</dt>
    <dd class=comment-body><p>\(others)</p></dd><dd class=comment-footer>4 May 2026 at 21:41</dd></dl>
    """,
    "numbered terms": """
    <dl class=commentlist><dt id=comment-12><cite>Ana</cite> wrote: <small>May 3rd, 2026 at 9:41 pm</small></dt>
    <dd><p>\(words)</p></dd><dt id=comment-13><cite>Bo</cite> wrote:</dt><dd><p>\(others)</p></dd></dl>
    """,
    "a wrapper named like a comment": """
    <section id=comments class=comment-wrapper><h2>Comments</h2><article class="comment clearfix"><header>
    <p class=comment-submitter><span class=username>Ana</span> - 3 May 2026 - 21:41</p></header><div class=content>
    <p>\(words)</p></div></article><div class=indented><article class="comment clearfix"><header><p class=comment-submitter>
    <span class=username>Bo</span> - 4 May 2026</p></header><div class=content><p>\(others)</p></div></article></div></section>
    """,
    "heads below the words": """
    <div class=comments><div class=comment id=c1001><p class=comment-content>\(words)</p><p class=comment-footer>Posted by:
    Ana | May 3, 2026 9:41 PM</p></div><div class=comment id=c1002><p class=comment-content>\(others)</p>
    <p class=comment-footer>Posted by Bo at May 4, 2026 9:41 PM</p></div></div>
    """,
    "folded boxes": """
    <div class=CommentBox><details class=CommentBox open><summary><p class=CommentPoster>
    Posted May 3, 2026 21:41 UTC (Sun) by <b>Ana</b></p></summary><div class=FormattedComment><p>\(words)</p></div>
    </details><details class=CommentBox open><summary><p class=CommentPoster>Posted May 4,
    2026 21:41 UTC (Mon) by <b>Bo</b></p></summary><div class=FormattedComment><p>\(others)</p></div></details></div>
    """,
    "alternating rows": """
    <div class=itemComments><ul class=itemCommentsList><li class=even><span class=commentDate>Sunday, 03 May 2026 21:41</span>
    <span class=commentAuthorName>posted by Ana</span><p>\(words)</p></li><li class=odd><span class=commentDate>Monday, 04 May
    2026 21:41</span><span class=commentAuthorName>posted by Bo</span><p>\(others)</p></li></ul></div>
    """,
    "names with hashes": """
    <section class=Comments_list__x7Gd2><div class=Comment_root__a3xq><div class=Comment_header__z9kk><span
    class=Comment_author__q77a>Ana</span><time datetime=2026-05-03T21:41:00Z>1d</time></div><div class=Comment_body__w4op>
    \(words)</div></div><div class=Comment_root__a3xq><div class=Comment_header__z9kk><span class=Comment_author__q77a>Bo</span>
    </div><div class=Comment_body__w4op>\(others)</div></div></section>
    """,
    "items named like lists": """
    <figure class=comments><ul class=commentsLists><li class=commentsList><div class=listInfo><div class=listAuthor>Ana</div>
    <div class=listDate>2026-05-03 21:41</div></div><div class=listContent><div class=content>\(words)</div></div></li>
    <li class=commentsList><div class=listInfo><div class=listAuthor>Bo</div><div class=listDate>2026-05-04 21:41</div></div>
    <div class=listContent><div class=content>\(others)</div></div></li></ul></figure>
    """,
    "Polish": """
    <div id=komentarze><h3>Komentarze (2)</h3><div class=komentarz><div class=autor>Ana</div><span class=date>2026-05-03 21:41
    </span><div class=text>\(words)</div></div><div class=komentarz><div class=autor>Bo</div><span class=date>2026-05-04</span>
    <div class=text>\(others)</div></div></div>
    """,
    "French": """
    <ol class=commentaires-liste><li class=commentaire id=commentaire-12><p class=auteur>Ana</p><p class=date>3 mai 2026 à
    21:41</p><div class=texte>\(words)</div></li><li class=commentaire id=commentaire-13><p class=auteur>Bo</p>
    <div class=texte>\(others)</div></li></ol>
    """,
    "a site's prefix": """
    <div id=c1001 class=daylight_comment><div class=daylight_commentBody>\(words)</div><div class=daylight_comment_source><span
    class=author>Ana</span> on <time datetime=2026-05-03T21:41>May 3</time></div></div><div id=c1002 class=daylight_comment>
    <div class=daylight_commentBody>\(others)</div><div class=daylight_comment_source><span class=author>Bo</span></div></div>
    """,
    "reviews": """
    <div itemprop=review itemscope itemtype=https://schema.org/Review><span itemprop=author>Ana</span><meta
    itemprop=datePublished content=2026-05-03T21:41:00Z><p itemprop=reviewBody>\(words)</p></div><div itemprop=review itemscope
    itemtype=https://schema.org/Review><span itemprop=author>Bo</span><p itemprop=reviewBody>\(others)</p></div>
    """,
    "a body with author and date beside the words": """
    <div class=comment id=comment-12><div class=comment-text><span class=author>Ana</span> <span class=date>May 3, 2026 - 9:41
    pm</span><div class=comment-content><p>\(words)</p></div></div></div><div class=comment id=comment-13><div
    class=comment-text><span class=author>Bo</span><div class=comment-content><p>\(others)</p></div></div></div>
    """,
    "tables": """
    <table id=comments><tr><td class=comment><b>Ana</b> - 3 May 2026 21:41<br>\(words)</td></tr><tr><td class=comment><b>Bo</b>
    - 4 May 2026<br>\(others)</td></tr></table>
    """,
  ]

  @Test(arguments: markups.keys.sorted())
  func eachReadersCommentIsItsOwnVerbatim(name: String) throws {
    let html = try #require(PageMarkupTests.markups[name])
    let verbatims = try PageVoicesTests.verbatims(PageVoicesTests.post + html)
    #expect(verbatims.map(\.part) == [.post, .comment, .comment])
    #expect(verbatims.map(\.text).dropFirst() == [PageMarkupTests.words, PageMarkupTests.others])
    #expect(verbatims.map(\.author?.name).dropFirst() == ["Ana", "Bo"])
    #expect(verbatims.dropFirst().first?.received?.description == "2026-05-03T21:41:00Z")
    #expect(verbatims.first?.text.contains("never came") == false)
  }

  /// Pages that call everything a comment give every text once, the first one too (P54).
  @Test func discussionsOfNothingButCommentsGiveEveryTextOnce() throws {
    let items = ["The part was not there.", "Nobody rang me.", "The same here."].enumerated().map {
      """
      <div class="timeline-comment-group" id="issuecomment-\(9_000 + $0.offset)"><div class="timeline-comment comment">
      <h3 class=timeline-comment-header><strong><a class=author href=/ana>ana</a></strong> commented <time
      datetime=2026-05-03T21:41:00Z>May 3</time></h3><div class=edit-comment-hide><table><tr><td class="comment-body">
      <p>\($0.element)</p></td></tr></table></div></div></div>
      """
    }
    let verbatims = try PageVoicesTests.verbatims("<h1>Late</h1><div>\(items.joined())</div>")
    let text = verbatims.map(\.text).joined(separator: "\n")
    for words in ["not there", "rang me", "same here"] {
      #expect(text.ranges(of: words).count == 1)
    }
    #expect(verbatims.count { $0.part == .comment } == 3)
  }

  /// What a page shows before a script fills it in, and one review that is the page (P53).
  @Test(arguments: [
    "<div class='comments-list main' itemscope itemtype=http://schema.org/UserComments style='display:none'>"
      + "<h3>All comments</h3><a class=more>Show more comments (<i>20</i>)</a><ul></ul></div>",
    "<div itemscope itemtype=https://schema.org/Review><p itemprop=reviewBody>It was late, and the part was not there.</p></div>",
  ])
  func templatesAndASingleReviewAreNoComments(html: String) throws {
    #expect(try PageVoicesTests.verbatims(PageVoicesTests.post + html).map(\.part) == [.post])
  }
}
