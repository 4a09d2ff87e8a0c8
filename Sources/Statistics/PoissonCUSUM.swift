/// A cumulative sum that finds lasting rises: what exceeds the reference value adds up, what falls
/// short is taken off, never below 0.
///
/// Source: J. M. Lucas, "Counted Data CUSUM's", Technometrics 27 (1985). Kept in quarters of a
/// case, so that sums are exact.
public struct PoissonCUSUM: Sendable, Equatable {
  private let referenceQuarters: Int
  private var quarters = 0

  /// The reference value k, in cases a week.
  public var reference: Double { Double(referenceQuarters) / 4 }
  /// The sum now, in cases, ≥ 0.
  public var sum: Double { Double(quarters) / 4 }

  /// A sum at 0. `reference` (0...1e9) goes to the nearest quarter.
  public init(reference: Double) {
    precondition(0 <= reference && reference <= 1e9, "a reference value lies in 0...1e9")
    referenceQuarters = Int((reference * 4).rounded())
  }

  /// Adds a week's count (0...1e12).
  public mutating func add(_ count: Int) {
    precondition(0 <= count && count <= 1_000_000_000_000, "a count lies in 0...1e12")
    quarters = max(0, quarters + 4 * count - referenceQuarters)
  }

  /// The reference value that finds a rise between two weekly means (0 < usual < raised) soonest:
  /// (raised − usual) / (ln raised − ln usual), in cases a week.
  public static func reference(usual: Double, raised: Double) -> Double {
    precondition(0 < usual && usual < raised && raised.isFinite, "the raised mean is the larger")
    return (raised - usual) / naturalLogarithm(raised / usual)
  }

  /// The chance that a sum which starts at 0 reaches the present one within so many weeks (≥ 0),
  /// by its Markov chain; small chances keep their digits.
  ///
  /// Exact for sums up to 64 cases. Larger ones are cut into 256 steps, and a week that ends between
  /// two steps is shared between them so that its mean stays: the chance then errs by some 5 % of
  /// itself at most. O(weeks × 256²) at most, and one probability for every count that moves the
  /// sum.
  public func chanceOfReachingSum(within weeks: Int, counts: CountDistribution) -> Double {
    guard quarters > 0 else { return 1 }
    let size = min(quarters, 256)
    let moves = moves(size: size, counts: counts)
    var reached = 0.0
    var live = 1.0
    var states = [Double](repeating: 0, count: size)
    states[0] = 1
    for _ in 0..<max(0, weeks) {
      var next = [Double](repeating: 0, count: size)
      var arrived = 0.0
      var first = moves.count
      for state in 0..<size {
        while first > 0 && state + moves[first - 1].by > 0 { first -= 1 }
        let chance = states[state]
        guard chance > 0 else { continue }
        for move in moves[first...] {
          let sum = state + move.by
          guard sum < size else {
            arrived += chance * move.orMore
            break
          }
          next[sum] += chance * move.chance
        }
      }
      reached += arrived
      live -= arrived
      // What is neither at the top nor on the way there is at 0.
      next[0] = max(0, live - next.reduce(0, +))
      states = next
    }
    return min(1, reached)
  }

  /// The chance that one week takes a sum that is 0 to the present one or above: never more than
  /// that of reaching it within some weeks, and quickly found.
  public func chanceOfReachingSumAtOnce(counts: CountDistribution) -> Double {
    quarters == 0 ? 1 : counts.tail(from: (quarters + referenceQuarters + 3) / 4)
  }

  /// By how many steps of the sum's `size` a week moves it, in order, with the chance of that and
  /// of that or more. Moves by −size or less are left out: they end at 0.
  private func moves(
    size: Int, counts: CountDistribution
  ) -> [(by: Int, chance: Double, orMore: Double)] {
    let step = Double(quarters) / Double(size)
    let lowest = max(0, (referenceQuarters - quarters + 3) / 4)
    let highest = (referenceQuarters + quarters) / 4
    var chances = [Double](repeating: 0, count: 2 * size + 2)
    for count in lowest...max(lowest, highest) {
      let chance = counts.probability(of: count)
      guard chance > 1e-60 || Double(count) < counts.mean else { break }
      let move = Double(4 * count - referenceQuarters) / step
      let whole = move.rounded(.down)
      let index = min(2 * size, Int(whole) + size)
      chances[index] += chance * (1 - (move - whole))
      chances[index + 1] += chance * (move - whole)
    }
    var orMore = counts.tail(from: max(lowest, highest) + 1)
    chances[2 * size] += orMore + chances[2 * size + 1]
    orMore = 0
    var moves: [(by: Int, chance: Double, orMore: Double)] = []
    for index in stride(from: 2 * size, through: 0, by: -1) where chances[index] > 0 {
      orMore += chances[index]
      moves.append((index - size, chances[index], orMore))
    }
    return moves.reversed()
  }
}
