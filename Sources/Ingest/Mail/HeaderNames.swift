import Text

/// The names of header fields, to tell a header from prose.
enum HeaderNames {
  /// Names that mail programs write, besides those that start with "x-", "content-", "list-",
  /// "resent-" or "arc-".
  static let known: Set<String> = [
    "from", "to", "cc", "bcc", "subject", "date", "message-id", "received", "return-path",
    "mime-version", "reply-to", "sender", "delivered-to", "in-reply-to", "references", "precedence",
    "status", "organization", "organisation", "user-agent", "dkim-signature", "domainkey-signature",
    "authentication-results", "received-spf", "envelope-to", "delivery-date", "auto-submitted",
    "errors-to", "importance", "priority", "thread-topic", "thread-index", "lines", "newsgroups",
    "path", "xref", "nntp-posting-host", "approved", "comments", "keywords", "mailing-list",
    "apparently-to", "sensitivity", "disposition-notification-to", "feedback-id",
    "original-recipient",
    "posted-date", "return-receipt-to", "old-return-path", "mail-followup-to", "envelope-from",
    "accept-language", "autocrypt", "bounces-to", "followup-to", "distribution", "message-context",
  ]

  /// Names of which one is enough to believe that a text is a mail.
  static let telling: Set<String> = [
    "from", "date", "message-id", "received", "return-path", "mime-version", "delivered-to",
    "content-type",
  ]

  /// Whether a lower-case name is one that mail programs write.
  static func isKnown(_ name: String) -> Bool {
    known.contains(name) || name.hasPrefix("x-") || name.hasPrefix("content-")
      || name.hasPrefix("list-") || name.hasPrefix("resent-") || name.hasPrefix("arc-")
  }

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

  /// How many header fields with known names stand at the start of some bytes, up to
  /// `limit`.
  static func leadingFieldCount(_ slice: ArraySlice<UInt8>, limit: Int = 8) -> Int {
    let bytes = Array(slice.prefix(4_096))
    var count = 0
    for line in ByteLines(bytes) {
      guard let first = line.range.first else { break }
      if bytes[first] == 0x20 || bytes[first] == 0x09, count > 0 { continue }
      if count == 0, bytes.starts(with: ">From ", at: first, before: line.range.upperBound) {
        count += 1
        continue
      }
      guard let length = nameLength(in: bytes, at: first, before: line.range.upperBound),
        isKnown(name(in: bytes, at: first, length: length))
      else { break }
      count += 1
      if count == limit { break }
    }
    return count
  }

  /// The same behind at most two lines that are no header, as "HELO shop" (P11).
  static func fieldCount(near slice: ArraySlice<UInt8>) -> Int {
    var rest = slice.prefix(4_096)
    for _ in 0..<3 {
      let count = leadingFieldCount(rest)
      if count > 0 { return count }
      guard let first = rest.first, !first.isASCIIWhiteSpace,
        let feed = rest.firstIndex(of: 0x0A)
      else { return 0 }
      rest = rest[(feed + 1)...]
    }
    return 0
  }

  /// The name in lower case.
  static func name(in bytes: [UInt8], at index: Int, length: Int) -> String {
    String(decoding: bytes[index..<index + length].lowercasedASCII, as: UTF8.self)
  }
}
