import Backlog

extension DigestFacts {
  /// One thing that happened to a prevention item.
  struct Change: Codable, Sendable, Equatable {
    var item: Int
    /// A kind of `ItemEvent`.
    var kind: String
  }

  /// How the trial of an item stands.
  struct TrialState: Codable, Sendable, Equatable {
    var item: Int
    var state: ItemState
    /// Whether it was judged in this week.
    var isJudged: Bool
    var settledWeeks: Int
    var plannedWeeks: Int?
    var cases: Int
    /// To one decimal.
    var expectedCases: Double
    var baselineWeeks: Int
    /// "2026-09-30".
    var decisionDay: String?
  }

  /// An item that somebody has to do something for.
  struct Known: Codable, Sendable, Equatable {
    var item: Int
    var state: ItemState
    /// Cases of its problems in the week.
    var cases: Int
    /// Cases of its problems since it was opened.
    var casesSinceOpened: Int
    /// "2026-09-30".
    var openedDay: String
    /// "2026-09-30".
    var dueDay: String?
    var isOverdue: Bool
    var hasOwner: Bool
  }
}
