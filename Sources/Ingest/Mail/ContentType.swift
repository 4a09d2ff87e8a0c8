import Text

/// A value with parameters, as Content-Type and Content-Disposition have it (RFC 2045 §5.1,
/// RFC 2183), read as leniently as mail demands.
struct ParameterisedValue {
  /// The value in lower case: "text/plain", "attachment".
  var value: String
  /// Raw parameters by lower-case name; RFC 2231 pieces are joined and decoded.
  var parameters: [String: [UInt8]]

  /// Reads a raw field value.
  init(_ raw: [UInt8]) {
    var reader = ParameterReader(raw.prefix(16 << 10))
    value = String(decoding: reader.value().lowercasedASCII, as: UTF8.self)
    parameters = [:]
    var pieces: [String: [ParameterPiece]] = [:]
    if let equals = value.firstIndex(of: "=") {
      parameters[String(value[..<equals])] = Array(value[value.index(after: equals)...].utf8)
      value = ""
    }
    while let (name, bytes) = reader.next() {
      if let star = name.firstIndex(of: "*") {
        let piece = ParameterPiece(suffix: name[star...], bytes: bytes)
        pieces[String(name[..<star]), default: []].append(piece)
      } else if parameters[name] == nil {
        parameters[name] = bytes
      }
    }
    for (name, list) in pieces { parameters[name] = ParameterPiece.joined(list) }
  }

  /// A parameter as text: RFC 2231 or RFC 2047 encoding undone.
  func text(_ name: String) -> String? {
    guard let bytes = parameters[name], !bytes.isEmpty else { return nil }
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

/// Reads a value and its parameters from left to right.
private struct ParameterReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

  /// What stands before the first parameter.
  mutating func value() -> [UInt8] {
    skipSpace()
    var output: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") || byte.isASCIIWhiteSpace { break }
      if byte == UInt8(ascii: "(") {
        skipComment()
        continue
      }
      if byte != UInt8(ascii: "\"") { output.append(byte) }
      index += 1
    }
    return output
  }

  /// The next parameter; also one that white space alone separates.
  mutating func next() -> (String, [UInt8])? {
    while index < bytes.count {
      skipSpace()
      guard index < bytes.count else { return nil }
      let start = index
      while index < bytes.count, !bytes[index].isASCIIWhiteSpace,
        !"=;,(\"".utf8.contains(bytes[index])
      {
        index += 1
      }
      let name = String(decoding: bytes[start..<index].lowercasedASCII, as: UTF8.self)
      skipSpace(separators: false)
      guard index < bytes.count, bytes[index] == UInt8(ascii: "="), !name.isEmpty else {
        if index == start { index += 1 }
        continue
      }
      index += 1
      skipSpace(separators: false)
      return (name, parameterValue(name))
    }
    return nil
  }

  private mutating func parameterValue(_ name: String) -> [UInt8] {
    var output: [UInt8] = []
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      index += 1
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
        if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count,
          bytes[index + 1] == UInt8(ascii: "\"") || bytes[index + 1] == UInt8(ascii: "\\")
        {
          index += 1
        }
        output.append(bytes[index])
        index += 1
      }
      index += 1
      return output
    }
    let mayHoldSpace = name.hasPrefix("name") || name.hasPrefix("filename")
    while index < bytes.count, bytes[index] != UInt8(ascii: ";") {
      if bytes[index].isASCIIWhiteSpace, !mayHoldSpace { break }
      output.append(bytes[index])
      index += 1
    }
    return output.trimmed
  }

  private mutating func skipSpace(separators: Bool = true) {
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isASCIIWhiteSpace
        || separators && (byte == UInt8(ascii: ";") || byte == UInt8(ascii: ","))
      {
        index += 1
      } else if byte == UInt8(ascii: "(") {
        skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() {
    var depth = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
      index += 1
      if depth == 0 { return }
    }
  }
}

/// What a part is: the Content-Type among those given that says most.
struct ContentType {
  /// "text/plain", in lower case.
  var mediaType: String
  /// The boundary of a multipart; nil when none is given.
  var boundary: [UInt8]?
  /// The value the type came from.
  var value: ParameterisedValue?

  /// Before the slash.
  var type: Substring { mediaType.prefix { $0 != "/" } }
  /// Behind the slash.
  var subtype: Substring { mediaType.dropFirst(type.utf8.count + 1) }

  /// Chooses among the raw values of a part's Content-Type fields; a multipart with a boundary
  /// first (P25), else the first that names a type.
  init(fields: [[UInt8]], fallback: String = "text/plain") {
    mediaType = fallback
    let values = fields.prefix(8).map(ParameterisedValue.init)
    let multipart = values.first {
      $0.value.hasPrefix("multipart/") && $0.parameters["boundary"]?.isEmpty == false
    }
    guard let chosen = multipart ?? values.first(where: { !$0.value.isEmpty }) ?? values.first
    else { return }
    value = chosen
    mediaType = ContentType.normalised(chosen.value, fallback: fallback)
    boundary = chosen.parameters["boundary"]
    if type == "multipart", let raw = boundary {
      boundary = Array(raw.reversed().drop { $0.isASCIIWhiteSpace }.reversed())
    }
  }

  /// A media type out of what stands for one: "text", "html", "plain/text", "TEXT/PLAIN/x".
  private static func normalised(_ value: String, fallback: String) -> String {
    let parts = value.split(separator: "/", omittingEmptySubsequences: true)
    switch (parts.first, parts.dropFirst().first) {
    case (nil, _): return fallback
    case ("text", nil), ("plain", _), ("txt", nil), ("us-ascii", nil): return "text/plain"
    case ("html", _): return "text/html"
    case ("multipart", nil): return "multipart/mixed"
    case ("message", nil): return "message/rfc822"
    case (let type?, nil):
      return value.contains("/") ? "\(type)/octet-stream" : fallback
    case (let type?, let subtype?): return "\(type)/\(subtype)"
    }
  }
}
