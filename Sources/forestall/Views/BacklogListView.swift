import Backlog
import Complaints
import Store
import Text

/// The backlog on one screen.
struct BacklogListView {
  let moment: Timestamp
  let days: LocalDays
  let catalogue: Catalogue
  let width: Int

  /// Items, then candidates.
  func lines(_ overview: Overview, all: Bool, state: ItemState?) -> [String] {
    let items = overview.items.filter { line in
      state.map { line.item.state == $0 } ?? (all || isCurrent(line.item))
    }
    var lines: [String] = []
    if items.isEmpty {
      lines.append(
        state == nil ? "No item is open; 'forestall backlog open' opens one." : "No such item.")
    } else {
      lines.append(heading("ITEM", "STATE", "13 WEEKS", "KNEW", "OWNER", "TITLE"))
      lines += items.flatMap(rows)
    }
    let left = overview.items.count - items.count
    if left > 0, state == nil { lines.append(Style.dim("\(left) more with --all")) }
    guard state == nil else { return lines }
    lines += ["", Style.bold("Waiting for an item, through \(overview.week)")]
    let keyWidth = overview.candidates.map { $0.problem.key.utf8.count }.max() ?? 0
    lines += overview.candidates.map { row($0, keyWidth: keyWidth) }
    if overview.candidates.isEmpty { lines.append("No problem has a signal or 5 cases.") }
    lines.append(
      Style.dim("Cases in 13 weeks, and in the 13 before: count only. \(watched(overview))"))
    return lines
  }

  /// How many problems are watched for signals; that none can be found before the 13th week.
  private func watched(_ overview: Overview) -> String {
    let counts = overview.candidates.first?.weeklyCases ?? overview.items.first?.weeklyCases
    if let weeks = counts?.count, weeks < 13 {
      return
        "\(counted(weeks, "week")) \(weeks == 1 ? "is" : "are") too few to tell what is unusual "
        + "(12 are needed before the week)."
    }
    return "Watched for signals: \(counted(overview.watchedCount, "problem"))."
  }

  /// What belongs on the screen without being asked for.
  private func isCurrent(_ item: PreventionItem) -> Bool {
    switch item.state {
    case .accepted: item.isReviewDue(on: days.day(of: moment))
    case .verified: moment.seconds - item.stateSince.seconds <= 13 * 7 * 86_400
    default: true
    }
  }

  private func heading(_ titles: String...) -> String {
    var row = StyledRow()
    for (title, width) in zip(titles, [7, 20, 10, 6, ownerWidth]) {
      row.add(title, .dim, width: width)
    }
    row.add(titles.last ?? "", .dim)
    return row.line(limit: width)
  }

  private var ownerWidth: Int { min(20, max(10, (width - 43) / 3)) }

  /// The item; its trial stands beside it where there is room, else below it.
  private func rows(_ line: ItemLine) -> [String] {
    let item = line.item
    let isDue = item.isReviewDue(on: days.day(of: moment))
    var row = StyledRow()
    row.add(item.label, .bold, width: 7)
    row.add(
      "\(item.state.rawValue) \(isDue ? "review due" : time(since: item.stateSince))",
      BacklogListView.style(item.state), width: 19)
    row.gap()
    row.add(grouped(line.recentCases), width: 10)
    row.add(grouped(line.casesSinceOpened), width: 6)
    row.add(item.owner ?? "VACANT", item.owner == nil ? .yellow : nil, width: ownerWidth - 1)
    row.gap()
    row.add(item.title)
    var lines = [row.line(limit: width)]
    let notes = [
      due(item), line.trial.map(BacklogListView.words), BacklogListView.words(line.signals),
    ]
    .compactMap { $0 }
    if !notes.isEmpty {
      var second = StyledRow()
      second.gap(7)
      second.add(notes.joined(separator: "; "), .dim)
      lines.append(second.line(limit: width))
    }
    return lines
  }

  private func row(_ candidate: Candidate, keyWidth: Int) -> String {
    var row = StyledRow()
    row.add(
      candidate.signal.map { "▲ \($0.since)" } ?? "", candidate.signal == nil ? nil : .red,
      width: 11)
    row.add(sparkline(candidate.weeklyCases), .cyan, width: 14)
    row.add("\(candidate.recentCases) (\(candidate.priorCases))", width: 12)
    row.add(candidate.problem.key, width: keyWidth)
    row.gap(2)
    row.add(catalogue.title(of: candidate.problem), .dim)
    return row.line(limit: width)
  }

  /// "due 2026-12-01", "was due 2026-11-15"; nil where nothing is planned.
  private func due(_ item: PreventionItem) -> String? {
    guard item.state == .open || item.state == .planned else { return nil }
    return item.dueDay.map { "\($0 < days.day(of: moment) ? "was due" : "due") \($0)" }
  }

  /// "3 d", "12 wk".
  private func time(since start: Timestamp) -> String {
    let count = days.day(of: moment).number - days.day(of: start).number
    return count < 14 ? "\(count) d" : "\(count / 7) wk"
  }
}
