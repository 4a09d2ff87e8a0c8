/// Two totals of cases over known times, compared exactly.
///
/// Given their sum, the later total is binomial. One-sided, without the mid-p correction, so never
/// more false proofs than stated, if cases are Poisson; cases that come in bunches give more.
/// Source: J. Przyborowski and H. Wilenski, "Homogeneity of Results in Testing Samples from Poisson
/// Series", Biometrika 31 (1940).
public struct RateComparison: Sendable, Equatable {
  /// Cases in the earlier time, ≥ 0.
  public let before: Int
  /// Weeks of the earlier time, ≥ 1.
  public let weeksBefore: Int
  /// Cases in the later time, ≥ 0.
  public let after: Int
  /// Weeks of the later time, ≥ 1.
  public let weeksAfter: Int

  /// A comparison of cases (≥ 0) over weeks (≥ 1), before and after.
  public init(before: Int, weeksBefore: Int, after: Int, weeksAfter: Int) {
    precondition(before >= 0 && after >= 0, "counts are not negative")
    precondition(weeksBefore > 0 && weeksAfter > 0, "a rate needs time")
    self.before = before
    self.weeksBefore = weeksBefore
    self.after = after
    self.weeksAfter = weeksAfter
  }

  /// The chance of so few cases after, or fewer, if the weekly rate were `ratio` times that before.
  ///
  /// Small: the rate fell below that. `ratio` > 0; 1 asks for any fall, 0.5 for one by half.
  public func chanceOfSoFew(ratio: Double = 1) -> Double {
    distribution(ratio: ratio).cumulative(after)
  }

  /// The chance of so many cases after, or more, if the weekly rate were `ratio` times that before.
  ///
  /// Small: the rate rose above that. `ratio` > 0.
  public func chanceOfSoMany(ratio: Double = 1) -> Double {
    distribution(ratio: ratio).tail(from: after)
  }

  private func distribution(ratio: Double) -> BinomialDistribution {
    precondition(ratio > 0 && ratio.isFinite, "a ratio of rates is positive")
    let weight = ratio * Double(weeksAfter)
    return BinomialDistribution(
      trials: before + after, share: weight / (weight + Double(weeksBefore)))
  }
}
