import Testing

@testable import Markup

struct FeedElementTests {
  private func description(_ xml: String) -> String? {
    let element = FeedElement.reading(Array("<item>\(xml)</item>".utf8), root: Array("<rss>".utf8))
    return element.child("rss")?.child("item")?.words("description")
  }

  /// Control characters, stray `&`, HTML's entities and split CDATA cost no word (P56).
  @Test(arguments: [
    ("<![CDATA[one\u{8}two]]>", "onetwo"), ("<![CDATA[one\u{B}two]]>", "one\ntwo"),
    ("AT&T rocks", "AT&T rocks"), ("a&nbsp;b &eacute;", "a\u{A0}b é"),
    ("a &#8; b &#x41;", "a  b A"),
    ("x?a=1&copy=2", "x?a=1&copy=2"), ("a &lol9; b", "a &lol9; b"), ("5 < 6 > 4", "5 < 6 > 4"),
    ("<![CDATA[a ]]]]><![CDATA[> b]]>", "a ]]> b"),
    (
      "<![CDATA[x <![CDATA[ y ]]]]><![CDATA[>]]>",
      "x <![CDATA[ y ]]>"
    ), ("<![CDATA[never ends <b>here</b>", "never ends <b>here</b>"),
    ("a ]]> b", "a ]]> b"), ("a<!-- b -- c -->d", "ad"), ("a<!-- b", "a b"),
    ("a\u{FFFF}b", "a\u{FFFD}b"),
    ("Hello <b>you</b><br>there", "Hello <b>you</b><br>there"), ("&lt;p&gt;x", "<p>x"),
    ("I <3 <ana@example.org>", "I <3 <ana@example.org>"), ("a <?php b ?> c", "a  c"),
    ("<p>one<p>two", "<p>one<p>two</p></p>"), ("a &amp;amp; b", "a &amp; b"),
  ])
  func brokenXMLKeepsItsWords(xml: String, words: String) {
    #expect(description("<description>\(xml)</description><pubDate>1</pubDate>") == words)
  }

  /// Entities of an internal subset are neither read nor expanded: no file, no bomb (P57).
  @Test func entitiesAreNeverDeclared() throws {
    let bomb = (0..<40).map { "<!ENTITY l\($0 + 1) \"&l\($0);&l\($0);&l\($0);\">" }.joined()
    let xml = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol]>"><!ENTITY x SYSTEM "file:///etc/hostname">\(bomb)
      ]><rss><channel><item><title>&x;</title><description>&l40; words</description></item></channel></rss>
      """
    let item = try #require(
      FeedElement.reading(Array(xml.utf8)).child("rss")?.child("channel")?.child("item"))
    #expect(item.words("title") == "&x;")
    #expect(item.words("description") == "&l40; words")
  }

  @Test func vocabulariesAreKnownByTheirAddress() throws {
    let root =
      "<rss xmlns:w='http://wordpress.org/export/1.2/' xmlns:a='http://www.w3.org/2005/Atom'>"
    let element = FeedElement.reading(
      Array(
        "<item><w:comment><w:comment_id>3</w:comment_id></w:comment><a:link href='x&amp;y'/></item>"
          .utf8),
      root: Array(root.utf8))
    let item = try #require(element.child("rss")?.child("item"))
    #expect(item.child("wp:comment")?.words("wp:comment_id") == "3")
    #expect(item.child("atom:link")?.attributes == ["href": "x&y"])
    let bare = FeedElement.reading(Array("<item><wp:post_id>4</wp:post_id></item>".utf8))
    #expect(bare.child("item")?.words("wp:post_id") == "4")
  }

  @Test func xhtmlBecomesHTML() throws {
    let xml = """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">
      <div xmlns="http://www.w3.org/1999/xhtml"><p title="&quot;">5 &lt; 6<br/>7</p></div></content></entry></feed>
      """
    let entry = try #require(
      FeedElement.reading(Array(xml.utf8)).child("atom:feed")?.child("atom:entry"))
    #expect(entry.words("atom:content") == "<div><p title=\"&quot;\">5 &lt; 6<br>7</p></div>")
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "<a>", "<![CDATA[", "<!--", "<!DOCTYPE '", "<?", "</a", "<a b=\"", "<a ", "&", "<!x",
      "<a:b:c>", "]]>",
      "<item>", "&#", "<title>", "<a b='c' ",
    ])
  func hostileXMLEnds(piece: String) {
    // Quadratic work would take hours at this size.
    let xml = Array((String(repeating: piece, count: 100_000) + " words").utf8)
    let element = FeedElement.reading(xml, root: Array("<rss>".utf8))
    #expect(words(element).contains("words"), "\(piece)")
  }

  private func words(_ element: FeedElement) -> String {
    element.text.suffix(2_000) + element.children.map(words).joined()
  }

  @Test func noiseNeverCrashes() {
    var state: UInt64 = 7
    let marks = Array("<>/&;![]CDATA-?:=\"' aitem#x0\u{8}é\n".unicodeScalars)
    for _ in 0..<400 {
      var text = String.UnicodeScalarView()
      for _ in 0..<300 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(marks[Int(state >> 33) % marks.count])
      }
      _ = FeedElement.reading(Array(String(text).utf8), root: Array("<rss>".utf8))
    }
  }
}
