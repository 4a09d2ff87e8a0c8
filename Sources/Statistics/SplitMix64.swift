/// A seeded generator whose sequence is the same on every machine and for every compiler.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators",
/// OOPSLA 2014. Not for secrets.
package struct SplitMix64: Sendable {
  private var state: UInt64

  /// A generator whose sequence is fixed by the seed.
  package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in `0..<bound`; one of them is likelier by less than `bound` in 2^64.
  ///
  /// The standard library may change how it draws from a range; this stays.
  package mutating func index(below bound: Int) -> Int {
    precondition(bound > 0, "nothing to draw from")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
