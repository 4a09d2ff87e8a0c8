import Complaints
import Text

@testable import Ingest

/// Feeds of a small world of our own.
enum SampleFeed {
  static let declarations = """
    xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"
    xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:atom="http://www.w3.org/2005/Atom"
    """

  static func comment(
    _ id: Int, _ words: String, parent: Int = 0, approved: String = "1", type: String = "comment"
  ) -> String {
    """
    <wp:comment><wp:comment_id>\(id)</wp:comment_id><wp:comment_author><![CDATA[Bo \(id)]]></wp:comment_author>
    <wp:comment_author_email>Bo\(id)@example.org</wp:comment_author_email>
    <wp:comment_date>2026-05-03 23:41:00</wp:comment_date><wp:comment_date_gmt>2026-05-03 21:41:00</wp:comment_date_gmt>
    <wp:comment_content><![CDATA[\(words)]]></wp:comment_content><wp:comment_approved>\(approved)</wp:comment_approved>
    <wp:comment_type>\(type)</wp:comment_type><wp:comment_parent>\(parent)</wp:comment_parent></wp:comment>
    """
  }

  static func item(_ number: Int, _ words: String, rest: String = "") -> String {
    """
    <item><title>Repair &amp; part \(number)</title><link>https://marlow.example/\(number)</link>
    <dc:creator>ana</dc:creator><wp:post_id>\(number)</wp:post_id><wp:post_date_gmt>2026-05-02 08:00:00</wp:post_date_gmt>
    <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
    <content:encoded><![CDATA[\(words)]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>\(rest)</item>
    """
  }

  static func rss(_ items: String...) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- generator="x" --><rss version="2.0" \(declarations)><channel><title>Blog</title>
    <wp:author><wp:author_login>ana</wp:author_login><wp:author_email>Ana@Marlow.example</wp:author_email>
    <wp:author_display_name><![CDATA[Ana Ruiz]]></wp:author_display_name></wp:author>
    \(items.joined(separator: "\n"))
    </channel></rss>
    """
  }

  static func pieces(_ bytes: [UInt8], from offset: Int = 0) throws -> (
    pieces: [Piece], ledger: Ledger
  ) {
    let scratch = try ScratchFile(bytes)
    var ledger = Ledger(from: offset)
    var pieces: [Piece] = []
    try SourceSplitter(name: "blog.xml", columns: ColumnMap()).split(
      scratch.open(), from: offset, ordinal: 1
    ) {
      ledger.enter($0)
      pieces.append($0)
    }
    return (pieces, ledger)
  }

  static func documents(_ bytes: [UInt8]) throws -> [Document] {
    try pieces(bytes).pieces.flatMap { piece -> [Document] in
      guard case .item(let item) = piece.content else { return [] }
      return try ItemReader(columns: ColumnMap()).documents(of: item)
    }
  }

  static func documents(_ text: String) throws -> [Document] { try documents(Array(text.utf8)) }

  static func words(_ entry: Entry) -> String {
    entry.words.blocks.map(\.text).joined(separator: "\n\n")
  }
}
