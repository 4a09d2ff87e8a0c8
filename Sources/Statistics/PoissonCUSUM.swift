/// A cumulative sum that finds lasting rises: what exceeds the reference value adds up, what falls
/// short is taken off, never below 0.
///
/// Source: J. M. Lucas, "Counted Data CUSUM's", Technometrics 27 (1985). Kept in quarters of a
/// case, so that sums are exact.
public struct PoissonCUSUM: Sendable, Equatable {
  private let referenceQuarters: Int
  private let decisionQuarters: Int
  private var quarters = 0

  /// The reference value k, in cases a week.
  public var reference: Double { Double(referenceQuarters) / 4 }
  /// The decision value h, in cases: the sum that is a signal.
  public var decision: Double { Double(decisionQuarters) / 4 }
  /// The sum now, in cases, ≥ 0.
  public var sum: Double { Double(quarters) / 4 }
  /// Whether the sum has reached the decision value.
  public var isSignal: Bool { quarters >= decisionQuarters }

  /// A sum at 0. `reference` (0...1e6) goes to the nearest quarter, `decision` (0 < h ≤ 1e6) up to
  /// the next.
  public init(reference: Double, decision: Double) {
    precondition(0 <= reference && reference <= 1e6, "a reference value lies in 0...1e6")
    precondition(0 < decision && decision <= 1e6, "a decision value lies in 0...1e6, not 0")
    referenceQuarters = Int((reference * 4).rounded())
    decisionQuarters = Int((decision * 4).rounded(.up))
  }

  /// Adds a week's count (0...1e12) and says whether the sum is a signal now.
  public mutating func add(_ count: Int) -> Bool {
    precondition(0 <= count && count <= 1_000_000_000_000, "a count lies in 0...1e12")
    quarters = max(0, quarters + 4 * count - referenceQuarters)
    return isSignal
  }

  /// The reference value that finds a rise between two weekly means (0 < usual < raised) soonest:
  /// (raised − usual) / (ln raised − ln usual), in cases a week.
  public static func reference(usual: Double, raised: Double) -> Double {
    precondition(0 < usual && usual < raised && raised.isFinite, "the raised mean is the larger")
    return (raised - usual) / naturalLogarithm(raised / usual)
  }

  /// The chance of a signal within so many weeks (≥ 0) from a sum of 0, exactly, by the Markov
  /// chain of the sum. O(weeks × decision × counts below it).
  public func chanceOfSignal(within weeks: Int, counts: CountDistribution) -> Double {
    let most = (decisionQuarters + referenceQuarters) / 4
    let chances = (0...most).map { counts.probability(of: $0) }
    var states = [Double](repeating: 0, count: decisionQuarters)
    states[0] = 1
    for _ in 0..<max(0, weeks) {
      var next = [Double](repeating: 0, count: decisionQuarters)
      for (state, chance) in states.enumerated() where chance > 0 {
        for (count, part) in chances.enumerated() {
          let sum = max(0, state + 4 * count - referenceQuarters)
          guard sum < decisionQuarters else { break }
          next[sum] += chance * part
        }
      }
      states = next
    }
    return max(0, 1 - states.reduce(0, +))
  }

  /// The smallest whole decision value with a false signal within `weeks` weeks in at most
  /// `alpha` of the cases (0 < alpha < 1), or nil: none up to 1000. `reference` as in `init`.
  public static func decision(
    alpha: Double, weeks: Int = 13, reference: Double, counts: CountDistribution
  ) -> Double? {
    precondition(0 < alpha && alpha < 1, "a level lies between 0 and 1")
    for decision in 1...1000 {
      let chart = PoissonCUSUM(reference: reference, decision: Double(decision))
      if chart.chanceOfSignal(within: weeks, counts: counts) <= alpha { return Double(decision) }
    }
    return nil
  }
}
