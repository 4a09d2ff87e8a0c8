import Text

/// Reads a value and its parameters from left to right.
struct ParameterReader {
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
        !bytes[index].isAmong("=;,(\"")
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
