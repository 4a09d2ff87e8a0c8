import Backlog
import Complaints

/// Weekly cases of the sample world's busier problems, 2025-W29 to 2026-W46: one rises in story
/// week 16, one in week 49, the others stay as they are.
enum WorldSeries {
  static let first = Week(year: 2025, number: 29)

  /// The problems' counts in the first so many of the 70 weeks.
  static func counts(weeks: Int = 70) -> ProblemCounts {
    counts(of: received.mapValues { Array($0.prefix(weeks)) }, weeks: weeks)
  }

  /// Counts by week received, from the first week of the sample world on.
  static func counts(of received: [Problem: [Int]], weeks: Int) -> ProblemCounts {
    ProblemCounts(
      first: first, through: week(weeks), received: received, happened: received, lagDays: nil,
      knownShare: 0)
  }

  /// A week by its number in the story, from 1.
  static func week(_ number: Int) -> Week {
    Day(number: first.start.number + (number - 1) * 7).week
  }

  static let stock = Problem(type: "stock", touchpoint: "repair")
  static let followThrough = Problem(type: "follow-through", touchpoint: "contact")

  static let received: [Problem: [Int]] = [
    Problem(type: "access", touchpoint: "contact"): [
      0, 2, 1, 1, 2, 3, 3, 1, 3, 0, 1, 0, 1, 2, 1, 1, 4, 2, 4, 0, 2, 3, 2, 1, 2, 2, 3, 3, 0,
      2, 2, 2, 2, 0, 4, 1, 3, 1, 2, 0, 1, 4, 2, 2, 2, 1, 1, 2, 0, 5, 4, 3, 1, 2, 1, 3, 0, 1,
      2, 2, 4, 3, 3, 3, 1, 4, 2, 2, 4, 2,
    ],
    Problem(type: "administration", touchpoint: "account"): [
      0, 0, 0, 2, 0, 3, 3, 1, 0, 2, 1, 1, 1, 1, 3, 1, 1, 1, 0, 1, 2, 3, 1, 1, 0, 1, 2, 0, 2,
      0, 1, 1, 0, 0, 1, 2, 1, 1, 2, 1, 3, 1, 1, 1, 3, 1, 1, 0, 1, 1, 0, 0, 2, 2, 1, 1, 0, 0,
      1, 2, 1, 1, 1, 0, 1, 1, 1, 2, 1, 0,
    ],
    Problem(type: "attitude", touchpoint: "store"): [
      3, 1, 0, 0, 1, 2, 0, 3, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 0, 3, 0, 1, 2, 1, 1, 3, 3, 2, 0,
      1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 2, 0, 3, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 2, 1, 1,
      1, 0, 0, 0, 1, 2, 2, 0, 1, 2, 0, 0,
    ],
    Problem(type: "billing", touchpoint: "payment"): [
      4, 3, 4, 2, 4, 3, 3, 2, 6, 3, 3, 3, 2, 6, 3, 1, 1, 2, 2, 5, 2, 4, 5, 3, 0, 3, 1, 5, 2,
      0, 1, 3, 2, 1, 3, 1, 3, 2, 2, 2, 2, 3, 2, 1, 5, 4, 4, 4, 0, 3, 4, 4, 3, 3, 1, 3, 2, 4,
      2, 2, 2, 5, 2, 3, 1, 3, 6, 2, 2, 2,
    ],
    Problem(type: "communication", touchpoint: "contact"): [
      0, 0, 0, 0, 1, 0, 2, 0, 1, 1, 0, 0, 1, 0, 3, 0, 1, 3, 2, 2, 0, 3, 2, 0, 1, 0, 1, 2, 0,
      2, 1, 1, 0, 0, 2, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 0, 0, 1, 0, 0,
      0, 0, 1, 1, 0, 2, 2, 2, 3, 0, 1, 0,
    ],
    Problem(type: "communication", touchpoint: "delivery"): [
      2, 2, 4, 1, 0, 1, 4, 0, 0, 1, 3, 2, 1, 1, 3, 2, 1, 0, 0, 3, 4, 0, 0, 4, 3, 1, 1, 2, 0,
      2, 1, 0, 3, 0, 2, 3, 3, 1, 0, 3, 2, 2, 0, 2, 1, 1, 1, 3, 3, 2, 3, 3, 3, 1, 1, 2, 1, 1,
      2, 1, 0, 1, 0, 1, 0, 2, 2, 4, 2, 2,
    ],
    Problem(type: "defect", touchpoint: "repair"): [
      0, 1, 0, 3, 1, 1, 1, 1, 2, 0, 2, 0, 1, 0, 0, 1, 2, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0,
      1, 0, 0, 1, 1, 0, 0, 0, 1, 3, 0, 0, 0, 0, 0, 1, 1, 2, 3, 0, 0, 0, 3, 0, 1, 2, 3, 2, 0,
      0, 1, 0, 0, 1, 4, 0, 0, 0, 0, 0, 0,
    ],
    Problem(type: "defect", touchpoint: "use"): [
      3, 3, 5, 3, 2, 6, 2, 6, 4, 4, 3, 6, 3, 2, 6, 2, 1, 2, 3, 3, 5, 6, 5, 1, 4, 3, 3, 5, 3,
      3, 2, 5, 2, 4, 4, 3, 3, 5, 0, 2, 2, 7, 6, 1, 4, 3, 3, 3, 6, 6, 2, 4, 5, 5, 1, 3, 1, 3,
      3, 3, 2, 4, 8, 5, 4, 1, 0, 3, 5, 2,
    ],
    Problem(type: "delay", touchpoint: "delivery"): [
      1, 2, 1, 4, 2, 2, 2, 0, 2, 1, 2, 2, 3, 5, 7, 2, 2, 4, 3, 0, 4, 1, 4, 4, 2, 2, 3, 4, 1,
      2, 4, 3, 3, 1, 5, 3, 7, 1, 6, 3, 0, 3, 3, 2, 1, 3, 3, 4, 0, 4, 6, 2, 0, 2, 3, 2, 2, 1,
      3, 3, 5, 4, 1, 1, 0, 0, 3, 0, 2, 3,
    ],
    Problem(type: "follow-through", touchpoint: "contact"): [
      0, 2, 1, 2, 0, 1, 1, 2, 0, 0, 0, 0, 3, 0, 0, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 1,
      0, 2, 0, 2, 0, 0, 1, 0, 2, 1, 0, 0, 1, 0, 0, 1, 0, 1, 1, 2, 4, 1, 5, 0, 2, 1, 3, 4, 2,
      0, 2, 2, 3, 4, 7, 4, 3, 2, 3, 5, 6,
    ],
    Problem(type: "fulfilment", touchpoint: "delivery"): [
      2, 2, 3, 5, 1, 4, 2, 3, 5, 0, 0, 4, 3, 2, 2, 2, 3, 2, 2, 2, 3, 2, 2, 1, 3, 0, 2, 2, 1,
      1, 2, 2, 4, 2, 5, 4, 2, 1, 3, 1, 2, 4, 2, 2, 0, 0, 3, 2, 3, 0, 3, 1, 3, 2, 3, 1, 3, 3,
      2, 2, 2, 3, 1, 2, 2, 3, 2, 0, 0, 0,
    ],
    Problem(type: "information", touchpoint: "sales"): [
      2, 1, 1, 1, 3, 1, 0, 1, 0, 1, 1, 0, 2, 3, 1, 4, 0, 1, 2, 2, 0, 0, 0, 3, 0, 0, 0, 1, 2,
      3, 1, 2, 5, 2, 1, 1, 3, 1, 3, 0, 1, 0, 1, 1, 0, 3, 0, 1, 1, 1, 1, 2, 0, 2, 1, 1, 1, 3,
      1, 1, 4, 0, 0, 0, 2, 1, 1, 0, 2, 1,
    ],
    Problem(type: "listening", touchpoint: "contact"): [
      0, 0, 0, 0, 0, 2, 0, 0, 2, 1, 1, 1, 3, 2, 1, 1, 2, 1, 0, 2, 1, 0, 2, 2, 1, 0, 0, 1, 4,
      0, 0, 4, 0, 3, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 1, 2, 0, 4, 0, 0, 1, 2, 1, 0, 1,
      2, 1, 1, 1, 1, 1, 0, 2, 3, 0, 0, 1,
    ],
    Problem(type: "measurement", touchpoint: "survey"): [
      1, 2, 0, 2, 1, 2, 1, 2, 0, 1, 1, 0, 1, 0, 1, 1, 1, 2, 1, 0, 0, 0, 1, 1, 0, 0, 2, 1, 1,
      0, 0, 1, 1, 2, 2, 0, 2, 1, 0, 2, 0, 0, 1, 3, 1, 3, 1, 1, 2, 1, 3, 1, 0, 0, 0, 0, 1, 0,
      0, 1, 3, 0, 1, 0, 0, 0, 0, 0, 1, 1,
    ],
    Problem(type: "mis-selling", touchpoint: "sales"): [
      1, 1, 3, 0, 1, 1, 1, 0, 2, 0, 0, 1, 0, 1, 1, 1, 0, 2, 0, 1, 1, 3, 1, 1, 0, 3, 0, 1, 0,
      1, 0, 1, 2, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 2, 2, 0, 3,
      0, 2, 2, 0, 1, 0, 1, 1, 1, 1, 1, 0,
    ],
    Problem(type: "ownership", touchpoint: "contact"): [
      0, 1, 0, 2, 2, 1, 1, 3, 1, 1, 2, 1, 1, 1, 0, 0, 2, 3, 3, 4, 2, 2, 3, 0, 0, 2, 1, 2, 2,
      0, 0, 2, 4, 0, 1, 2, 0, 2, 3, 0, 1, 3, 2, 3, 1, 0, 3, 1, 1, 2, 2, 1, 0, 1, 2, 4, 1, 3,
      1, 2, 2, 1, 2, 3, 1, 2, 0, 2, 1, 1,
    ],
    Problem(type: "policy", touchpoint: "returns"): [
      1, 5, 0, 0, 1, 3, 1, 2, 2, 4, 0, 2, 0, 1, 1, 2, 3, 3, 0, 2, 0, 0, 1, 4, 1, 4, 6, 1, 2,
      0, 2, 1, 1, 2, 2, 0, 1, 1, 0, 1, 0, 3, 1, 1, 2, 1, 0, 2, 3, 2, 3, 1, 1, 1, 1, 4, 1, 0,
      2, 1, 2, 1, 0, 1, 0, 2, 3, 1, 4, 2,
    ],
    Problem(type: "recurrence", touchpoint: "repair"): [
      0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 2, 1,
      0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 1, 1, 3, 0, 1,
      1, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0,
    ],
    Problem(type: "repair", touchpoint: "repair"): [
      1, 1, 1, 6, 1, 1, 2, 3, 3, 1, 3, 1, 3, 3, 3, 3, 2, 2, 3, 1, 2, 1, 3, 1, 0, 0, 2, 3, 2,
      1, 2, 1, 2, 2, 0, 0, 1, 2, 4, 1, 2, 1, 2, 3, 5, 2, 6, 3, 0, 1, 1, 4, 1, 2, 5, 5, 2, 1,
      1, 3, 2, 2, 1, 5, 4, 1, 0, 1, 0, 1,
    ],
    Problem(type: "safety", touchpoint: "use"): [
      1, 1, 0, 2, 1, 1, 1, 1, 0, 1, 0, 1, 2, 1, 1, 2, 0, 2, 1, 1, 0, 0, 2, 0, 0, 0, 1, 2, 1,
      0, 0, 2, 2, 0, 1, 2, 0, 2, 1, 0, 0, 4, 1, 0, 1, 1, 1, 1, 2, 0, 2, 0, 1, 2, 1, 2, 0, 0,
      2, 1, 0, 2, 1, 1, 2, 0, 0, 0, 2, 1,
    ],
    Problem(type: "stock", touchpoint: "repair"): [
      2, 0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 1, 5, 5, 4, 5, 4, 7, 6, 5, 2, 4, 5, 5, 5, 3,
      4, 4, 4, 5, 7, 2, 7, 3, 3, 4, 1, 1, 1, 0, 1, 0, 0, 0, 0, 2, 2, 1, 2, 0, 1, 1, 0, 0, 0,
      0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1,
    ],
  ]
}
