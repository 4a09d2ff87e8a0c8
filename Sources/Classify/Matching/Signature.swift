/// A few bits of each word of a set, so that most sets without a common word are told apart without
/// looking further: frequent words have a bit of their own, the others share the rest.
struct Signature: Hashable, Sendable {
  private var low: UInt64
  private var high: UInt64

  /// How many bits words have, and how many of them are those of one frequent word each.
  static let bitCount = 126
  static let ownBitCount = 24

  /// No word.
  static let none = Signature(low: 0, high: 0)
  /// What every place of a text has, with a word or without: where any word will do, or none.
  static let always = Signature(low: 0, high: 1 << 63)

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The signature of a word, 0 to 125: the last bit of each half is that of `always` alone.
  init(bit: Int) {
    self.init(low: bit < 63 ? 1 << UInt64(bit) : 0, high: bit < 63 ? 0 : 1 << UInt64(bit - 63))
  }

  /// Whether some word may be in both sets.
  @inline(__always)
  func mayMeet(_ other: Signature) -> Bool { low & other.low | high & other.high != 0 }

  /// The signature in half as many bits: a frequent word shares its bit with rare ones.
  @inline(__always)
  var folded: UInt64 { low | high }

  /// The signature of the words of both sets.
  @inline(__always)
  static func | (one: Signature, other: Signature) -> Signature {
    Signature(low: one.low | other.low, high: one.high | other.high)
  }

  /// Adds the words of another set.
  @inline(__always)
  static func |= (one: inout Signature, other: Signature) { one = one | other }
}
