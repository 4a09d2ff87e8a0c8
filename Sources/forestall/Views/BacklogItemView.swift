import Backlog
import Complaints
import Foundation
import Store

/// An item or a problem, whole.
struct BacklogItemView {
  let moment: Timestamp
  let days: LocalDays
  let catalogue: Catalogue
  let width: Int

  /// What the last thing done made of an item; with how it will be judged where it is done.
  static func told(_ item: PreventionItem) -> String {
    var lines = [item.events.last.map(told) ?? item.label]
    if item.state == .done, let plan = item.plan {
      let decision = plan.decisionDay.map { "; judged on \($0)" } ?? ""
      lines.append(
        "Before: \(oneDecimal(plan.baselineMean)) cases a week. Counted from \(plan.firstWeek) on"
          + decision + ".")
    }
    return lines.joined(separator: "\n")
  }

  /// "PB-1 is verified: 2 cases in 5 weeks, 22.5 expected".
  static func told(_ event: ItemEvent) -> String {
    let verb =
      switch event.kind {
      case .opened, .reopened: " is open"
      case .assigned, .rootCause, .noted: ""
      default: " is \(event.kind.rawValue)"
      }
    return "PB-\(event.item)\(verb): \(displayedLine(event.summary))"
  }

  /// "2026-04-20  PB-1  done  by Ana  effective …".
  static func line(_ event: ItemEvent, _ days: LocalDays) -> String {
    var row = StyledRow()
    row.add(days.day(of: event.at).description, .dim, width: 12)
    row.add("PB-\(event.item)", .bold, width: 7)
    row.add(words(event.kind), width: 14)
    row.add(event.actor, .dim, width: 12)
    row.gap()
    row.add(event.summary)
    return row.line(limit: Console.isTerminal ? Console.width : .max)
  }

  /// The item's facts and its history.
  func lines(_ line: ItemLine) -> [String] {
    let item = line.item
    let since = "since \(days.day(of: item.stateSince))"
    var lines = [
      Style.bold("\(item.label)  \(displayedLine(item.title))") + "  "
        + (BacklogListView.style(item.state)?(item.state.rawValue) ?? item.state.rawValue)
        + " \(since)"
    ]
    lines += fact("Kind", item.kind.rawValue)
    lines += fact("Owner", item.owner ?? "VACANT")
    lines += fact(
      "Root cause", item.rootCause.map { "\($0.text) (\($0.knownBy))" } ?? "not known yet")
    let recommended = item.problems.map { catalogue.prevention(of: $0.type) }
    if !recommended.contains(item.change) { lines += fact("Change", item.change) }
    lines += fact("Due", item.dueDay?.description)
    lines += fact("Accepted", item.acceptance.map { "until \($0.reviewDay): \($0.reason)" })
    lines += fact(
      "Cases",
      "\(line.recentCases) in 13 weeks; \(line.casesSinceOpened) in the weeks after it was opened "
        + "(\(days.day(of: item.openedAt))), when it was known; count only")
    if let trial = line.trial {
      lines += fact("Trial", BacklogListView.words(trial) + chance(trial))
      lines += fact("Plan", trial.plan.summary + "; from \(trial.plan.firstWeek) on")
      if item.result == nil { lines += fact("Judged on", trial.decisionDay?.description) }
    }
    lines += ["", Style.bold("History")]
    return lines + item.events.map { BacklogItemView.line($0, days) } + [""]
  }

  /// A problem's facts.
  func lines(_ report: ProblemReport) -> [String] {
    let counts = report.counts
    let recent = counts.total(report.problem, lastWeeks: 13)
    let prior = counts.total(report.problem, lastWeeks: 26) - recent
    var lines = [
      Style.bold(report.problem.key) + "  " + displayedLine(catalogue.title(of: report.problem))
    ]
    lines += fact("Cases", "\(recent) in 13 weeks, \(prior) in the 13 before; count only")
    if let limit = report.weeklyLimit, let expected = report.expected {
      lines += fact(
        "Limit", "\(limit) in one week, where \(oneDecimal(expected)) are expected")
    } else {
      lines += fact("Limit", "fewer than 12 weeks to compare with: count only")
    }
    lines += fact("Signal", report.signals.last.map { "\($0.week), \(BacklogListView.words($0))" })
    lines += fact("Recommended", catalogue.prevention(of: report.problem.type))
    if report.item == nil { lines += fact("Item", "none; 'forestall backlog open' opens one") }
    return lines
  }

  private func fact(_ name: String, _ words: String?) -> [String] {
    guard let words else { return [] }
    let label = 13
    var lines: [String] = []
    var rest = displayedLine(words).split(separator: " ")[...]
    while !rest.isEmpty {
      var line = ""
      while let word = rest.first,
        line.isEmpty || columns(of: line) + columns(of: word) < max(20, width - label)
      {
        line += (line.isEmpty ? "" : " ") + word
        rest = rest.dropFirst()
      }
      lines.append(Style.dim(padded(lines.isEmpty ? name : "", label)) + line)
    }
    return lines
  }

  private func chance(_ trial: Trial) -> String {
    guard let chance = trial.chance else { return "" }
    let words = chance < 0.001 ? "under 0.1 %" : "\(oneDecimal(chance * 100)) %"
    return "; the chance of so few had nothing changed: \(words), "
      + "for cases that come one by one"
  }

  private static func words(_ kind: ItemEvent.Kind) -> String {
    kind == .rootCause ? "root cause" : kind.rawValue
  }
}
