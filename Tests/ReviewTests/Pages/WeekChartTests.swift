import Backlog
import Complaints
import Support
import Testing

@testable import Review

struct WeekChartTests {
  private func chart(_ counts: [Int]) -> WeekChart {
    let first = Week(year: 2025, number: 29).start.number
    return WeekChart(
      title: "Cases a week",
      columns: counts.enumerated().map { index, count in
        WeekChart.Column(week: Day(number: first + index * 7).week, count: count)
      })
  }

  private func columns(_ svg: String) -> [[String: String]] {
    PageChecker(svg).tags.filter {
      $0.name == "rect"
        && $0.attributes.contains { $0.name == "class" && $0.value.hasPrefix("column") }
    }.map { Dictionary($0.attributes) { first, _ in first } }
  }

  @Test(arguments: [0, 1, 2, 13, 26, 70, 78])
  func everyWeekHasOneColumnInsideTheDrawing(_ count: Int) throws {
    var random = SeededGenerator(seed: UInt64(count))
    let counts = (0..<count).map { _ in Int.random(in: 0...40, using: &random) }
    let svg = chart(counts).drawing(name: "wide", width: 960)
    #expect(PageChecker(svg).faults == [])
    let drawn = columns(svg)
    #expect(drawn.count == count)
    var right = 0.0
    for (column, cases) in zip(drawn, counts) {
      let x = try #require(column["x"].flatMap(Double.init))
      let width = try #require(column["width"].flatMap(Double.init))
      let y = try #require(column["y"].flatMap(Double.init))
      let height = try #require(column["height"].flatMap(Double.init))
      #expect(x >= right && x + width <= 960 && y >= 0 && abs(y + height - 206) < 0.2)
      #expect((height == 0) == (cases == 0))
      right = x + width
    }
  }

  @Test func columnsAreAsHighAsTheirCounts() throws {
    let heights = columns(chart([1, 2, 4, 8]).drawing(name: "a", width: 400))
      .compactMap { $0["height"].flatMap(Double.init) }
    #expect(heights.count == 4)
    for (lower, higher) in zip(heights, heights.dropFirst()) {
      #expect(abs(higher / lower - 2) < 0.02)
    }
  }

  @Test func whatWeeksAreIsToldByShapeAndByWords() throws {
    let view = ChartView(
      WeekChart(SampleDesk.item(3, .verified, owner: nil), SampleDesk.counts, title: "Cases"),
      path: nil)
    let kinds = columns(view.wide).compactMap { $0["class"] }
    #expect(kinds.count { $0 == "column trigger" } == 5)
    #expect(kinds.count { $0 == "column trial" } == 5)
    #expect(kinds.count { $0 == "column baseline" } == 20)
    #expect(columns(view.narrow).count == 26)
    #expect(view.rows.count == 70 && view.rows.first?.week == "2026-W46")
    #expect(view.rows.filter { $0.note.contains("trigger") }.count == 5)
    #expect(view.rows.first { $0.week == "2026-W17" }?.note == "change, trial")
    #expect(view.wide.contains("change 20 Apr 2026") && view.wide.contains("baseline 4.6 a week"))
    #expect(view.legend.map(\.kind) == ["plain", "baseline", "trigger", "trial"])
  }

  @Test func aSignalStandsAboveItsWeekAndInTheSummary() {
    var chart = chart([0, 1, 9])
    chart.columns[2].isSignal = true
    chart.limit = 4
    let svg = chart.drawing(name: "a", width: 400)
    #expect(PageChecker(svg).tags.count { $0.name == "path" } == 1)
    #expect(chart.summary.contains("Signals: 2025-W31.") && svg.contains("upper limit 4"))
  }

  @Test func sparklinesHaveAColumnForEveryWeek() {
    let drawing = Sparkline(counts: [0, 1, 2, 30]).drawing
    #expect(columns(drawing).count == 4)
    #expect(drawing.contains("0, 1, 2, 30"))
    #expect(PageChecker(Sparkline(counts: []).drawing).faults == [])
  }
}
