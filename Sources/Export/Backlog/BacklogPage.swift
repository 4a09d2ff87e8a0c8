import Backlog
import Complaints
import Store

/// The backlog as Markdown for people.
struct BacklogPage {
  /// The day of which it tells.
  let day: Day
  /// The last week counted.
  let week: Week
  /// Series watched for signals.
  let watchedCount: Int
  let days: LocalDays
  let catalogue: Catalogue

  /// The page: items, then candidates, each with its facts and quotes.
  func text(_ records: [BacklogRecord]) -> String {
    let items = records.filter { $0.number != nil }
    let candidates = records.filter { $0.number == nil }
    var lines = [
      "# Prevention backlog, \(day)", "",
      "Cases through \(week); 13 weeks beside the 13 before, count only. Problems watched for"
        + " signals: \(watchedCount).",
      "", "## Items (\(items.count))", "",
    ]
    if items.isEmpty { lines += ["None is open yet.", ""] }
    lines += overview(items, heads: ["Item", "State", "Title", "Owner", "Due"]) { record in
      [
        record.label, record.state?.rawValue ?? "", escaped(record.title),
        record.owner.map(escaped) ?? "nobody", record.due?.description ?? "",
      ]
    }
    for item in items { lines += section(item) }
    lines += ["## Candidates (\(candidates.count))", ""]
    if candidates.isEmpty { lines += ["No problem waits for an item.", ""] }
    lines += overview(candidates, heads: ["Problem", "Key"]) { [escaped($0.title), $0.label] }
    for candidate in candidates { lines += section(candidate) }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  private func overview(
    _ records: [BacklogRecord], heads: [String], _ cells: (BacklogRecord) -> [String]
  ) -> [String] {
    guard !records.isEmpty else { return [] }
    let rule = heads.map { _ in "---" } + ["---:", "---:", "---"]
    return [row(heads + ["Cases", "Prior", "Signal since"]), row(rule)]
      + records.map { record in
        let since = record.signals.map(\.since).min()?.description ?? ""
        return row(cells(record) + ["\(record.cases)", "\(record.priorCases)", since])
      } + [""]
  }

  private func section(_ record: BacklogRecord) -> [String] {
    let isItem = record.number != nil
    var lines = ["### " + (isItem ? record.label + ": " : "") + escaped(record.title), ""]
    let facts = facts(record)
    lines +=
      [row(["", ""]), row(["---", "---"])] + facts.map { row([$0.name, $0.words]) } + [""]
    for example in record.examples {
      let day = example.received?.description ?? "no date"
      let name = example.id.description.prefix(8)
      lines += ["> “\(escaped(example.text))”", ">", "> \(day), complaint `\(name)`", ""]
    }
    return lines
  }

  private func facts(_ record: BacklogRecord) -> [(name: String, words: String)] {
    var facts: [(name: String, words: String)] = []
    func add(_ name: String, _ words: String?) {
      if let words { facts.append((name, words)) }
    }
    add("Kind", record.kind?.rawValue)
    if let state = record.state {
      let since = record.since.map { " since \(days.day(of: $0))" } ?? ""
      add("State", state.rawValue + since)
    }
    let problems = record.problems.map { "\(escaped(catalogue.title(of: $0))) (`\($0.key)`)" }
    add("Problems", problems.joined(separator: ", "))
    if record.change != record.prevention { add("Change", record.change.map(escaped)) }
    add("Recommended", record.prevention.map(escaped))
    if record.number != nil { add("Owner", record.owner.map(escaped) ?? "nobody") }
    add("Due", record.due?.description)
    add("Root cause", record.rootCause.map { escaped("\($0.text) (known: \($0.knownBy))") })
    add(
      "Accepted",
      record.acceptance.map { escaped("\($0.reason) (to be reviewed on \($0.reviewDay))") })
    add("Cases", "\(record.cases) in 13 weeks, \(record.priorCases) in the 13 before")
    add("Since it was opened", record.casesSinceOpened.map { "\($0) cases" })
    add("Trial", record.trial.map(trial))
    for signal in record.signals { add("Signal", BacklogRecord.words(signal)) }
    return facts
  }

  private func trial(_ trial: Trial) -> String {
    let plan = trial.plan
    let baseline = "baseline \(plan.baselineCases) cases in \(plan.baselineWeeks) weeks"
    guard let weeks = plan.weeks else {
      return "cannot be told from counts within two years (\(baseline))"
    }
    let expected = oneDecimal(trial.expectedCases)
    let end = trial.decisionDay.map { "; to be judged on \($0)" } ?? ""
    return "\(trial.cases) cases in \(trial.settledWeeks) of \(weeks) weeks from"
      + " \(plan.firstWeek), \(expected) expected without the change (\(baseline))\(end)"
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private func escaped(_ text: String) -> String { MarkdownText(text).description }
}
