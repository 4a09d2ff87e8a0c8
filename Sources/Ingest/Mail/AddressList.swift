import Complaints
import Text

/// The mailboxes of a From, To or Reply-To field (RFC 5322 §3.4), read in one pass.
///
/// Groups, comments, quoted names, missing brackets and pipermail's "user at host" are understood;
/// nesting costs nothing, so that a million colons are harmless.
struct AddressList {
  /// The mailboxes found, in order.
  private(set) var parties: [Party] = []
  private let charset: String?
  private var phrase: [UInt8] = []
  private var angle: [UInt8]?
  private var comment: [UInt8] = []

  /// The most mailboxes kept of one field.
  static let limit = 1_000

  /// Reads a raw field value; `charset` is the first guess for raw 8-bit names.
  init(_ raw: [UInt8], charset: String?) {
    self.charset = charset
    var index = 0
    var isInAngle = false
    while index < raw.count, parties.count < AddressList.limit {
      let byte = raw[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): append(AddressList.quoted(raw, &index)[...], isInAngle)
      case UInt8(ascii: "(") where !isInAngle: comment += AddressList.commented(raw, &index)
      case UInt8(ascii: "<"):
        if angle == nil || angle?.prefix(512).contains(UInt8(ascii: "@")) == false { angle = [] }
        isInAngle = true
      case UInt8(ascii: ">"): isInAngle = false
      case UInt8(ascii: "=") where !isInAngle:
        append(AddressList.encodedWord(raw, &index)[...], isInAngle)
      case UInt8(ascii: ",") where isInAngle && angle?.first == UInt8(ascii: "@"):
        append([byte], true)
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        flush()
        isInAngle = false
      case UInt8(ascii: ":") where !isInAngle:
        if !phrase.prefix(512).contains(UInt8(ascii: "@")) { phrase = [] }
      default:
        let start = index - 1
        while index < raw.count, !raw[index].isAmong("\"(<>=,;:") { index += 1 }
        append(raw[start..<index], isInAngle)
      }
    }
    flush()
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, _ isInAngle: Bool) {
    if isInAngle { angle?.append(contentsOf: bytes) } else { phrase.append(contentsOf: bytes) }
  }

  private mutating func flush() {
    defer { (phrase, angle, comment) = ([], nil, []) }
    var name = phrase.trimmed
    var address = angle.map { Array($0.filter { !$0.isASCIIWhiteSpace }) } ?? []
    if let route = address.lastIndex(of: UInt8(ascii: ":")), address.first == UInt8(ascii: "@") {
      address.removeFirst(route + 1)
    }
    if address.isEmpty { (name, address) = AddressList.split(name) }
    if !address.contains(UInt8(ascii: "@")) {
      if name.isEmpty { name = address }
      address = []
    }
    if name.isEmpty { name = comment.trimmed }
    let text = AddressList.withoutQuotes(EncodedWords.decoded(name, charset: charset))
    let lower = DecodedText(decoding: address, label: nil).text.lowercased()
    let isNamed = !text.isEmpty && text.lowercased() != lower
    guard isNamed || !lower.isEmpty else { return }
    parties.append(Party(name: isNamed ? text : nil, address: lower.isEmpty ? nil : lower))
  }

  /// Tells a bare address and a name apart: "Ana a@b.example", "ana at b.example".
  private static func split(_ phrase: [UInt8]) -> (name: [UInt8], address: [UInt8]) {
    let words = phrase.split(whereSeparator: \.isASCIIWhiteSpace)
    if words.count == 3, words[1].elementsEqual("at".utf8), words[2].contains(UInt8(ascii: ".")) {
      return ([], Array(words[0]) + [UInt8(ascii: "@")] + Array(words[2]))
    }
    if let at = words.lastIndex(where: { $0.contains(UInt8(ascii: "@")) }) {
      let others = words.indices.filter { $0 != at }.map { words[$0] }
      return (Array(others.joined(separator: [0x20])), Array(words[at]))
    }
    return (phrase, [])
  }

  private static func withoutQuotes(_ text: String) -> String {
    guard let first = text.utf8.first, first <= 0x20 || first == UInt8(ascii: "'") || first >= 0x80
    else { return text }
    let trimmed = text.drop(while: \.isWhitespace)
    guard trimmed.utf8.count > 2, trimmed.hasPrefix("'"), trimmed.hasSuffix("'") else {
      return String(trimmed)
    }
    return String(trimmed.dropFirst().dropLast())
  }

  /// The content of a quoted string whose opening mark has been passed.
  private static func quoted(_ raw: [UInt8], _ index: inout Int) -> [UInt8] {
    var output: [UInt8] = []
    while index < raw.count, raw[index] != UInt8(ascii: "\"") {
      if raw[index] == UInt8(ascii: "\\"), index + 1 < raw.count { index += 1 }
      output.append(raw[index])
      index += 1
    }
    index += 1
    return output
  }

  /// The content of a comment whose opening bracket has been passed; inner brackets are kept.
  private static func commented(_ raw: [UInt8], _ index: inout Int) -> [UInt8] {
    var output: [UInt8] = []
    var depth = 1
    while index < raw.count {
      let byte = raw[index]
      index += 1
      if byte == UInt8(ascii: "\\"), index < raw.count {
        output.append(raw[index])
        index += 1
        continue
      }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { break }
      }
      output.append(byte)
    }
    return output
  }

  /// An encoded word whose "=" has been passed, as it stands; commas inside it separate nothing.
  private static func encodedWord(_ raw: [UInt8], _ index: inout Int) -> [UInt8] {
    let start = index - 1
    guard index < raw.count, raw[index] == UInt8(ascii: "?") else { return [UInt8(ascii: "=")] }
    var marks = 0
    var end = index
    while end < raw.count, end - start < 1_000 {
      if raw[end] == UInt8(ascii: "?") {
        marks += 1
        if marks >= 4, end + 1 < raw.count, raw[end + 1] == UInt8(ascii: "=") {
          index = end + 2
          return Array(raw[start..<index])
        }
      }
      end += 1
    }
    return [UInt8(ascii: "=")]
  }
}
