public import Complaints
import Text

/// Reads one mail: the mail itself and the documents inside it.
///
/// A ladder of recovery: the structure as declared; then by the boundaries that are there; then the
/// header and the rest as text; then everything as text. Only what holds no words at all, is
/// encrypted, or goes beyond the limits is rejected.
public struct MailReader: Sendable {
  /// A reader; it keeps nothing from one mail to the next.
  public init() {}

  /// The mail and, behind it, the mails and texts that are attached to it.
  ///
  /// A child's place is its parent's with a number added: "inbox.mbox#17!2". The alternative that
  /// was not chosen is not among the contents.
  /// - Throws: `notMail` without a header or text, `encrypted`, `overLimit` beyond
  ///   `Limits.mailPartCount`, `Limits.mailDepth` or `Limits.itemByteCount`.
  public func read(_ item: Item) throws(Rejection) -> [Document] {
    guard item.bytes.count <= Limits.itemByteCount else {
      throw Rejection(.overLimit, "\(item.bytes.count) bytes, limit \(Limits.itemByteCount)")
    }
    let (bytes, start) = MailReader.prepared(item.bytes)
    let isExact = item.source.range.count == bytes.count
    var builder = MailBuilder(
      source: item.source, outerDate: item.outerDate,
      origin: isExact ? item.source.range.lowerBound : nil)
    guard MailReader.hasHeader(bytes, from: start) else {
      guard bytes.contains(where: { !$0.isASCIIWhiteSpace }),
        !Sniffer.isBinary(Array(bytes.prefix(Sniffer.headByteCount)))
      else { throw Rejection(.notMail, "no header and no text") }
      return [builder.headless(bytes)]
    }
    var tree = try MimeTree(
      bytes: bytes, from: start, depth: 0, budget: Limits.mailPartCount)
    if let signed = MailReader.unwrapped(tree.parts[0], in: bytes) {
      tree = try MimeTree(bytes: signed, from: 0, depth: 0, budget: Limits.mailPartCount)
      builder.origin = nil
    }
    builder.partCount = tree.parts.count
    try builder.add(tree, root: 0, children: [], parent: nil)
    return builder.documents
  }

  /// A mail whose whole body is wrapped in an S/MIME signature, as it was before: its header with
  /// the signed part's own fields and content (RFC 8551 §3.5.2).
  private static func unwrapped(_ part: MimePart, in bytes: [UInt8]) -> [UInt8]? {
    guard part.kind == .leaf, part.type.isCryptographic,
      let inner = SignedData.content(of: part.transfer.decoded(Array(bytes[part.body])).bytes)
    else { return nil }
    var output: [UInt8] = []
    for field in part.header.fields
    where !bytes.span.extracting(field.nameRange).startsInAnyCase(with: "content-") {
      output += bytes[field.nameRange] + [UInt8(ascii: ":")] + bytes[field.value] + [0x0A]
    }
    if HeaderNames.leadingFieldCount(inner, in: inner.indices) == 0 { output.append(0x0A) }
    return output + inner
  }

  /// The bytes as the structure is read from them, and where the header starts: UTF-16 made UTF-8,
  /// lone CR made LF, an Apple Mail byte count and blank lines passed over (P13, P32).
  static func prepared(_ raw: [UInt8]) -> (bytes: [UInt8], start: Int) {
    var bytes = raw
    let head = Array(raw.prefix(512))
    let mayBeWide = head.first ?? 0 >= 0xFE || head.contains(0)
    if mayBeWide, DecodedText(decoding: head, label: nil).charset.hasPrefix("utf-16") {
      bytes = Array(DecodedText(decoding: raw, label: nil).text.utf8)
    }
    let first = MboxSplitter.firstTextIndex(bytes)
    let end = min(bytes.count, first + 2_048)
    if bytes.firstIndex(of: 0x0A, in: min(first, end)..<end) == nil, bytes.contains(0x0D) {
      for index in bytes.indices where bytes[index] == 0x0D {
        if index + 1 == bytes.count || bytes[index + 1] != 0x0A { bytes[index] = 0x0A }
      }
    }
    var lines = ByteLines(bytes, in: first..<bytes.count)
    if let line = lines.next(),
      bytes[line.range].prefix(12).allSatisfy({ $0.isASCIIDigit || $0 == 0x20 }),
      let count = Int(String(decoding: Array(bytes[line.range].prefix(12)).trimmed, as: UTF8.self)),
      count > 0, count <= bytes.count - line.next
    {
      return (Array(bytes[..<(line.next + count)]), line.next)
    }
    return (bytes, first)
  }

  /// Whether a header starts here, after at most two lines that are none.
  static func hasHeader(_ bytes: [UInt8], from start: Int) -> Bool {
    var position = start
    for _ in 0..<3 {
      if HeaderNames.leadingFieldCount(bytes, in: position..<bytes.count, limit: 1) > 0 {
        return true
      }
      let header = HeaderBlock(
        parsing: bytes, in: position..<min(bytes.count, position + 16_384), isInside: nil)
      if header.fields.contains(where: { HeaderNames.isKnown(bytes, $0.nameRange) }),
        header.isEnded
      {
        return true
      }
      guard let feed = bytes.firstIndex(of: 0x0A, in: position..<bytes.count) else { return false }
      position = feed + 1
    }
    return false
  }
}
