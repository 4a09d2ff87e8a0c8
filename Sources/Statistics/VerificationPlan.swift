/// How long to watch before a cut can be proved: the exact power of `RateComparison`.
///
/// Assumes Poisson cases; where they come in bunches it takes longer.
public struct VerificationPlan: Sendable, Equatable {
  /// Cases a week before the change, > 0.
  public let mean: Double
  /// The share of cases the change is to remove, 0...1.
  public let cut: Double
  /// Weeks the earlier rate rests on, 1...1000.
  public let baselineWeeks: Int
  /// The chance of proving a cut that there is not, strictly between 0 and 1.
  public let alpha: Double
  /// The rate after, relative to that before, that is to be ruled out; 1: no fall at all.
  public let ratio: Double

  /// A plan by the weekly mean before (cases, > 0) and the expected cut (a share, 0...1).
  public init(
    mean: Double, cut: Double, baselineWeeks: Int = 26, alpha: Double = 0.05, ratio: Double = 1
  ) {
    precondition(mean > 0 && mean <= 1e6, "a mean is positive, at most 1e6 a week")
    precondition(0 <= cut && cut <= 1, "a cut lies between 0 and 1")
    precondition(0 < baselineWeeks && baselineWeeks <= 1000, "a rate rests on 1 to 1000 weeks")
    precondition(0 < alpha && alpha < 1, "a level lies between 0 and 1")
    precondition(0 < ratio && ratio.isFinite, "a ratio of rates is positive")
    self.mean = mean
    self.cut = cut
    self.baselineWeeks = baselineWeeks
    self.alpha = alpha
    self.ratio = ratio
  }

  /// The chance of proving the cut after so many weeks (≥ 1), summed over both totals.
  public func power(weeks: Int) -> Double {
    let before = CountDistribution(mean: mean * Double(baselineWeeks))
    let after = CountDistribution(mean: mean * (1 - cut) * Double(weeks))
    let lowest = before.quantile(1e-12)
    let highest = before.criticalCount(alpha: 1e-12)
    // The largest total after that still proves the cut; more cases before never lower it.
    var critical = -1
    var sum = 0.0
    for cases in lowest...highest {
      while proves(before: cases, after: critical + 1, weeks: weeks) { critical += 1 }
      if critical >= 0 { sum += before.probability(of: cases) * after.cumulative(critical) }
    }
    return min(1, sum)
  }

  /// The fewest weeks that prove the cut with this power (0...1), or nil: not within `limit` weeks.
  public func weeksNeeded(power target: Double = 0.8, limit: Int = 104) -> Int? {
    var weeks = 1
    while weeks <= limit {
      if power(weeks: weeks) >= target { return weeks }
      weeks += 1
    }
    return nil
  }

  private func proves(before: Int, after: Int, weeks: Int) -> Bool {
    RateComparison(
      before: before, weeksBefore: baselineWeeks, after: after, weeksAfter: weeks
    ).chanceOfSoFew(ratio: ratio) <= alpha
  }
}
