extension Span<UInt8> {
  /// The first byte; nil when there is none.
  @inlinable public var first: UInt8? { isEmpty ? nil : self[0] }

  /// The last byte; nil when there is none.
  @inlinable public var last: UInt8? { isEmpty ? nil : self[count - 1] }

  /// Whether a byte occurs; O(n).
  @inlinable public func contains(_ byte: UInt8) -> Bool {
    for index in indices where self[index] == byte { return true }
    return false
  }

  /// How often a byte occurs; O(n).
  @inlinable public func count(of byte: UInt8) -> Int {
    var found = 0
    for index in indices where self[index] == byte { found += 1 }
    return found
  }

  /// Whether the bytes start with those of a text.
  @inlinable public func starts(with prefix: StaticString) -> Bool {
    matches(prefix, at: 0)
  }

  /// Whether the bytes end with those of a text.
  @inlinable public func ends(with suffix: StaticString) -> Bool {
    matches(suffix, at: count - suffix.utf8CodeUnitCount)
  }

  /// Whether the bytes of a text stand at an index.
  @inlinable func matches(_ text: StaticString, at index: Int) -> Bool {
    guard index >= 0, text.utf8CodeUnitCount <= count - index else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where self[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// How many bytes at the start are among those of an ASCII text.
  @inlinable public func leadingCount(of set: StaticString) -> Int {
    var length = 0
    while length < count, self[length].isAmong(set) { length += 1 }
    return length
  }

  /// How many bytes at the end are among those of an ASCII text.
  @inlinable public func trailingCount(of set: StaticString) -> Int {
    var length = 0
    while length < count, self[count - 1 - length].isAmong(set) { length += 1 }
    return length
  }

  /// The bytes as text; what is no UTF-8 is repaired.
  public var text: String { withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
}

extension UInt8 {
  /// Whether the byte is one of those of a text.
  @inlinable public func isAmong(_ set: StaticString) -> Bool {
    for offset in 0..<set.utf8CodeUnitCount where set.utf8Start[offset] == self { return true }
    return false
  }
}
