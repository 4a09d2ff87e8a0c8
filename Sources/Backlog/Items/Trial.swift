public import Complaints

/// How an item's effect is to be judged: fixed on the day it is marked done, never changed after.
///
/// Cases are counted by the week in which it happened. Source of test and power: `RateComparison`
/// and `VerificationPlan`.
public struct TrialPlan: Sendable, Equatable, Codable {
  /// Weeks of the baseline: up to 26 before the change, without trigger weeks.
  public var baselineWeeks: Int
  /// Cases in them.
  public var baselineCases: Int
  /// The share of cases the change is to remove, 0...1.
  public var cut: Double
  /// The first week that counts after the change, "2026-W17".
  public var firstWeek: String
  /// Weeks that show the cut with 80 % power at a 5 % level; nil: not within two years.
  public var weeks: Int?
  /// Days that a week must be over before it counts, so that late complaints are in.
  public var lagDays: Int

  /// Cases a week in the baseline.
  public var baselineMean: Double { Double(baselineCases) / Double(max(1, baselineWeeks)) }
}

/// How a trial stands.
public struct Trial: Sendable, Equatable {
  /// The plan.
  public var plan: TrialPlan
  /// Weeks since the change that are old enough to count, at most the planned ones.
  public var settledWeeks: Int
  /// Cases in them.
  public var cases: Int
  /// The chance of so few cases, or fewer, had nothing changed; nil without a settled week.
  public var chance: Double?
  /// The Monday after the last planned week and the lag, when the trial is judged; nil: never.
  public var decisionDay: Day?

  /// Cases that the baseline lets expect in the settled weeks.
  public var expectedCases: Double { plan.baselineMean * Double(settledWeeks) }
}

/// How a trial ended.
public struct TrialResult: Sendable, Equatable, Codable {
  /// Weeks counted.
  public var weeks: Int
  /// Cases in them.
  public var cases: Int
  /// Cases expected without the change.
  public var expectedCases: Double
  /// The chance of so few cases, had nothing changed.
  public var chance: Double
}
