public import Complaints

/// More cases of a problem than chance explains.
public struct Signal: Sendable, Equatable {
  /// Which of the two watches found it.
  public enum Channel: String, Sendable, Codable {
    /// One week above its predictive limit.
    case week
    /// A lasting rise, found by the cumulative sum.
    case slow
  }

  /// What rose.
  public let problem: Problem
  /// The week after which it was seen.
  public let week: Week
  /// The week in which the rise began, as far as can be told; at most `week`.
  public let since: Week
  /// Which watch.
  public let channel: Channel
  /// Cases in `since ... week`.
  public let caseCount: Int
  /// Cases a week that the weeks before let expect.
  public let expected: Double
  /// The weeks that the expectation rests on: its n.
  public let baselineWeeks: Int

  /// A signal.
  public init(
    problem: Problem, week: Week, since: Week, channel: Channel, caseCount: Int, expected: Double,
    baselineWeeks: Int
  ) {
    self.problem = problem
    self.week = week
    self.since = since
    self.channel = channel
    self.caseCount = caseCount
    self.expected = expected
    self.baselineWeeks = baselineWeeks
  }

  /// Weeks from the beginning of the rise to `week`, at least 1.
  public var weekCount: Int { (week.start.number - since.start.number) / 7 + 1 }
}
