public import Complaints
import Markup
import Text

/// Makes a document of an HTML page.
public struct PageReader: Sendable {
  /// A reader.
  public init() {}

  /// The one document of a page: channel `web`, its contents one layout; none for a page without
  /// words.
  ///
  /// - The charset is the byte order mark's, else the one a `<meta>` names, else UTF-8 if the bytes
  ///   are, else windows-1252. A `<meta>` that says Latin over bytes that are UTF-8 is not believed.
  /// - `received` is the date the page gives; without one the item's, with a warning.
  /// - Throws: `overLimit` for more bytes than `Limits.itemByteCount`.
  public func read(_ item: Item) throws(Rejection) -> [Document] {
    guard item.bytes.count <= Limits.itemByteCount else {
      throw Rejection(.overLimit, "\(item.bytes.count) bytes, limit \(Limits.itemByteCount)")
    }
    let decoded = PageReader.decoded(item.bytes)
    let layout = LayoutBuilder.layout(of: decoded.text)
    guard !layout.blocks.isEmpty else { return [] }
    let facts = PageByline(layout)
    var document = Document(
      identity: Fingerprint(fields: ["page", layout.address ?? item.source.name]),
      source: item.source, channel: .web, received: facts.published, title: facts.title,
      authors: facts.author.map { [Party(name: $0, address: nil)] } ?? [],
      contents: [.layout(layout)])
    document.warnings = layout.notes
    if document.received == nil, let date = item.outerDate {
      document.received = date
      document.warnings.append("date: the file's own")
    }
    if decoded.repairedByteCount > 0 {
      document.warnings.append("\(decoded.repairedByteCount) bytes repaired")
    }
    return [document]
  }

  static func decoded(_ bytes: [UInt8]) -> DecodedText {
    guard let label = CharsetPrescan.label(in: bytes) else {
      return DecodedText(decoding: bytes, label: nil)
    }
    let isLatin = Charset(label: label)?.name == "windows-1252"
    return DecodedText(decoding: bytes, label: isLatin && bytes.isValidUTF8 ? nil : label)
  }

  /// Whether bytes start like an HTML page: a document type, or a tag that only HTML has.
  ///
  /// XML feeds are not pages. Only the first 4,096 bytes behind white space and comments count.
  public static func looksLikeHTML(_ head: [UInt8]) -> Bool {
    var rest = head[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while true {
      rest = rest.drop(while: \.isASCIIWhiteSpace).prefix(4_096)
      if rest.starts(with: "<!--".utf8) {
        guard let end = end(ofComment: rest) else { return false }
        rest = head[end...]
      } else if rest.starts(with: "<?".utf8) {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = head[(end + 1)...]
      } else {
        break
      }
    }
    guard rest.first == UInt8(ascii: "<") else { return false }
    let word = String(
      decoding: rest.dropFirst().prefix { !$0.isASCIIWhiteSpace && $0 != UInt8(ascii: ">") }
        .prefix(16).map(\.lowercasedASCII), as: UTF8.self)
    if word == "!doctype" {
      let type = rest.dropFirst(9).drop(while: \.isASCIIWhiteSpace).prefix(4).map(\.lowercasedASCII)
      return type.starts(with: "html".utf8)
    }
    return startingTags.contains(word)
  }

  private static func end(ofComment bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex + 4
    while let close = bytes[min(index, bytes.endIndex)...].firstIndex(of: UInt8(ascii: ">")) {
      if bytes[close - 1] == 0x2D, bytes[close - 2] == 0x2D { return close + 1 }
      index = close + 1
    }
    return nil
  }

  private static let startingTags: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "script", "style", "base", "div", "p", "table",
    "article", "section", "main", "h1", "h2", "h3", "center", "ul", "ol", "span", "font", "header",
    "nav", "a", "b", "br", "hr", "blockquote", "pre", "strong", "em", "img",
  ]
}
