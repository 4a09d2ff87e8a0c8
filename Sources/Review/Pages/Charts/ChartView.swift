import Complaints

/// A chart with its legend and its numbers.
struct ChartView: Sendable {
  /// The drawing for wide screens: at most 78 weeks.
  let wide: String
  /// The drawing for narrow ones: 26 weeks, around the change where there is one.
  let narrow: String
  let legend: [Entry]
  /// The newest week first.
  let rows: [Row]

  /// One line of the legend.
  struct Entry: Sendable {
    let kind: String
    let words: String
  }

  /// One week of the table.
  struct Row: Sendable {
    let week: String
    let days: String
    let count: Int
    /// The complaints behind the number; nil where there are none.
    let path: String?
    let note: String
  }

  /// A chart whose weeks lead to `path?week=…`; nil where they lead nowhere.
  init(_ chart: WeekChart, path: String?) {
    let shown = chart.last(78)
    wide = shown.drawing(name: "wide", width: 960)
    narrow = shown.aroundChange(26).drawing(name: "narrow", width: 400)
    var legend = shown.kinds.map { Entry(kind: $0.rawValue, words: ChartView.words(for: $0)) }
    if shown.columns.contains(where: \.isSignal) {
      legend.append(Entry(kind: "signal", words: "signal seen after this week"))
    }
    self.legend = legend
    rows = shown.columns.reversed().map { column in
      Row(
        week: column.week.description, days: Wording.days(of: column.week), count: column.count,
        path: column.count == 0 ? nil : path.map { "\($0)?week=\(column.week)#complaints" },
        note: ChartView.note(column, shown))
    }
  }

  private static func words(for kind: WeekChart.Kind) -> String {
    switch kind {
    case .plain: "cases in a week"
    case .baseline: "baseline: the weeks above this line"
    case .trigger: "trigger week: led to the item, in no baseline"
    case .trial: "week on trial, after the change"
    }
  }

  private static func note(_ column: WeekChart.Column, _ chart: WeekChart) -> String {
    var notes: [String] = []
    if column.week == chart.change { notes.append("change") }
    if column.kind != .plain { notes.append(column.kind.rawValue) }
    if column.isSignal { notes.append("signal") }
    return notes.joined(separator: ", ")
  }
}
