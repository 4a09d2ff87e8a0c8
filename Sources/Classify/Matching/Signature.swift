/// A few bits of each word of a set, so that most sets without a common word are told apart without
/// looking further: frequent words have a bit of their own, the others share the rest.
struct Signature: Hashable, Sendable {
  private var low: UInt64
  private var high: UInt64

  /// How many of the most frequent words have a bit of their own, and among how many the others
  /// are shared out.
  static let ownBitCount = 63
  static let sharedBitCount = 63

  /// No word.
  static let none = Signature(low: 0, high: 0)
  /// What every place of a text has, with a word or without: where any word will do, or none.
  static let always = Signature(low: 0, high: 1 << 63)

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The signature of a word with a bit of its own.
  init(frequencyRank: Int) { self.init(low: 1 << UInt64(frequencyRank), high: 0) }

  /// The signature of a word that shares a bit with those before and behind it in the alphabet:
  /// mostly they are forms of one verb, and stand in the same sets.
  init(alphabeticRank: Int) {
    self.init(low: 0, high: 1 << UInt64(alphabeticRank / 8 % Self.sharedBitCount))
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
