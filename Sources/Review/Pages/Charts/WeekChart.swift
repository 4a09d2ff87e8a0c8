import Complaints

/// Cases week by week: columns, the upper limit, and what the weeks mean for an item.
///
/// Kinds of weeks differ in shape and by words, never by colour alone: plain weeks and those of the
/// baseline are filled, trigger weeks hatched, weeks on trial outlined; a signal is a triangle.
struct WeekChart: Sendable {
  /// What a week is to an item.
  enum Kind: String, Sendable {
    case plain, baseline, trigger, trial
  }

  /// One week.
  struct Column: Sendable {
    /// The week.
    var week: Week
    /// Its cases.
    var count: Int
    /// What it is to the item.
    var kind = Kind.plain
    /// Whether a signal was seen after it.
    var isSignal = false
  }

  /// What is counted: "Cases a week: not available, repair".
  var title: String
  /// The weeks, oldest first.
  var columns: [Column]
  /// The most cases that one week brings by chance; drawn over the last 26 weeks.
  var limit: Int?
  /// Cases a week in the baseline; drawn over the baseline.
  var mean: Double?
  /// The first week after the change.
  var change: Week?

  /// The same chart of the last weeks only.
  func last(_ count: Int) -> WeekChart {
    var chart = self
    chart.columns = Array(columns.suffix(count))
    return chart
  }

  /// The same chart of so many weeks around the change; of the last ones where there is none.
  func aroundChange(_ count: Int) -> WeekChart {
    guard let index = columns.firstIndex(where: { $0.week == change }) else { return last(count) }
    let start = max(0, min(index - count * 2 / 3, columns.count - count))
    var chart = self
    chart.columns = Array(columns[start...].prefix(count))
    return chart
  }

  /// What is seen, for those who do not see it.
  var summary: String {
    guard let first = columns.first, let last = columns.last else { return "No weeks." }
    let peak = columns.max { $0.count < $1.count } ?? last
    let total = columns.reduce(0) { $0 + $1.count }
    var text =
      "\(Wording.count(total, "case")) in \(Wording.count(columns.count, "week")),"
      + " \(first.week) to \(last.week); most in \(peak.week): \(peak.count)."
    if let limit { text += " One week brings up to \(limit) by chance." }
    if let change { text += " The change took effect in \(change)." }
    let signals = columns.filter(\.isSignal).map(\.week.description)
    if !signals.isEmpty { text += " Signals: \(signals.joined(separator: ", "))." }
    return text
  }

  /// The kinds of weeks and marks that occur, for the legend.
  var kinds: [Kind] {
    let present = Set(columns.map(\.kind))
    return [.plain, .baseline, .trigger, .trial].filter(present.contains)
  }
}
