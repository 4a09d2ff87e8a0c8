/// Decodes `&name;` and `&#number;` as HTML5 does, which libxml2 2.9 does not.
struct CharacterReferences: Sendable {
  /// The one table.
  static let shared = CharacterReferences()

  private struct Entry: Sendable {
    var name: [UInt8]
    var value: [UInt8]
    var needsSemicolon: Bool
  }

  private var entries: [Entry] = []
  private var slots = [UInt16](repeating: 0, count: 8_192)
  /// Bytes of the longest name.
  private let longestName = 31
  /// Bytes of the longest name that needs no semicolon.
  private let longestBareName = 6

  private init() {
    let bare = Set(EntityNames.withoutSemicolon.split(whereSeparator: \.isWhitespace))
    for item in EntityNames.all.split(whereSeparator: \.isWhitespace) {
      guard let sign = item.firstIndex(of: "=") else { continue }
      let name = item[..<sign]
      var value = String.UnicodeScalarView()
      for code in item[item.index(after: sign)...].split(separator: "+") {
        if let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init) {
          value.append(scalar)
        }
      }
      entries.append(
        Entry(
          name: Array(name.utf8), value: Array(String(value).utf8),
          needsSemicolon: !bare.contains(name)))
      var slot = name.utf8.reduce(NameTable.seed) { NameTable.mixed($0, $1) }.slot
      while slots[slot] != 0 { slot = (slot + 1) & 8_191 }
      slots[slot] = UInt16(entries.count)
    }
  }

  /// The reference that starts with the `&` at `start`: how many bytes it takes, and its UTF-8.
  ///
  /// Nil when the `&` stands for itself. O(1).
  func reference(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int
  ) -> (byteCount: Int, value: [UInt8])? {
    guard start + 1 < end else { return nil }
    if bytes[start + 1] == UInt8(ascii: "#") { return number(in: bytes, at: start, end: end) }
    var index = start + 1
    let limit = min(end, start + 1 + longestName + 1)
    while index < limit, bytes[index].isLetterOrDigit { index += 1 }
    let count = index - start - 1
    guard count > 0 else { return nil }
    if index < end, bytes[index] == UInt8(ascii: ";"),
      let entry = entry(in: bytes, from: start + 1, count: count)
    {
      return (count + 2, entry.value)
    }
    var bareCount = min(count, longestBareName)
    while bareCount > 1 {
      if let entry = entry(in: bytes, from: start + 1, count: bareCount), !entry.needsSemicolon {
        return (bareCount + 1, entry.value)
      }
      bareCount -= 1
    }
    return nil
  }

  private func entry(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, count: Int
  ) -> Entry? {
    let name = UnsafeBufferPointer(rebasing: bytes[start..<start + count])
    var slot = name.reduce(NameTable.seed) { NameTable.mixed($0, $1) }.slot
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.name.count == count, name.elementsEqual(entry.name) { return entry }
      slot = (slot + 1) & 8_191
    }
    return nil
  }

  private func number(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int
  ) -> (byteCount: Int, value: [UInt8])? {
    guard let first = code(in: bytes, at: start, end: end) else { return nil }
    if (0xD800...0xDBFF).contains(first.value),
      let second = code(in: bytes, at: first.end, end: end),
      (0xDC00...0xDFFF).contains(second.value)
    {
      let joined = 0x10000 + (first.value - 0xD800) << 10 + (second.value - 0xDC00)
      return (second.end - start, utf8(of: joined))
    }
    return (first.end - start, utf8(of: first.value))
  }

  private func code(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int
  ) -> (value: UInt32, end: Int)? {
    guard start + 2 < end, bytes[start] == UInt8(ascii: "&"), bytes[start + 1] == UInt8(ascii: "#")
    else { return nil }
    let isHexadecimal = bytes[start + 2] | 0x20 == UInt8(ascii: "x")
    let radix: UInt32 = isHexadecimal ? 16 : 10
    var index = start + (isHexadecimal ? 3 : 2)
    let firstDigit = index
    var value: UInt32 = 0
    while index < end, let digit = bytes[index].digitValue, digit < radix {
      value = min(value * radix + digit, 0x110000)
      index += 1
    }
    guard index > firstDigit else { return nil }
    if index < end, bytes[index] == UInt8(ascii: ";") { index += 1 }
    return (value, index)
  }

  /// Numbers of C1 controls mean windows-1252 (WHATWG HTML, "numeric character reference end").
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]

  private func utf8(of code: UInt32) -> [UInt8] {
    var code = code
    if (0x80...0x9F).contains(code) { code = CharacterReferences.windows1252[Int(code) - 0x80] }
    let scalar = code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}"
    return Array(String(scalar).utf8)
  }
}

extension UInt64 {
  fileprivate var slot: Int { Int(truncatingIfNeeded: self >> 40) & 8_191 }
}

extension UInt8 {
  /// Space, TAB, LF, FF or CR.
  @inline(__always) var isSpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C
  }

  /// An ASCII letter.
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// An ASCII letter or digit.
  @inline(__always) var isLetterOrDigit: Bool { isLetter || self &- 0x30 < 10 }

  /// The ASCII letter in lower case; other bytes as they are.
  @inline(__always) var lowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// The value of a digit of radix 16; nil for other bytes.
  @inline(__always) var digitValue: UInt32? {
    if self &- 0x30 < 10 { return UInt32(self &- 0x30) }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) + 10 : nil
  }
}
