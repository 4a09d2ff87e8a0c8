import Backlog
import Complaints

extension BacklogItemView {
  /// Weekly cases as bars, a line a week: the weeks that led to the item, its baseline, the weeks
  /// on trial and the moment of the change are marked. With a trial, by the week it happened.
  func chart(_ line: ItemLine?, _ reports: [ProblemReport]) -> [String] {
    guard let counts = reports.first?.counts else { return [] }
    let item = line?.item
    let isTrial = item?.plan != nil
    let series = reports.map {
      isTrial ? counts.happened($0.problem) : counts.received($0.problem)
    }
    let totals = counts.weeks.indices.map { index in series.reduce(0) { $0 + $1[index] } }
    let change = item?.plan.flatMap { Week($0.firstWeek) }
    let signals = Set(reports.flatMap(\.signals).map(\.week))
    let first = firstWeek(counts, item)
    let top = max(1, totals.max() ?? 1)
    let room = max(10, min(60, width - 24))
    var lines = [
      "", Style.bold("Cases a week, by the week \(isTrial ? "it happened" : "received")"),
    ]
    for (index, week) in counts.weeks.enumerated() where week >= first {
      if week == change, let day = item?.effectiveDay {
        lines.append(Style.bold("──────── change takes effect \(day)"))
      }
      let mark = BacklogItemView.mark(week, item, change)
      lines.append(
        "\(Style.dim(week.description)) \(mark)\(signals.contains(week) ? "▲" : " ") "
          + "\(Style.cyan(bar(totals[index], of: top, room: room))) \(totals[index])")
    }
    let legend = item == nil ? "▲ signal" : "▲ signal, t led to the item, b baseline, w on trial"
    return lines + [Style.dim(legend)]
  }

  /// At least the last 26 weeks; all that an item rests on, at most 78.
  private func firstWeek(_ counts: ProblemCounts, _ item: PreventionItem?) -> Week {
    let last = counts.through.start.number
    let known = ((item?.triggerWeeks ?? []) + (item?.baselineWeeks ?? [])).min()
    let start = min(known?.start.number ?? last, last - 25 * 7)
    return Day(number: max(start, last - 77 * 7)).week
  }

  private static func mark(_ week: Week, _ item: PreventionItem?, _ change: Week?) -> String {
    guard let item else { return " " }
    if item.triggerWeeks.contains(week) { return "t" }
    if item.baselineWeeks.contains(week) { return "b" }
    guard let change, let weeks = item.result?.weeks ?? item.plan?.weeks else { return " " }
    let number = (week.start.number - change.start.number) / 7
    return week >= change && number < weeks ? "w" : " "
  }
}
