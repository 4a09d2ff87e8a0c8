import Backlog

extension LetterWriter {
  /// The problems with the most cases, as bars and weekly columns.
  var largest: Letter.Section? {
    guard let first = facts.largest.first else { return nil }
    let highest = max(1, facts.largest.flatMap(\.weeks).max() ?? 1)
    let weeks = first.weeks.count
    var section = Letter.Section(
      title: weeks == 13 ? "Largest problems of 13 weeks" : "Largest problems so far")
    section.intro =
      "Cases in \(Wording.count(weeks, "week")); each column is a week, this one last. "
      + "Count only: how many customers could have met the problem is not known."
    section.charts = facts.largest.map { problem in
      let filled = max(1, problem.cases * 100 / max(1, first.cases))
      let columns = problem.weeks.enumerated().map { index, count in
        Letter.Column(
          height: count == 0 ? 1 : max(3, count * 36 / highest),
          shade: count == 0 ? "#c3ccd4" : index == weeks - 1 ? "#1f4e79" : "#7d9cb8",
          number: "\(count)")
      }
      return Letter.Chart(
        name: title(problem.problem), amount: Wording.count(problem.cases, "case"),
        filled: min(100, filled), unfilled: 100 - min(100, filled),
        line: String(repeating: "▇", count: max(1, min(100, filled) * 60 / 100)),
        columns: columns, numbers: problem.weeks.map(String.init).joined(separator: " "),
        status: status(problem),
        command: problem.item == nil
          ? "forestall backlog open \(problem.problem) --by NAME" : nil)
    }
    return section
  }

  private func status(_ problem: DigestFacts.Largest) -> String {
    guard let item = problem.item else { return "No item yet" }
    let owner = items[item]?.owner.map { ", owner: \($0)" } ?? ", no owner"
    return "\(name(item)): \(problem.state?.rawValue ?? "open")\(owner)"
  }
}
