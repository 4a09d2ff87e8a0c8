import Complaints
import Markup
import Text

/// Makes documents of the entries of RSS 0.9–2.0 and Atom feeds and of WordPress and Blogger exports.
struct FeedReader {
  let head: FeedHead

  /// One document for each entry: a post with the readers' comments that come with it, or the one
  /// comment that an entry of a comment feed is.
  ///
  /// - Content is HTML inside XML and stripped like a page's.
  /// - Pingbacks, trackbacks and comments that were never published keep their words and are marked.
  /// - Throws: `overLimit` for more bytes than `Limits.itemByteCount`.
  func read(_ item: Item) throws(Rejection) -> [Document] {
    guard item.bytes.count <= Limits.itemByteCount else {
      throw Rejection(.overLimit, "\(item.bytes.count) bytes, limit \(Limits.itemByteCount)")
    }
    let isLatin = head.charset.flatMap { Charset(label: $0) }?.name == "windows-1252"
    let label =
      isLatin && item.bytes.isValidUTF8 ? nil : head.charset ?? (head.isWide ? nil : "utf-8")
    let decoded = DecodedText(decoding: item.bytes, label: label)
    let tree = FeedElement.reading(Array(decoded.text.utf8), root: head.isWide ? [] : head.root)
    var documents: [Document] = []
    for element in entries(in: tree) {
      var source = item.source
      if source.ordinal == nil { source.ordinal = documents.count + 1 }
      var document = document(of: element, source)
      if document.received == nil, let date = item.outerDate {
        document.received = date
        document.warnings.append("date: the file's own")
      }
      if decoded.repairedByteCount > 0 {
        document.warnings.append("\(decoded.repairedByteCount) bytes repaired")
      }
      documents.append(document)
    }
    return documents
  }

  /// The elements that are entries, in order, those of the root or of its channel.
  private func entries(in tree: FeedElement) -> [FeedElement] {
    var found: [FeedElement] = []
    var waiting = [tree]
    while let element = waiting.popLast() {
      let name = element.name.split(separator: ":").last ?? ""
      if name == "item" || name == "entry" {
        found.append(element)
      } else {
        waiting += element.children.reversed()
      }
    }
    return found
  }

  private func document(of element: FeedElement, _ source: SourceReference) -> Document {
    if element.words("wp:post_type") != nil || element.words("wp:post_id") != nil {
      return WordPressEntry(element, head.authors).document(source)
    }
    return FeedEntry(element).document(source)
  }
}

extension FeedReader {
  /// The layout of HTML, or of plain text whose line breaks count.
  static func layout(_ words: String, breaksLines: Bool) -> Layout {
    LayoutBuilder.layout(of: breaksLines ? LineBreaks.marked(words) : words)
  }

  /// The words of a title, which may hold HTML.
  static func title(_ words: String?) -> String? {
    guard let words else { return nil }
    guard words.contains("<") || words.contains("&") else { return words }
    let text = LayoutBuilder.layout(of: words).blocks.map(\.text).joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  /// The identity of a page by its address; without one, of the words at their place.
  static func identity(_ kind: String, _ address: String?, _ source: SourceReference) -> Fingerprint
  {
    Fingerprint(fields: [kind, address ?? source.description])
  }

  /// A date as feeds write it: RFC 3339, RFC 822 or "2026-05-03 21:41:00".
  static func date(_ words: String?) -> Timestamp? {
    guard let words, !words.hasPrefix("0000") else { return nil }
    return Timestamp(words) ?? MailDate.timestamp(words.utf8) ?? WrittenDate.timestamp(words)
  }
}
