import Crypto

/// Turns addresses into keyed pseudonyms: the same person has the same one, and nobody without the
/// key can test a guessed address (HMAC, RFC 2104, with SHA-256).
public struct Pseudonyms: Sendable {
  private let key: SymmetricKey

  /// Pseudonyms under a secret key, usually the 32 bytes of a `KeyFile`.
  public init(key: [UInt8]) {
    precondition(!key.isEmpty, "a pseudonym without a key hides nothing")
    self.key = SymmetricKey(data: key)
  }

  /// "hmac:" and 32 hexadecimal digits, the first half of the code.
  ///
  /// White space around the address and the case of its letters do not count, everything else
  /// does: "a+b@example.org" and "a@example.org" are two people.
  public func pseudonym(of address: String) -> String {
    let normal = Pseudonyms.normalized(address)
    let code = HMAC<SHA256>.authenticationCode(for: Array(normal.utf8), using: key)
    var digits: [UInt8] = Array("hmac:".utf8)
    for byte in code.prefix(16) { Hexadecimal.append(byte, to: &digits) }
    return String(decoding: digits, as: UTF8.self)
  }

  static func normalized(_ address: String) -> String {
    let scalars = address.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[start...end]).lowercased()
  }
}
