public import Complaints

/// The backlog on one screen, as known at a moment.
public struct Overview: Sendable {
  /// The last week that was over; counts end with it.
  public var week: Week
  /// Items in the order of their numbers.
  public var items: [ItemLine]
  /// Problems that wait for somebody to open an item, the most pressing first.
  public var candidates: [Candidate]
  /// Series that were watched for signals: their n.
  public var watchedCount: Int
}

/// An item with what has been counted of its problems.
public struct ItemLine: Sendable {
  /// The item.
  public var item: PreventionItem
  /// Cases of any of its problems in the last 13 weeks, each case once.
  public var recentCases: Int
  /// Cases in the 13 weeks before.
  public var priorCases: Int
  /// Cases received in the weeks after the one in which the item was opened: "we knew".
  public var casesSinceOpened: Int
  /// How its trial stands; nil unless it is done, watching or judged.
  public var trial: Trial?
  /// Signals of its problems in the last week.
  public var signals: [Signal]
  /// Cases of its problems by week received, the last 13 weeks counted, oldest first.
  public var weeklyCases: [Int]
}

/// A problem that somebody should look at: it rose, or it has 5 cases or more in 13 weeks.
public struct Candidate: Sendable {
  /// The problem.
  public var problem: Problem
  /// Cases in the last 13 weeks.
  public var recentCases: Int
  /// Cases in the 13 weeks before.
  public var priorCases: Int
  /// The newest signal of the last 13 weeks.
  public var signal: Signal?
  /// Cases by week received, the last 13 weeks counted, oldest first.
  public var weeklyCases: [Int]
}

/// One problem, whole.
public struct ProblemReport: Sendable {
  /// The problem.
  public var problem: Problem
  /// All counts, of which `counts.received(problem)` is the chart.
  public var counts: ProblemCounts
  /// Signals of the last 26 weeks, oldest first.
  public var signals: [Signal]
  /// The item that owns it now; nil where there is none.
  public var item: ItemLine?
  /// Rows of the newest complaints that count for it, newest first, at most 20.
  public var newestRows: [Int64]
  /// The upper limit for one week, in cases; nil with fewer than 12 weeks: count only.
  public var weeklyLimit: Int?
  /// Cases a week that the limit expects; nil without a limit.
  public var expected: Double?
}
