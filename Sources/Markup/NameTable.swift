/// Finds a name among at most 250 by the hash of its letters, without making a string.
struct NameTable: Sendable {
  private var keys = [UInt64](repeating: 0, count: 512)
  private var indexes = [UInt8](repeating: 0, count: 512)

  /// A table of names in lower case, found by their position.
  init(_ names: [String]) {
    for (index, name) in names.enumerated() {
      let key = NameTable.key(of: name)
      var slot = NameTable.slot(of: key)
      while keys[slot] != 0 { slot = (slot + 1) & 511 }
      keys[slot] = key
      indexes[slot] = UInt8(index)
    }
  }

  /// The hash of an empty name.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of a name with one more byte, which must be in lower case (FNV-1a).
  @inline(__always) static func mixed(_ key: UInt64, _ byte: UInt8) -> UInt64 {
    (key ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of a whole name.
  static func key(of name: String) -> UInt64 { name.utf8.reduce(seed) { mixed($0, $1) } }

  private static func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 40) & 511 }

  /// The position of the name with that hash; nil for an unknown name.
  func index(of key: UInt64) -> Int? {
    var slot = NameTable.slot(of: key)
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(indexes[slot]) }
      slot = (slot + 1) & 511
    }
    return nil
  }
}
