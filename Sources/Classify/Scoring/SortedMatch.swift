/// A match in one number that orders by owner, start and end.
struct SortedMatch: Comparable {
  private var bits: UInt64
  /// No match.
  static let none = SortedMatch(bits: .max)

  private init(bits: UInt64) { self.bits = bits }

  init(_ match: Match) {
    let length = UInt64(match.end - match.start)
    bits = UInt64(match.owner) << 40 | UInt64(match.start) << 16 | length
  }

  var owner: Int { Int(bits >> 40) }
  var range: Range<Int> {
    let start = Int(bits >> 16 & 0xFF_FFFF)
    return start..<start + Int(bits & 0xFFFF)
  }

  func hasStart(of other: SortedMatch) -> Bool { bits >> 16 == other.bits >> 16 }

  static func < (one: SortedMatch, other: SortedMatch) -> Bool { one.bits < other.bits }
}
