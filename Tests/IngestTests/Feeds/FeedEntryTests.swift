import Complaints
import Testing
import Text

@testable import Ingest

struct FeedEntryTests {
  private func document(_ text: String) throws -> Document {
    try #require(try SampleFeed.documents(text).first)
  }

  @Test func anExportGivesThePostAndEachReadersComment() throws {
    let comments =
      SampleFeed.comment(12, "Mine never came either.")
      + SampleFeed.comment(13, "Same.\nHere.", parent: 12)
    let document = try document(
      SampleFeed.rss(
        SampleFeed.item(7, "The part was <b>not</b> there.\n\nNobody rang.", rest: comments)))
    #expect(document.title == "Repair & part 7")
    #expect(document.channel == .web)
    #expect(document.authors == [Party(name: "Ana Ruiz", address: "ana@marlow.example")])
    #expect(document.received?.description == "2026-05-02T08:00:00Z")
    #expect(document.entries.map(\.part) == [.post, .comment, .comment])
    #expect(
      document.entries.map(SampleFeed.words) == [
        "The part was not there.\n\nNobody rang.", "Mine never came either.", "Same.\nHere.",
      ])
    #expect(document.entries.map(\.key) == [nil, "comment-12", "comment-13"])
    #expect(document.entries.map(\.parent) == [nil, nil, "comment-12"])
    #expect(document.entries[1].author == Party(name: "Bo 12", address: "bo12@example.org"))
    #expect(document.entries[1].received?.description == "2026-05-03T21:41:00Z")
  }

  @Test(arguments: [
    ("1", "pingback", "pingback"), ("1", "trackback", "trackback"),
    ("1", "order_note", "order_note"),
    ("0", "comment", "not published: not approved"), ("spam", "", "not published: spam"),
    ("trash", "", "not published: trash"), ("1", "", nil), ("1", "review", nil),
  ])
  func pingbacksAndUnapprovedCommentsAreMarked(approved: String, type: String, mark: String?) throws
  {
    let comment = SampleFeed.comment(1, "Words.", approved: approved, type: type)
    let document = try document(SampleFeed.rss(SampleFeed.item(1, "", rest: comment)))
    #expect(document.entries.map(\.exclusion) == [mark])
    #expect(document.entries.map(SampleFeed.words) == ["Words."])
  }

  @Test func itemsOfSettingsHoldNoWords() throws {
    let item = SampleFeed.item(1, "Home").replacing(">post<", with: ">nav_menu_item<")
    let document = try document(SampleFeed.rss(item))
    #expect(document.entries.isEmpty && document.warnings == ["not read: nav_menu_item"])
    let draft = SampleFeed.item(1, "Words").replacing(">publish<", with: ">draft<")
    #expect(try self.document(SampleFeed.rss(draft)).warnings == ["not published: draft"])
  }

  @Test func excerptsThatSayMoreAreKept() throws {
    let item = SampleFeed.item(1, "Long words.").replacing(
      "<excerpt:encoded><![CDATA[", with: "<excerpt:encoded><![CDATA[Short words.")
    #expect(
      try document(SampleFeed.rss(item)).entries.map(SampleFeed.words) == [
        "Short words.\n\nLong words."
      ])
  }

  static let posts: [String: String] = [
    "RSS 2.0": """
    <rss version="2.0"><channel><item><title>Late</title><link>https://a.example/1</link><author>ana@example.org (Ana)
    </author><description>&lt;p&gt;Still &amp;amp; late.&lt;/p&gt;</description>
    <pubDate>Sun, 03 May 2026 23:41:00 +0200</pubDate></item></channel></rss>
    """,
    "RSS 1.0": """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><items><rdf:Seq/></items></channel>
    <item rdf:about="https://a.example/1"><title>Late</title><link>https://a.example/1</link><dc:creator>Ana</dc:creator>
    <description>Still &amp;amp; late.</description><dc:date>2026-05-03T21:41:00Z</dc:date></item></rdf:RDF>
    """,
    "Atom": """
    <feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>Late</title><id>tag:a,1:1</id>
    <link rel="self" href="https://a.example/s"/><link href="https://a.example/1"/><author><name>Ana</name></author>
    <published>2026-05-03T23:41:00+02:00</published><updated>2026-06-03T23:41:00Z</updated>
    <summary>Short</summary><content type="html">&lt;p&gt;Still &amp;amp; late.&lt;/p&gt;</content></entry></feed>
    """,
    "Atom with a prefix": """
    <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title type="text">Late</a:title><a:id>tag:a,1:1</a:id>
    <a:link rel="alternate" href="https://a.example/1"/><a:author><a:name>Ana</a:name></a:author><a:published>
    2026-05-03T21:41:00Z</a:published><a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Still &amp;
    late.</p></div></a:content></a:entry></a:feed>
    """,
  ]

  @Test(arguments: posts.keys.sorted())
  func postsAreReadFromEveryKindOfFeed(name: String) throws {
    let document = try document(try #require(FeedEntryTests.posts[name]))
    #expect(document.title == "Late")
    #expect(document.authors.map(\.name) == ["Ana"])
    #expect(document.received?.description == "2026-05-03T21:41:00Z")
    #expect(document.entries.map(\.part) == [.post])
    #expect(document.entries.map(SampleFeed.words) == ["Still & late."])
    #expect(document.identity == Fingerprint(fields: ["feed", "https://a.example/1"]))
  }

  static let comments: [String: String] = [
    "WordPress, RSS": """
    <rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Comments for Blog</title><item><title>By: Bo</title>
    <link>https://a.example/1/#comment-13</link><dc:creator>Bo</dc:creator><guid isPermaLink="false">
    https://a.example/?p=1#comment-13</guid><description>Mine too.</description></item></channel></rss>
    """,
    "WordPress, Atom": """
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><entry><title>Reply</title>
    <link rel="alternate" href="https://a.example/1/#comment-13"/><author><name>Bo</name></author>
    <id>https://a.example/1/#comment-13</id><thr:in-reply-to ref="https://a.example/1/#comment-12"/>
    <content type="html">&lt;p&gt;Mine too.</content></entry></feed>
    """,
    "Blogger": """
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><entry>
    <id>tag:blogger.com,1999:blog-1.post-8123456</id><category term="http://schemas.google.com/blogger/2008/kind#comment"/>
    <link rel="related" href="http://b.example/feeds/1/2/comments/default/812"/><author><name>Bo</name>
    <email>noreply@blogger.com</email></author><link rel="alternate"
    href="https://a.example/1/?showComment=1#c8123456"/><thr:in-reply-to ref="tag:blogger.com,1999:blog-1.post-2"/>
    <content>Mine too.</content></entry></feed>
    """,
  ]

  @Test(arguments: comments.keys.sorted())
  func everyItemOfACommentFeedIsOneComment(name: String) throws {
    let document = try document(try #require(FeedEntryTests.comments[name]))
    #expect(document.entries.map(\.part) == [.comment])
    #expect(document.entries.map(SampleFeed.words) == ["Mine too."])
    #expect(document.entries[0].author == Party(name: "Bo", address: nil))
    #expect(document.identity == Fingerprint(fields: ["page", "https://a.example/1/"]))
    let keys = [
      "Blogger": ("c8123456", "c812"), "WordPress, Atom": ("comment-13", "comment-12"),
    ]
    #expect(document.entries[0].key == keys[name]?.0 ?? "comment-13")
    #expect(document.entries[0].parent == keys[name]?.1)
  }

  @Test func settingsOfABloggerExportHoldNoWords() throws {
    let xml = """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><category
      term="http://schemas.google.com/blogger/2008/kind#template"/><content type="text">body { color: red }</content>
      </entry></feed>
      """
    #expect(try document(xml).entries.isEmpty)
  }

  @Test func preformattedTextKeepsItsLines() throws {
    let item = SampleFeed.item(1, "<pre>a\n\nb</pre>\nc<!-- x\ny --> d")
    let words = try document(SampleFeed.rss(item)).entries.map(SampleFeed.words)
    #expect(words == ["a\n\nb\n\nc d"])
    let editor = SampleFeed.item(
      1, "<!-- wp:paragraph -->\n<p>one\ntwo</p>\n<!-- /wp:paragraph -->")
    #expect(try document(SampleFeed.rss(editor)).entries.map(SampleFeed.words) == ["one two"])
  }
}
