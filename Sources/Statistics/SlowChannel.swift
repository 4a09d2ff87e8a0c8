/// The last 13 weeks against the 26 before: finds lasting rises too small for a weekly limit.
///
/// The same predictive limit as for a week, for a total of 13.
public struct SlowChannel: Sendable, Equatable {
  /// Weeks that are judged together.
  public static let recentWeeks = 13
  /// Weeks they are compared with, at most.
  public static let priorWeeks = 26

  /// Cases in the recent weeks.
  public let total: Int
  /// What the prior weeks let expect, with its limit.
  public let limit: PredictiveLimit

  /// Judges weekly counts, oldest first, the last one the week just finished.
  ///
  /// Nil with fewer than 13 + 12 weeks: "count only". `alpha` as in `PredictiveLimit`.
  public init?(counts: [Int], alpha: Double) {
    let prior = counts.dropLast(Self.recentWeeks).suffix(Self.priorWeeks)
    guard
      let limit = PredictiveLimit(
        baseline: Array(prior), alpha: alpha, weeks: Self.recentWeeks)
    else { return nil }
    self.limit = limit
    total = counts.suffix(Self.recentWeeks).reduce(0, +)
  }

  /// Whether the recent weeks brought more than chance explains.
  public var isRise: Bool { limit.isExceeded(by: total) }
}
