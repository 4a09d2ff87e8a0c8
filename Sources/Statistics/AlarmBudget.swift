/// One chance of a false signal in a quarter, shared among everything that is watched: half for
/// the weekly limits, half for the slow channel (C. E. Bonferroni's inequality).
///
/// Simulated with this code for 15 series, a budget of 0.1 and 12 to 39 weeks before the quarter
/// (1,500 to 9,000 quarters for every mean from 0.3 to 10 a week): 2 to 9 % of the quarters have a
/// false signal for Poisson counts, 15 to 25 % at dispersion 1.3, 27 to 46 % at 1.7; most for two
/// cases a week and less. A rise from 6 to 18 a week is found within 4 weeks in 98, 90 and 78 % of
/// the cases (dispersion 1, 1.3, 1.7), one from 2 to 6 within 8 weeks in 91, 83 and 71 %, one from
/// 2 to 4 in 28, 26 and 24 %.
///
/// Where series enter the watch because of the cases that are judged, all that could enter have to
/// be counted: `SignalWatch` gives 0.08 to the series watched before and 0.02 to all others with a
/// case in 39 weeks. Simulated through it for Poisson counts (200 quarters each), the share of
/// quarters with a new false signal is 0 % for 150 problems at 0.1 a week, 0.5 % for 100 at 0.2 and
/// 7.5 % for 15 at 0.5 to 5.
public struct AlarmBudget: Sendable, Equatable {
  /// The level for one week of one series.
  public let weekly: Double
  /// The level for the slow channel of one series, over a quarter.
  public let slow: Double

  /// The levels for `series` watched series (at least 1) and a chance `budget` of a false signal
  /// in a quarter of 13 weeks, 0 < budget < 1.
  public init(series: Int, budget: Double = 0.1) {
    precondition(0 < budget && budget < 1, "a budget lies between 0 and 1")
    precondition(series > 0, "something is watched")
    slow = budget / 2 / Double(series)
    weekly = slow / 13
  }
}
