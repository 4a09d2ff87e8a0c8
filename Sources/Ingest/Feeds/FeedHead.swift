import Complaints
import Markup
import Text

/// What the beginning of a feed says that its entries do not repeat.
public struct FeedHead: Sendable, Equatable {
  /// The root's start tag, which declares the vocabularies.
  var root: [UInt8]
  /// The name of the elements that are entries, as written: "item", "entry", "atom:entry".
  var entryName: [UInt8]
  /// The charset that the XML declaration names.
  var charset: String?
  /// Whether the file is UTF-16, which is read as a whole.
  var isWide: Bool
  /// Authors by their login (WordPress exports).
  var authors: [String: Party] = [:]

  /// Whether bytes begin like RSS 0.9–2.0, a WordPress export or Atom.
  static func looksLikeFeed(_ head: [UInt8]) -> Bool { rootTag(in: head) != nil }

  /// The head of a feed from a file's first bytes; nil when they begin no feed.
  init?(_ head: [UInt8]) {
    isWide = Sniffer.isWide(head)
    let bytes = isWide ? Array(DecodedText(decoding: head, label: nil).text.utf8) : head
    guard let tag = FeedHead.rootTag(in: bytes) else { return nil }
    root = Array(bytes[tag])
    let name = root.dropFirst().prefix { !$0.isASCIIWhiteSpace && $0 != UInt8(ascii: ">") }
    let prefix = name.firstIndex(of: UInt8(ascii: ":")).map { name[...$0] } ?? []
    let isAtom = name.dropFirst(prefix.count).elementsEqual("feed".utf8)
    entryName = isAtom ? Array(prefix) + Array("entry".utf8) : Array("item".utf8)
    charset = isWide ? nil : FeedHead.charset(in: bytes[..<tag.lowerBound])
    readAuthors(bytes, from: tag.upperBound)
  }

  /// The root's start tag, behind declaration, comments and document type.
  private static func rootTag(in bytes: [UInt8]) -> Range<Int>? {
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      if bytes[index].isASCIIWhiteSpace {
        index += 1
      } else if bytes.starts(with: "<?", at: index, before: bytes.count) {
        guard let end = end(of: "?>", in: bytes, from: index) else { return nil }
        index = end
      } else if bytes.starts(with: "<!--", at: index, before: bytes.count) {
        guard let end = end(of: "-->", in: bytes, from: index + 4) else { return nil }
        index = end
      } else if bytes.starts(with: "<!", at: index, before: bytes.count) {
        guard let end = endOfDeclaration(in: bytes, from: index) else { return nil }
        index = end
      } else {
        break
      }
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "<"),
      let close = bytes.firstIndex(of: UInt8(ascii: ">"), in: index..<bytes.count)
    else { return nil }
    let tag = String(decoding: bytes[index...close].prefix(8_192), as: UTF8.self)
    let name = tag.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    let isFeed =
      switch name.split(separator: ":").last ?? "" {
      case "rss": true
      case "feed": tag.lowercasedASCII.contains("atom")
      case "RDF": tag.contains("purl.org/rss/") || tag.contains("netscape.com/")
      default: false
      }
    return isFeed ? index..<close + 1 : nil
  }

  private static func end(of mark: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while let found = bytes.firstIndex(of: mark.utf8Start[0], in: index..<bytes.count) {
      if bytes.starts(with: mark, at: found, before: bytes.count) {
        return found + mark.utf8CodeUnitCount
      }
      index = found + 1
    }
    return nil
  }

  /// The end of a document type; what its internal subset declares is never read.
  private static func endOfDeclaration(in bytes: [UInt8], from start: Int) -> Int? {
    var quote: UInt8?
    var depth = 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"):
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
    }
    return nil
  }

  /// `encoding="…"` of the XML declaration.
  private static func charset(in bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes.prefix(256), as: UTF8.self)
    guard text.contains("<?xml"), let mark = text.firstRange(of: "encoding") else { return nil }
    let rest = text[mark.upperBound...].drop { $0.isWhitespace || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote })
  }

  /// Reads `<wp:author>` from what stands before the first entry.
  private mutating func readAuthors(_ bytes: [UInt8], from start: Int) {
    let mark = String(decoding: bytes[start...], as: UTF8.self)
    guard mark.contains("<wp:author>") else { return }
    let words = Array(
      (mark.firstRange(of: "<item>").map { mark[..<$0.lowerBound] } ?? mark[...]).utf8)
    var waiting = [FeedElement.reading(words, root: root)]
    while let element = waiting.popLast() {
      waiting += element.children
      guard element.name == "wp:author", let login = element.words("wp:author_login") else {
        continue
      }
      authors[login] = Party(
        name: element.words("wp:author_display_name") ?? login,
        address: element.words("wp:author_email").map { $0.lowercased() })
    }
  }
}
