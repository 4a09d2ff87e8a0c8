import Complaints
import Text

/// Title, author and date of a page, from what it says of itself and from its byline.
struct PageByline {
  var title: String?
  var author: String?
  var published: Timestamp?

  /// Reads a layout; linear in its blocks and elements.
  init(_ layout: Layout) {
    title = layout.title ?? layout.blocks.first { $0.kind == .heading(1) }?.text
    published = layout.published.flatMap { WrittenDate.timestamp($0) }
    author = layout.author.flatMap(PageByline.name)
    guard author == nil || published == nil else { return }
    var owners = [Bool](repeating: false, count: layout.elements.count)
    var times = owners
    var foreign = owners
    var writtenDate: Timestamp?
    for (index, element) in layout.elements.enumerated() {
      if let parent = element.parent {
        (owners[index], times[index], foreign[index]) =
          (owners[parent], times[parent], foreign[parent])
      }
      let names =
        element.classes.map(\.lowercasedASCII) + (element.id.map { [$0.lowercasedASCII] } ?? [])
      foreign[index] = foreign[index] || PageByline.isForeign(element, names)
      if foreign[index] { continue }
      let property = element.attributes["itemprop"] ?? ""
      owners[index] =
        owners[index] || element.attributes["rel"] == "author" || property == "author"
        || names.contains { PageByline.authorNames.contains($0) }
      times[index] =
        times[index] || element.tag == "time" || property == "datePublished"
        || names.contains { PageByline.dateNames.contains($0) }
      let words = element.attributes["#text"] ?? ""
      if author == nil, owners[index] { author = PageByline.name(words) }
      guard published == nil, times[index] else { continue }
      for key in ["datetime", "content", "title"] {
        if let moment = element.attributes[key] {
          published = published ?? WrittenDate.timestamp(moment)
        }
      }
      writtenDate = writtenDate ?? WrittenDate.timestamp(words)
    }
    published = published ?? writtenDate
    readBlocks(layout, owners: owners, times: times, foreign: foreign)
  }

  /// Whether an element holds other people's names and dates: comments, side columns.
  private static func isForeign(_ element: Element, _ names: [String]) -> Bool {
    if ["aside", "footer", "nav"].contains(element.tag) { return true }
    guard element.tag != "body", element.tag != "html" else { return false }
    return names.contains { name in
      let bytes = Array(name.utf8)
      return foreignWords.contains { word in
        bytes.indices.contains { bytes.starts(with: word, at: $0, before: bytes.count) }
      }
    }
  }

  private mutating func readBlocks(
    _ layout: Layout, owners: [Bool], times: [Bool], foreign: [Bool]
  ) {
    for block in layout.blocks where block.text.utf8.count <= 400 && !block.isHidden {
      if author != nil, published != nil { return }
      var isTime = false
      if let element = block.element {
        if foreign[element] { continue }
        if author == nil, owners[element] { author = PageByline.name(block.text) }
        isTime = times[element]
      }
      let lower = block.text.lowercasedASCII
      if published == nil, isTime || lower.hasPrefix("this entry was posted") {
        let start = lower.firstRange(of: "posted on ")?.upperBound ?? lower.startIndex
        published = WrittenDate.timestamp(lower[start...])
      }
      guard block.text.utf8.count <= 160,
        let mark = PageByline.marks.first(where: { lower.hasPrefix($0) }),
        !block.text.utf8.contains(0x0A)
      else { continue }
      if author == nil { author = PageByline.name(String(block.text.dropFirst(mark.count))) }
      if published == nil { published = WrittenDate.timestamp(block.text) }
    }
  }

  private static let foreignWords: [StaticString] = [
    "comment", "sidebar", "related", "recent", "reply",
  ]
  private static let authorNames: Set<String> = [
    "author", "byline", "p-author", "post-author", "entry-author", "article-author", "author-name",
    "byline-author", "by-author", "post-byline", "article__author", "fn",
  ]
  private static let dateNames: Set<String> = [
    "date", "published", "dt-published", "entry-date", "post-date", "posted-on", "date-header",
    "article-date", "publish-date", "post-meta", "entry-meta", "timestamp", "pubdate", "updated",
    "article__date", "dateline", "postmetadata", "post-timestamp",
  ]
  private static let marks = [
    "posted by ", "posted on ", "written by ", "published by ", "published on ", "published ",
    "posted ", "by ", "von ", "veröffentlicht am ", "geschrieben von ", "verfasst von ",
  ]

  /// A person's name from a byline; nil when the words are no name.
  static func name(_ words: String) -> String? {
    var text = words.trimmed
    for mark in ["posted by ", "written by ", "published by ", "by: ", "by ", "von ", "author: "]
    where text.lowercasedASCII.hasPrefix(mark) {
      text = String(text.dropFirst(mark.count)).trimmed
    }
    for stop in [" on ", " am ", " at ", ", ", " | ", " - ", " – ", " • ", " in ", "\n", " wrote"] {
      if let range = text.range(of: stop) { text = String(text[..<range.lowerBound]).trimmed }
    }
    while let last = text.last, ",.:;|".contains(last) { text.removeLast() }
    guard (2...60).contains(text.utf8.count), text.contains(where: \.isLetter),
      !text.hasPrefix("http"), text.split(separator: " ").count <= 6
    else { return nil }
    return text
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }

  fileprivate func range(of words: String) -> Range<String.Index>? {
    firstRange(of: words)
  }
}
