import Complaints
import Markup
import Text

/// An item of RSS or an entry of Atom: a post, or a reader's comment in a feed of comments.
struct FeedEntry {
  private let item: FeedElement

  init(_ item: FeedElement) {
    self.item = item
  }

  /// The entry as a document; one that holds a blog's settings has no entries.
  func document(_ source: SourceReference) -> Document {
    let address = address
    let fragment = FeedEntry.commentFragment(address) ?? FeedEntry.commentFragment(words("guid"))
    let answered = item.child("thr:in-reply-to")
    let kind = exportKind
    let isComment = fragment != nil || answered != nil || kind == "comment"
    let received = ["published", "pubDate", "issued", "dc:date", "created", "updated", "modified"]
      .lazy.compactMap { FeedReader.date(words($0)) }.first
    let page = isComment ? FeedEntry.page(of: address ?? answered?.attributes["href"]) : address
    let own = words("guid") ?? words("id")
    var document = Document(
      identity: isComment
        ? FeedReader.identity("page", page ?? answered?.attributes["ref"] ?? own, source)
        : FeedReader.identity("feed", address ?? own, source),
      source: source, channel: .web, received: received, title: title, contents: [])
    document.authors = author.map { [$0] } ?? []
    guard kind == nil || kind == "post" || kind == "comment" || kind == "page" else {
      document.warnings = ["not read: \(kind ?? "")"]
      return document
    }
    let layout = layout
    guard !layout.blocks.isEmpty else { return document }
    var entry = Entry(part: isComment ? .comment : .post, words: layout)
    entry.author = author
    entry.received = received
    if isComment {
      entry.key = fragment ?? own
      entry.parent = parent(answered, fragment)
    }
    document.entries = [entry]
    return document
  }

  /// The words of a field, by its name in RSS or in Atom.
  func words(_ name: String) -> String? { item.words(name) ?? item.words("atom:" + name) }

  func children(_ name: String) -> [FeedElement] {
    item.children.filter { $0.name == name || $0.name == "atom:" + name }
  }

  /// What an entry of a Blogger export is: "post", "comment", "settings", "template".
  var exportKind: String? {
    children("category").compactMap { $0.attributes["term"] }
      .first { $0.contains("schemas.google.com/blogger/") }
      .flatMap { $0.split(separator: "#").last }.map(String.init)
  }

  private var title: String? {
    guard let element = children("title").first else { return nil }
    let isPlain = element.name == "atom:title" && (element.attributes["type"] ?? "text") == "text"
    let words = item.words(element.name)
    return isPlain ? words : FeedReader.title(words)
  }

  /// `<link>` of RSS, the alternate `<link href>` of Atom.
  private var address: String? {
    if let link = item.words("link") { return link }
    let links = children("link")
    let link = links.first { ($0.attributes["rel"] ?? "alternate") == "alternate" }
    return link?.attributes["href"] ?? (isPermanent ? words("guid") : nil)
  }

  private var isPermanent: Bool {
    item.child("guid")?.attributes["isPermaLink"]?.lowercased() != "false"
      && words("guid")?.hasPrefix("http") == true
  }

  private var author: Party? {
    if let person = children("author").first(where: { !$0.children.isEmpty }) {
      let name = person.words("name") ?? person.words("atom:name")
      let address = person.words("email") ?? person.words("atom:email")
      // Blogger gives this address to everybody.
      let own = address.flatMap { $0.hasPrefix("noreply@") ? nil : $0.lowercased() }
      return name == nil && own == nil ? nil : Party(name: name, address: own)
    }
    if let name = FeedReader.title(item.words("dc:creator")) {
      return Party(name: name, address: nil)
    }
    guard let words = words("author") else { return nil }
    // "ana@example.org (Ana Ruiz)", as RSS 2.0 has it.
    guard words.contains("@") else { return Party(name: words, address: nil) }
    let parts = words.split(separator: "(", maxSplits: 1)
    let name = parts.count == 2 ? parts[1].prefix { $0 != ")" } : nil
    let address = parts[0].prefix { !$0.isWhitespace }
    return Party(name: name.map(String.init), address: address.lowercased())
  }

  /// The fullest of the fields that hold the words.
  private var layout: Layout {
    for name in ["content:encoded", "content", "xhtml:body", "xhtml:div", "description", "summary"]
    {
      for element in children(name) {
        let layout = FeedEntry.layout(element)
        if !layout.blocks.isEmpty { return layout }
      }
    }
    return Layout()
  }

  private static func layout(_ element: FeedElement) -> Layout {
    guard element.name.hasPrefix("atom:") else {
      let isPlain = !element.text.utf8.contains(UInt8(ascii: "<"))
      return FeedReader.layout(element.text, breaksLines: isPlain)
    }
    let type = element.attributes["type"]?.lowercased() ?? "text"
    if type.contains("html") || element.attributes["mode"] == "escaped" {
      return FeedReader.layout(element.text, breaksLines: false)
    }
    guard type.hasPrefix("text") else { return Layout() }
    let escaped = element.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return FeedReader.layout(escaped, breaksLines: true)
  }
}
