import Complaints
import Foundation

extension ItemChange {
  /// What exactly, on one line for people.
  var summary: String {
    switch self {
    case .opened(let opening):
      "\(opening.title); \(opening.kind.rawValue); \(opening.problems.joined(separator: ", "))"
        + "; \(ItemChange.owner(opening.owner))"
    case .assigned(let assignment): ItemChange.owner(assignment.owner)
    case .planned(let planning): "due \(planning.due): \(planning.change)"
    case .done(let completion): "effective \(completion.effective); \(completion.plan.summary)"
    case .watching(let start): "counted from \(start.firstWeek) on"
    case .verified(let judgement), .ineffective(let judgement), .inconclusive(let judgement):
      judgement.result.summary
    case .regressed(let recurrence): recurrence.summary
    case .accepted(let acceptance):
      "looked at again on \(acceptance.reviewDay): \(acceptance.reason)"
    case .reopened(let reopening): reopening.reason
    case .rootCause(let cause): "\(cause.text) (\(cause.knownBy))"
    case .noted(let note): note.text
    }
  }

  private static func owner(_ name: String?) -> String { "owner: \(name ?? "vacant")" }
}

extension ItemChange.Recurrence {
  /// "v1/stock/repair: 12 cases in 2 weeks, 1.4 expected".
  fileprivate var summary: String {
    let count = Week(week).flatMap { last in Week(since).map { last.distance(from: $0) + 1 } } ?? 1
    return "\(problem): \(plural(cases, "case")) in \(plural(count, "week")), "
      + "\(oneDecimal(expected * Double(count))) expected"
  }
}

extension TrialPlan {
  /// "90 cases in 20 weeks before; cut of 90 % shows in 5 weeks".
  public var summary: String {
    let before = "\(plural(baselineCases, "case")) in \(plural(baselineWeeks, "week")) before"
    let share = "a cut of \(Int((cut * 100).rounded())) %"
    guard let weeks else { return "\(before); \(share) cannot be told from counts in two years" }
    return "\(before); \(share) shows in \(plural(weeks, "week"))"
  }
}

extension TrialResult {
  /// "2 cases in 5 weeks, 22.5 expected".
  public var summary: String {
    "\(plural(cases, "case")) in \(plural(weeks, "week")), \(oneDecimal(expectedCases)) expected"
  }
}

/// "1 case", "2 cases".
private func plural(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// "22.5".
private func oneDecimal(_ value: Double) -> String { String(format: "%.1f", value) }
