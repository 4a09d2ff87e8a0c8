import Complaints
import Markup
import Text

/// An item of a WordPress export (WXR): a post, page or attachment with its comments.
struct WordPressEntry {
  private let item: FeedElement
  private let authors: [String: Party]

  init(_ item: FeedElement, _ authors: [String: Party]) {
    self.item = item
    self.authors = authors
  }

  /// Kinds of items that hold settings, not words.
  private static let settingTypes: Set<String> = [
    "nav_menu_item", "custom_css", "customize_changeset", "oembed_cache", "wp_global_styles",
    "wp_navigation", "wp_template", "wp_template_part", "wp_font_family", "wp_font_face",
    "user_request", "revision",
  ]

  /// The item as a document; one that holds only settings has no entries.
  func document(_ source: SourceReference) -> Document {
    let address = item.words("link") ?? item.words("guid")
    var document = Document(
      identity: FeedReader.identity("page", address, source), source: source, channel: .web,
      received: FeedReader.date(item.words("wp:post_date_gmt"))
        ?? FeedReader.date(item.words("pubDate")) ?? FeedReader.date(item.words("wp:post_date")),
      title: FeedReader.title(item.words("title")), contents: [])
    let login = item.words("dc:creator")
    document.authors = [login.map { authors[$0] ?? Party(name: $0, address: nil) }].compactMap {
      $0
    }
    let type = item.words("wp:post_type") ?? "post"
    guard !WordPressEntry.settingTypes.contains(type) else {
      document.warnings = ["not read: \(type)"]
      return document
    }
    let status = item.words("wp:status") ?? "publish"
    if !["publish", "inherit", "closed", "private"].contains(status) {
      document.warnings.append("not published: \(status)")
    }
    if var post = post() {
      post.author = document.authors.first
      post.received = document.received
      post.exclusion = status == "trash" ? "not published: trash" : nil
      document.entries = [post]
    }
    document.entries += item.children.filter { $0.name == "wp:comment" }.compactMap(comment)
    return document
  }

  /// The content, behind the excerpt where that says something else; nil for an item without words.
  private func post() -> Entry? {
    let content = item.words("content:encoded") ?? ""
    var words = FeedReader.layout(content, breaksLines: true)
    if let excerpt = item.words("excerpt:encoded") {
      let summary = FeedReader.layout(excerpt, breaksLines: true)
      let known = words.blocks.map(\.text).joined(separator: " ")
      if !summary.blocks.allSatisfy({ known.contains($0.text) }) {
        words = FeedReader.layout(excerpt + "\n\n" + content, breaksLines: true)
      }
    }
    return words.blocks.isEmpty ? nil : Entry(part: .post, words: words)
  }

  /// Kinds of comments that no reader wrote.
  private static let otherTypes: Set<String> = [
    "pingback", "trackback", "order_note", "action_log",
  ]

  private func comment(_ comment: FeedElement) -> Entry? {
    let words = FeedReader.layout(comment.words("wp:comment_content") ?? "", breaksLines: true)
    guard !words.blocks.isEmpty else { return nil }
    var entry = Entry(part: .comment, words: words)
    entry.key = comment.words("wp:comment_id").map { "comment-\($0)" }
    if let parent = comment.words("wp:comment_parent"), parent != "0" {
      entry.parent = "comment-\(parent)"
    }
    let name = FeedReader.title(comment.words("wp:comment_author"))
    let address = comment.words("wp:comment_author_email").map { $0.lowercased() }
    if name != nil || address != nil { entry.author = Party(name: name, address: address) }
    entry.received =
      FeedReader.date(comment.words("wp:comment_date_gmt"))
      ?? FeedReader.date(comment.words("wp:comment_date"))
    let type = comment.words("wp:comment_type") ?? "comment"
    let approval = comment.words("wp:comment_approved") ?? "1"
    if WordPressEntry.otherTypes.contains(type) {
      entry.exclusion = type
    } else if approval != "1", approval != "approve" {
      entry.exclusion = "not published: " + (approval == "0" ? "not approved" : approval)
    }
    return entry
  }
}
