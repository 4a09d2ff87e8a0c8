import Text

/// OpenPGP's armour around the words of a text (RFC 9580 §6.2, §7).
enum PGPArmour {
  /// The text with the words of clear-signed messages alone: header, dash escapes and signatures
  /// are transport, as quoted-printable is. Signatures are not verified.
  static func withoutSignature(_ text: String) -> String {
    enum Place { case outside, header, words, signature }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var place = Place.outside
    var signatureStart = 0
    for line in ByteLines(bytes) {
      let content = bytes[line.range].trimmedEnd
      switch place {
      case .outside, .signature:
        if place == .outside, content.elementsEqual(begin.utf8) {
          place = .header
        } else if place == .signature, content.elementsEqual(end.utf8) {
          place = .outside
        } else if place == .outside {
          output.append(contentsOf: bytes[line.range.lowerBound..<line.next])
        }
      case .header: if content.isEmpty { place = .words }
      case .words:
        if content.elementsEqual(signature.utf8) {
          place = .signature
          signatureStart = line.range.lowerBound
        } else {
          let isEscaped = content.starts(with: "- ".utf8) || content.elementsEqual("-".utf8)
          let from = min(line.range.lowerBound + (isEscaped ? 2 : 0), line.range.upperBound)
          output.append(contentsOf: bytes[from..<line.next])
        }
      }
    }
    if place == .header { return text }
    // A signature that never ends may have swallowed words.
    if place == .signature { output.append(contentsOf: bytes[signatureStart...]) }
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether a line of the text begins armour of any kind.
  static func isPresent(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      if bytes.starts(with: "-----BEGIN PGP ", at: position, before: bytes.count) { return true }
      guard let feed = bytes.firstIndex(of: 0x0A, in: position..<bytes.count) else { return false }
      position = feed + 1
    }
    return false
  }

  /// The text without its encrypted blocks.
  static func withoutEncrypted(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var isInside = false
    for line in ByteLines(bytes) {
      let content = bytes[line.range].trimmedEnd
      if isInside {
        if content.elementsEqual(messageEnd.utf8) { isInside = false }
      } else if content.elementsEqual(message.utf8) {
        isInside = true
      } else {
        output.append(contentsOf: bytes[line.range.lowerBound..<line.next])
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static let begin = "-----BEGIN PGP SIGNED MESSAGE-----"
  private static let signature = "-----BEGIN PGP SIGNATURE-----"
  private static let end = "-----END PGP SIGNATURE-----"
  private static let message = "-----BEGIN PGP MESSAGE-----"
  private static let messageEnd = "-----END PGP MESSAGE-----"
}

extension ArraySlice where Element == UInt8 {
  /// The bytes without white space at the end.
  fileprivate var trimmedEnd: ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, self[end - 1].isASCIIWhiteSpace { end -= 1 }
    return self[startIndex..<end]
  }
}
