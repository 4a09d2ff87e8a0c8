/// The most cases the next week brings, unless something changed: one upper limit, with no rules
/// about runs.
///
/// The weekly mean has the posterior Gamma(cases + ½, weeks) (Jeffreys' prior), so the next count
/// is negative binomial: mean (cases + ½) / weeks, dispersion 1 + 1 / weeks. Where the baseline
/// varies more than Poisson counts do, its dispersion index multiplies that. Source: A. Gelman and
/// others, "Bayesian Data Analysis", 3rd ed., §2.6, and the quasi-Poisson variance of McCullagh and
/// Nelder, "Generalized Linear Models", 2nd ed., ch. 6.
public struct PredictiveLimit: Sendable, Equatable {
  /// Fewer baseline weeks than this give no limit: "count only".
  public static let fewestBaselineWeeks = 12

  /// Cases expected in the week ahead.
  public let expected: Double
  /// The baseline's variance / mean, ≥ 1.
  public let dispersion: Double
  /// The weeks that the limit rests on: its n.
  public let baselineWeeks: Int
  private let next: CountDistribution
  private let alpha: Double

  /// The limit for the next week.
  ///
  /// `baseline` has a count for every week, also those without cases; the weeks that drew
  /// attention to the series do not belong in it. `alpha` is the chance of exceeding the limit
  /// without a change (0 < alpha < 1; `AlarmBudget` has it). Nil when the baseline is too short.
  public init?(baseline: [Int], alpha: Double) {
    guard baseline.count >= Self.fewestBaselineWeeks else { return nil }
    let length = Double(baseline.count)
    let cases = baseline.reduce(0.0) { $0 + Double($1) }
    dispersion = Dispersion.index(of: baseline)
    expected = (cases + 0.5) / length
    baselineWeeks = baseline.count
    next = CountDistribution(mean: expected, dispersion: dispersion * (1 + 1 / length))
    self.alpha = alpha
  }

  /// The largest count that is no signal, in cases; searched for, so that `isExceeded` is quicker.
  public var limit: Int { next.criticalCount(alpha: alpha) - 1 }

  /// Whether this count is a signal: above the limit.
  public func isExceeded(by count: Int) -> Bool { next.tail(from: count) <= alpha }
}
