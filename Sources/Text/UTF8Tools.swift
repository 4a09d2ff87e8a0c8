private import Glibc

extension Array where Element == UInt8 {
  /// Whether the bytes are valid UTF-8; O(n).
  public var isValidUTF8: Bool { (try? UTF8Span(validating: span)) != nil }

  /// Where a byte occurs first in a part of the array; nil when it does not.
  public func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    withUnsafeBytes { buffer in
      guard !range.isEmpty, range.upperBound <= buffer.count, let base = buffer.baseAddress,
        let hit = memchr(base + range.lowerBound, CInt(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(hit) - base
    }
  }

  /// Whether a part of the array starts with these bytes.
  public func starts(with prefix: StaticString, at index: Int, before end: Int) -> Bool {
    guard index >= 0, index + prefix.utf8CodeUnitCount <= Swift.min(end, count) else {
      return false
    }
    for offset in 0..<prefix.utf8CodeUnitCount
    where self[index + offset] != prefix.utf8Start[offset] { return false }
    return true
  }

  /// Whether every byte is below 128 and none is NUL; O(n).
  public var isPlainASCII: Bool { allSatisfy { $0 &- 1 < 0x7F } }
}

extension ArraySlice where Element == UInt8 {
  /// The length, 2...4, of the valid UTF-8 sequence of several bytes that starts at `index`; 0 when
  /// none does.
  ///
  /// Source of the ranges: Unicode Standard, table 3-7.
  func sequenceLength(at index: Int) -> Int {
    let first = self[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + length <= endIndex, second.contains(self[index + 1]) else { return 0 }
    for offset in 2..<length where self[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}

extension UInt8 {
  /// The byte with A…Z turned into a…z.
  @inlinable public var lowercasedASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// Whether the byte is space, TAB, CR, LF or form feed.
  @inlinable public var isASCIIWhiteSpace: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D || self == 0x0C
  }

  /// Whether the byte is an ASCII letter.
  @inlinable public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether the byte is 0…9.
  @inlinable public var isASCIIDigit: Bool { self &- 0x30 < 10 }
}

extension Sequence<UInt8> {
  /// The bytes with A…Z turned into a…z.
  @inlinable public var lowercasedASCII: [UInt8] { map { $0.lowercasedASCII } }
}

extension String {
  /// The text with A…Z turned into a…z and everything else untouched.
  public var lowercasedASCII: String { String(decoding: utf8.lowercasedASCII, as: UTF8.self) }
}
