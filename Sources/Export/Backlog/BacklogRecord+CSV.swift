import Backlog
import Complaints

extension BacklogRecord {
  /// The columns of the CSV export.
  static let header = [
    "line", "label", "kind", "state", "since", "title", "problems", "change", "prevention",
    "owner", "due", "rootCause", "rootCauseKnownBy", "acceptedReason", "reviewDay", "throughWeek",
    "cases", "priorCases", "opened", "casesSinceOpened", "baselineWeeks", "baselineCases", "cut",
    "firstWeek", "plannedWeeks", "settledWeeks", "trialCases", "expectedCases", "chance",
    "decisionDay", "signals", "example1", "example2", "example3",
  ]

  /// The cells of `header`; counts end with `week`.
  func cells(_ week: Week) -> [String] {
    let plan = trial?.plan
    let quotes = (0..<BacklogExport.exampleCount).map { index in
      examples.indices.contains(index) ? examples[index].text : ""
    }
    let cells: [String?] = [
      line, label, kind?.rawValue, state?.rawValue, since?.description, title,
      problems.map(\.key).joined(separator: " "), change, prevention, owner, due?.description,
      rootCause?.text, rootCause?.knownBy, acceptance?.reason, acceptance?.reviewDay,
      week.description, "\(cases)", "\(priorCases)", opened?.description,
      casesSinceOpened?.description, plan?.baselineWeeks.description,
      plan?.baselineCases.description, plan?.cut.description, plan?.firstWeek,
      plan?.weeks?.description, trial?.settledWeeks.description, trial?.cases.description,
      trial?.expectedCases.description, trial?.chance?.description,
      trial?.decisionDay?.description,
      signals.map(BacklogRecord.words).joined(separator: "\n"),
    ]
    return cells.map { $0 ?? "" } + quotes
  }

  /// "v1/stock/repair since 2025-W44: 18 cases in 3 weeks, 0.5 a week expected from 15 weeks".
  static func words(_ signal: Signal) -> String {
    let weeks = signal.weekCount == 1 ? "1 week" : "\(signal.weekCount) weeks"
    return "\(signal.problem.key) since \(signal.since): \(signal.caseCount) cases in \(weeks),"
      + " \(oneDecimal(signal.expected)) a week expected from \(signal.baselineWeeks) weeks"
  }
}

/// A number with one decimal.
func oneDecimal(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
