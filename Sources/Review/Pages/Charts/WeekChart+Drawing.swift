import Complaints

extension WeekChart {
  /// The chart as SVG; `name` begins its ids, so that two charts can stand on one page.
  func drawing(name: String, width: Int) -> String {
    let frame = ChartFrame(width: Double(width), columns: columns.count, highest: highest)
    var svg = SVG(width: Double(width), height: ChartFrame.height, name: name)
    svg.titles(title, summary)
    svg.hatch(name: name)
    for tick in frame.ticks {
      let y = frame.y(Double(tick))
      svg.line(frame.left, y, frame.right, y, "grid")
      svg.text("\(tick)", frame.left - 6, y + 4, "tick", anchor: "end")
    }
    for (index, column) in columns.enumerated() { draw(column, at: index, frame, name, &svg) }
    drawLevels(frame, &svg)
    drawChange(frame, &svg)
    drawMonths(frame, &svg)
    svg.line(frame.left, frame.bottom, frame.right, frame.bottom, "axis")
    return svg.closed
  }

  private var highest: Int { max(columns.map(\.count).max() ?? 0, limit ?? 0, 3) }

  private func draw(
    _ column: Column, at index: Int, _ frame: ChartFrame, _ name: String, _ svg: inout SVG
  ) {
    let x = frame.x(index)
    let top = frame.y(Double(column.count))
    let words = "\(column.week): \(Wording.count(column.count, "case"))"
    svg.column(
      x: x, y: top, width: frame.columnWidth, height: frame.bottom - top,
      kind: column.kind.rawValue, fill: column.kind == .trigger ? "url(#\(name)-hatch)" : nil,
      title: words)
    if column.isSignal { svg.triangle(x + frame.columnWidth / 2, top - 4, "signal") }
  }

  /// The limit over the last 26 weeks and the mean over the baseline, each with its number.
  private func drawLevels(_ frame: ChartFrame, _ svg: inout SVG) {
    if let limit {
      let y = frame.y(Double(limit))
      svg.line(frame.x(max(0, columns.count - 26)), y, frame.right, y, "limit")
      svg.text("upper limit \(limit)", frame.right, y - 5, "note", anchor: "end")
    }
    let baseline = columns.indices.filter { columns[$0].kind == .baseline }
    if let mean, let first = baseline.first, let last = baseline.last {
      let y = frame.y(mean)
      svg.line(frame.x(first), y, frame.x(last) + frame.columnWidth, y, "mean")
      svg.text(
        "baseline \(Wording.number(mean)) a week", frame.x(first), frame.bottom + 34, "note",
        anchor: "start")
      svg.line(
        frame.x(first), frame.bottom + 22, frame.x(last) + frame.columnWidth, frame.bottom + 22,
        "span")
    }
    let trial = columns.indices.filter { columns[$0].kind == .trial }
    if let first = trial.first, let last = trial.last {
      svg.line(
        frame.x(first), frame.bottom + 22, frame.x(last) + frame.columnWidth, frame.bottom + 22,
        "span trial")
      svg.text("trial", frame.x(first), frame.bottom + 34, "note", anchor: "start")
    }
  }

  private func drawChange(_ frame: ChartFrame, _ svg: inout SVG) {
    guard let change, let index = columns.firstIndex(where: { $0.week == change }) else { return }
    let x = frame.x(index) - frame.gap / 2
    svg.line(x, frame.top - 12, x, frame.bottom + 8, "change")
    let isLate = index * 2 > columns.count
    svg.text(
      "change \(Wording.shortDay(change.start))", isLate ? x - 5 : x + 5, frame.top - 4, "note",
      anchor: isLate ? "end" : "start")
  }

  /// The month's name under its first week, as many as fit.
  private func drawMonths(_ frame: ChartFrame, _ svg: inout SVG) {
    var lastX = -Double.infinity
    for (index, column) in columns.enumerated() {
      let day = column.week.start
      let isFirst =
        index > 0 && columns[index - 1].week.start.components.month != day.components.month
      let x = frame.x(index)
      guard isFirst, x - lastX >= 48, x < frame.right - 36 else { continue }
      lastX = x
      let year = day.components.year % 100
      svg.line(x, frame.bottom, x, frame.bottom + 4, "axis")
      svg.text(
        "\(Wording.month(day)) \(year < 10 ? "0" : "")\(year)", x, frame.bottom + 16, "tick",
        anchor: "start")
    }
  }
}
