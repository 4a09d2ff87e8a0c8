/// Tells whether bytes name a person: by an address, or by any address with the person's pseudonym.
public struct PersonTrace: Sendable {
  /// The person's pseudonym, "hmac:…".
  public let pseudonym: String
  /// The person's address in lower case; nil where only the pseudonym is known.
  public let address: String?
  private let pseudonyms: Pseudonyms

  /// The trace of an address, or of a table's author column.
  public init(address: String, pseudonyms: Pseudonyms) {
    pseudonym = pseudonyms.pseudonym(of: address)
    self.address = Pseudonyms.normalized(address)
    self.pseudonyms = pseudonyms
  }

  /// The trace of a pseudonym.
  public init(pseudonym: String, pseudonyms: Pseudonyms) {
    self.pseudonym = pseudonym
    address = nil
    self.pseudonyms = pseudonyms
  }

  /// The address where it is one by itself; an author column such as "Ana" is a word among others.
  public var telling: String? {
    address.flatMap { $0.utf8.contains(UInt8(ascii: "@")) && $0.utf8.count >= 6 ? $0 : nil }
  }

  /// Whether the bytes hold an address of the person, as it stands; whatever the case of letters.
  public func isNamed(in bytes: [UInt8]) -> Bool {
    addresses(in: bytes) { found in
      if let telling { return found == telling }
      return address == nil && pseudonyms.pseudonym(of: found) == pseudonym
    }
  }

  /// As `isNamed(in:)`, also where the bytes are quoted-printable, base64 or UTF-16 inside.
  public func isNamed(inEncoded bytes: [UInt8]) -> Bool {
    isNamed(in: bytes)
      || EncodedBytes.views(of: bytes).contains { isNamed(in: $0) }
  }

  /// Whether any address, in lower case, is the one; every "@" is looked at once.
  private func addresses(in bytes: [UInt8], is wanted: (String) -> Bool) -> Bool {
    var position = 0
    while let at = bytes[position...].firstIndex(of: UInt8(ascii: "@")) {
      position = at + 1
      var start = at
      while start > 0, at - start < 64, PersonTrace.isLocal(bytes[start - 1]) { start -= 1 }
      var end = at + 1
      while end < bytes.count, end - at < 255, PersonTrace.isDomain(bytes[end]) { end += 1 }
      while end > at + 1, !PersonTrace.isAlphanumeric(bytes[end - 1]) { end -= 1 }
      while start < at, bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: "'") {
        start += 1
      }
      guard start < at, end > at + 1 else { continue }
      if wanted(String(decoding: bytes[start..<end], as: UTF8.self).lowercased()) { return true }
    }
    return false
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}
