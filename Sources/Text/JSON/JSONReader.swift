/// Pulls JSON values out of UTF-8 bytes that the caller keeps alive.
///
/// Every function leaves the position behind what it read, or gives nil or false at the first byte
/// that is not JSON. Foundation refuses lone surrogates and control characters, which real exports hold.
package struct JSONReader {
  /// How deep arrays and objects may be nested.
  package static let depth = 128

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The byte offset of what is read next.
  package private(set) var position = 0

  /// A reader at the start of some bytes.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Whether everything was read.
  package var isAtEnd: Bool { position >= bytes.count }

  /// The next byte that is not white space; nil at the end.
  package mutating func peek() -> UInt8? {
    skipWhiteSpace()
    return position < bytes.count ? bytes[position] : nil
  }

  /// Moves over white space.
  package mutating func skipWhiteSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  /// Moves over a UTF-8 byte order mark at the start.
  package mutating func skipByteOrderMark() {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
  }

  /// Moves over a byte if it is the next one after white space.
  package mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  /// Reads a value.
  package mutating func value(depth: Int = JSONReader.depth) -> JSONValue? {
    guard depth > 0, let first = peek() else { return nil }
    switch first {
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "{"):
      var object: [String: JSONValue] = [:]
      let isRead = members(depth: depth) { key, reader in
        guard let value = reader.value(depth: depth - 1) else { return false }
        object[key] = value
        return true
      }
      return isRead ? .object(object) : nil
    case UInt8(ascii: "["):
      var elements: [JSONValue] = []
      position += 1
      if take(UInt8(ascii: "]")) { return .array(elements) }
      while true {
        guard let value = value(depth: depth - 1) else { return nil }
        elements.append(value)
        if take(UInt8(ascii: "]")) { return .array(elements) }
        guard take(UInt8(ascii: ",")) else { return nil }
      }
    case UInt8(ascii: "t"): return word("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return word("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return word("null") ? .null : nil
    default: return number().map(JSONValue.number)
    }
  }

  /// Reads an object and hands each key to `member`, which must read the value.
  ///
  /// False when the bytes are no object or `member` says so.
  package mutating func members(
    depth: Int = JSONReader.depth, _ member: (String, inout JSONReader) -> Bool
  ) -> Bool {
    guard depth > 0, take(UInt8(ascii: "{")) else { return false }
    if take(UInt8(ascii: "}")) { return true }
    while true {
      guard peek() == UInt8(ascii: "\""), let key = string(), take(UInt8(ascii: ":")),
        member(key, &self)
      else { return false }
      if take(UInt8(ascii: "}")) { return true }
      guard take(UInt8(ascii: ",")) else { return false }
    }
  }

  /// Moves over a value without keeping it; false when it is not JSON.
  package mutating func skipValue(depth: Int = JSONReader.depth) -> Bool {
    guard depth > 0, let first = peek() else { return false }
    switch first {
    case UInt8(ascii: "\""): return skipString()
    case UInt8(ascii: "{"):
      return members(depth: depth) { _, reader in reader.skipValue(depth: depth - 1) }
    case UInt8(ascii: "["):
      position += 1
      if take(UInt8(ascii: "]")) { return true }
      while true {
        guard skipValue(depth: depth - 1) else { return false }
        if take(UInt8(ascii: "]")) { return true }
        guard take(UInt8(ascii: ",")) else { return false }
      }
    case UInt8(ascii: "t"): return word("true")
    case UInt8(ascii: "f"): return word("false")
    case UInt8(ascii: "n"): return word("null")
    default: return number() != nil
    }
  }

  /// Reads a number as it is written.
  package mutating func number() -> String? {
    skipWhiteSpace()
    let start = position
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") { position += 1 }
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[position - whole] != UInt8(ascii: "0") else { return nil }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      guard digits() > 0 else { return nil }
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count,
        bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      guard digits() > 0 else { return nil }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = position
    while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
    return position - start
  }

  private mutating func word(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for index in 0..<count where bytes[position + index] != word.utf8Start[index] { return false }
    position += count
    return true
  }

  /// The byte at the position; nil at the end.
  package var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Moves over one byte.
  package mutating func advance() { position += 1 }

  /// Goes back to an earlier position.
  package mutating func reset(to mark: Int) { position = mark }

  /// Moves to the next quote or backslash; false when there is none.
  package mutating func moveToQuoteOrEscape() -> Bool {
    var index = position
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      index += 1
    }
    position = index
    return index < count
  }

  /// The bytes of a range as text.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// The bytes of a range.
  package func copy(_ range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

  /// Adds the bytes of a range to an output.
  package func append(_ range: Range<Int>, to output: inout [UInt8]) {
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
  }

  /// Moves over the backslash and the u of a second surrogate.
  package mutating func takeSurrogatePrefix() -> Bool {
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { return false }
    position += 2
    return true
  }

  /// Four hexadecimal digits.
  package mutating func hexQuad() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for index in position..<position + 4 {
      let byte = bytes[index]
      let lower = byte | 0x20
      if byte &- 0x30 < 10 {
        value = value << 4 | UInt32(byte - 0x30)
      } else if lower &- 0x61 < 6 {
        value = value << 4 | UInt32(lower - 0x57)
      } else {
        return nil
      }
    }
    position += 4
    return value
  }
}
