import Backlog
import Foundation
import Text

extension BacklogListView {
  /// "2 of 22.5 expected, week 3 of 5"; that it cannot be told where it cannot.
  static func words(_ trial: Trial) -> String {
    let expected = "\(trial.cases) of \(oneDecimal(trial.expectedCases)) expected"
    guard let weeks = trial.plan.weeks else {
      return "\(expected), \(counted(trial.settledWeeks, "week")): "
        + "cannot be told from counts within two years"
    }
    guard trial.settledWeeks > 0 else {
      let decision = trial.decisionDay.map { ", judged on \($0)" } ?? ""
      return "no week is old enough to count yet, week 0 of \(weeks)\(decision)"
    }
    return "\(expected), week \(trial.settledWeeks) of \(weeks)"
  }

  /// "signal since 2026-W41: 9 cases, 3.1 expected"; nil without one.
  static func words(_ signals: [Signal]) -> String? {
    signals.min { $0.since < $1.since }.map { "signal \(words($0))" }
  }

  /// "since 2026-W41: 9 cases in 2 weeks, 3.1 expected from 26 weeks".
  static func words(_ signal: Signal) -> String {
    "since \(signal.since): \(counted(signal.caseCount, "case")) in "
      + "\(counted(signal.weekCount, "week")), "
      + "\(oneDecimal(signal.expected * Double(signal.weekCount))) expected from "
      + counted(signal.baselineWeeks, "week")
  }

  /// What stands out: what needs somebody, and what is well.
  static func style(_ state: ItemState) -> Style? {
    switch state {
    case .regressed, .ineffective: .red
    case .open, .planned, .inconclusive: .yellow
    case .verified: .green
    case .done, .watching: .cyan
    case .accepted: .dim
    }
  }
}

/// One block for each count, the tallest for the largest, at least 4; "·" for none.
func sparkline(_ counts: [Int]) -> String {
  let top = max(4, counts.max() ?? 0)
  let blocks = Array("▁▂▃▄▅▆▇█")
  return String(counts.map { $0 <= 0 ? "·" : blocks[max(0, $0 * 8 / top - 1)] })
}

/// "22.5".
func oneDecimal(_ value: Double) -> String { String(format: "%.1f", value) }
