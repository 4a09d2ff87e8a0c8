/// A few bits of each word of a set, so that most sets without a common word are told apart without
/// looking further: frequent words have a bit of their own, the others share the rest.
typealias Signature = SIMD2<UInt64>

extension Signature {
  /// How many bits there are, and how many of the most frequent words have one of their own.
  static let bitCount = 128
  static let ownBitCount = 64

  /// The signature of one word: bit `place` of its bits.
  init(bit place: UInt8) {
    self = .zero
    self[Int(place) / 64] = 1 << (UInt64(place) % 64)
  }

  /// Whether some word may be in both sets.
  @inline(__always)
  func mayMeet(_ other: Signature) -> Bool {
    let common = self & other
    return common.x | common.y != 0
  }
}
