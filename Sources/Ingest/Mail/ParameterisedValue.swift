import Text

/// A value with parameters, as Content-Type and Content-Disposition have it (RFC 2045 §5.1,
/// RFC 2183), read as leniently as mail demands.
struct ParameterisedValue {
  /// The value in lower case: "text/plain", "attachment".
  var value: String
  /// Raw parameters with lower-case names; RFC 2231 pieces are joined and decoded.
  private var parameters: [(name: String, bytes: [UInt8])] = []

  /// The raw bytes of a parameter; nil when there is none.
  private(set) subscript(name: String) -> [UInt8]? {
    get { parameters.first { $0.name == name }?.bytes }
    set {
      parameters.removeAll { $0.name == name }
      if let newValue { parameters.append((name, newValue)) }
    }
  }

  /// Reads a raw field value.
  init(_ raw: [UInt8]) {
    var reader = ParameterReader(raw.prefix(16 << 10))
    value = String(decoding: reader.value().lowercasedASCII, as: UTF8.self)
    var pieces: [String: [ParameterPiece]] = [:]
    if value.contains(byte: UInt8(ascii: "=")), let equals = value.firstIndex(of: "=") {
      self[String(value[..<equals])] = Array(value[value.index(after: equals)...].utf8)
      value = ""
    }
    while let (name, bytes) = reader.next() {
      if let star = name.firstIndex(of: "*") {
        let piece = ParameterPiece(suffix: name[star...], bytes: bytes)
        pieces[String(name[..<star]), default: []].append(piece)
      } else if self[name] == nil {
        parameters.append((name, bytes))
      }
    }
    for (name, list) in pieces { self[name] = ParameterPiece.joined(list) }
  }

  /// A parameter as text: RFC 2231 or RFC 2047 encoding undone.
  func text(_ name: String) -> String? {
    guard let bytes = self[name], !bytes.isEmpty else { return nil }
    return EncodedWords.decoded(bytes, charset: nil)
  }
}

/// One numbered or encoded piece of a parameter (RFC 2231 §3, §4).
private struct ParameterPiece {
  var index: Int
  var isEncoded: Bool
  var bytes: [UInt8]

  init(suffix: Substring, bytes: [UInt8]) {
    let parts = suffix.dropFirst().split(separator: "*", omittingEmptySubsequences: false)
    index = parts.first.flatMap { Int($0) } ?? 0
    isEncoded = suffix.hasSuffix("*")
    self.bytes = bytes
  }

  /// The pieces in order; the charset of the first one is undone.
  static func joined(_ pieces: [ParameterPiece]) -> [UInt8] {
    var output: [UInt8] = []
    var charset: String?
    let sorted = pieces.enumerated().sorted {
      ($0.element.index, $0.offset) < ($1.element.index, $1.offset)
    }
    for (_, piece) in sorted {
      var bytes = piece.bytes[...]
      if piece.isEncoded {
        if charset == nil, let first = bytes.firstIndex(of: UInt8(ascii: "'")),
          let second = bytes[(first + 1)...].firstIndex(of: UInt8(ascii: "'"))
        {
          charset = String(decoding: bytes[..<first], as: UTF8.self)
          bytes = bytes[(second + 1)...]
        }
        output += percentDecoded(bytes)
      } else {
        output += bytes
      }
    }
    guard let charset else { return output }
    return Array(DecodedText(decoding: output, label: charset).text.utf8)
  }

  private static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let high = TransferEncoding.hexValue(bytes[index + 1]),
        let low = TransferEncoding.hexValue(bytes[index + 2])
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }
}
