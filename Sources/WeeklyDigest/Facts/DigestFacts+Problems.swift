import Backlog
import Complaints

extension DigestFacts {
  /// A figure that was told otherwise before.
  struct Correction: Codable, Sendable, Equatable {
    var figure: String
    var before: String
    var after: String
  }

  /// A problem with more cases than chance explains.
  struct Rise: Codable, Sendable, Equatable {
    var problem: String
    var channel: Signal.Channel
    var since: String
    var weeks: Int
    var cases: Int
    /// Cases in as many weeks of the baseline, to one decimal.
    var expectedCases: Double
    var baselineWeeks: Int
    /// Whether no week of the 13 before raised it.
    var isNew: Bool
    /// The item that owns the problem.
    var item: Int?
  }

  /// A problem among those with the most cases.
  struct Largest: Codable, Sendable, Equatable {
    var problem: String
    /// Cases in the last 13 weeks.
    var cases: Int
    /// Cases of each of them, the oldest first; fewer where the store is younger.
    var weeks: [Int]
    var item: Int?
    var state: ItemState?
  }
}
