/// The last weeks against the weeks before them: finds lasting rises too small for a weekly limit.
///
/// A cumulative sum over up to 13 weeks, tuned to a doubling (at least one more case a week), and
/// the chance that it comes so far where nothing changed. Counts are negative binomial. The
/// baseline's dispersion is multiplied by 1 + 0.8 · recent weeks / baseline weeks, because its mean
/// is an estimate too: for a plain total the factor would be 1 (as in `PredictiveLimit`), for a
/// sum that falls back to 0 it is less, found by simulation. Source: `PoissonCUSUM`.
public struct SlowChannel: Sendable, Equatable {
  /// Weeks that are judged together, at most.
  public static let recentWeeks = 13
  /// Weeks they are compared with, at most.
  public static let priorWeeks = 26

  /// Whether the chance of such a sum is no more than the level.
  public let isRise: Bool
  /// The index into the counts of the first week of the present run, after the sum was last 0;
  /// the number of counts while it is 0.
  public let since: Int
  /// Cases since then.
  public let caseCount: Int
  /// Cases a week that the baseline lets expect.
  public let expected: Double
  /// The weeks that the expectation rests on: its n.
  public let baselineWeeks: Int
  private let chart: PoissonCUSUM
  private let usual: CountDistribution

  /// The cumulative sum now, in cases, ≥ 0.
  public var sum: Double { chart.sum }
  /// What a week must exceed to add to the sum, in cases.
  public var reference: Double { chart.reference }
  /// The chance that such a sum is reached within 13 weeks without a change; 1 where it is 0.
  public var chance: Double {
    chart.chanceOfReachingSum(within: Self.recentWeeks, counts: usual)
  }

  /// Judges weekly counts, oldest first, the last one the week just finished.
  ///
  /// Weeks before the index `start` do not count (the watch was started anew there). The last
  /// weeks are as many as leave 12 before them, at most 13. Nil with fewer than 13 weeks: "count
  /// only". `alpha` is the chance of a false rise in a quarter (0 < alpha < 1; `AlarmBudget`).
  public init?(counts: [Int], alpha: Double, startingAt start: Int = 0) {
    precondition(0 < alpha && alpha < 1, "a level lies between 0 and 1")
    precondition(start >= 0, "an index is not negative")
    let recent = min(
      Self.recentWeeks, counts.count - start - PredictiveLimit.fewestBaselineWeeks)
    guard recent > 0 else { return nil }
    let window = counts.count - recent
    let baseline = Array(counts[max(start, window - Self.priorWeeks)..<window])
    let length = Double(baseline.count)
    let mean = (baseline.reduce(0.0) { $0 + Double($1) } + 0.5) / length
    var chart = PoissonCUSUM(
      reference: PoissonCUSUM.reference(usual: mean, raised: max(2 * mean, mean + 1)))
    var since = window
    for index in window..<counts.count {
      chart.add(counts[index])
      if chart.sum == 0 { since = index + 1 }
    }
    let usual = CountDistribution(
      mean: mean, dispersion: Dispersion.index(of: baseline) * (1 + 0.8 * Double(recent) / length))
    isRise =
      chart.chanceOfReachingSumAtOnce(counts: usual) <= alpha
      && chart.chanceOfReachingSum(within: Self.recentWeeks, counts: usual) <= alpha
    self.chart = chart
    self.usual = usual
    self.since = since
    caseCount = counts[since...].reduce(0, +)
    expected = mean
    baselineWeeks = baseline.count
  }
}
