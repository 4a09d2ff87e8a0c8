import Text

/// The names of header fields, to tell a header from prose.
enum HeaderNames {
  /// Names of which one is enough to believe that a text is a mail.
  static let telling: Set<HeaderName> = [
    .from, .date, .messageID, .received, .returnPath, .mimeVersion, .deliveredTo, .contentType,
  ]

  /// Whether a name is one that mail programs write.
  static func isKnown(_ bytes: [UInt8], _ name: Range<Int>) -> Bool {
    let name = bytes.span.extracting(name)
    if HeaderName(name) != nil { return true }
    for family in families where name.startsInAnyCase(with: family) { return true }
    return false
  }

  private static let families: [StaticString] = ["x-", "content-", "list-", "resent-", "arc-"]

  /// The length of a field name at `index`, spaces before the colon not counted; nil when the line
  /// is no field (RFC 5322 §3.6.8).
  static func nameLength(in bytes: [UInt8], at index: Int, before end: Int) -> Int? {
    var position = index
    while position < end, bytes[position] > 0x20, bytes[position] < 0x7F,
      bytes[position] != UInt8(ascii: ":")
    {
      position += 1
    }
    let length = position - index
    guard length > 0, length <= 128 else { return nil }
    while position < end, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    guard position < end, bytes[position] == UInt8(ascii: ":") else { return nil }
    return length
  }

  /// How many header fields with known names stand at the start of a part of some bytes, up to
  /// `limit`; 4,096 bytes are looked at.
  static func leadingFieldCount(_ bytes: [UInt8], in range: Range<Int>, limit: Int = 8) -> Int {
    var count = 0
    for line in ByteLines(bytes, in: range.prefix(4_096)) {
      guard let first = line.range.first else { break }
      if bytes[first] == 0x20 || bytes[first] == 0x09, count > 0 { continue }
      if count == 0, bytes.starts(with: ">From ", at: first, before: line.range.upperBound) {
        count += 1
        continue
      }
      guard let length = nameLength(in: bytes, at: first, before: line.range.upperBound),
        isKnown(bytes, first..<first + length)
      else { break }
      count += 1
      if count == limit { break }
    }
    return count
  }

  /// The same behind at most two lines that are no header, as "HELO shop" (P11).
  static func fieldCount(_ bytes: [UInt8], near range: Range<Int>) -> Int {
    var rest = range.prefix(4_096)
    for _ in 0..<3 {
      let count = leadingFieldCount(bytes, in: rest)
      if count > 0 { return count }
      guard let first = rest.first, !bytes[first].isASCIIWhiteSpace,
        let feed = bytes.firstIndex(of: 0x0A, in: rest)
      else { return 0 }
      rest = feed + 1..<rest.upperBound
    }
    return 0
  }
}

extension Span<UInt8> {
  /// Whether the bytes start with those of a text in lower case, whatever their own case.
  func startsInAnyCase(with prefix: StaticString) -> Bool {
    guard prefix.utf8CodeUnitCount <= count else { return false }
    for index in 0..<prefix.utf8CodeUnitCount
    where self[index].lowercasedASCII != prefix.utf8Start[index] { return false }
    return true
  }
}
