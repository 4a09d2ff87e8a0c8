import Backlog
import Complaints
import Testing

/// Items of several problems: a case that reports two of them is one case.
struct JointCountTests {
  private let first = Problem(type: "stock", touchpoint: "repair")
  private let second = Problem(type: "delay", touchpoint: "repair")

  /// Five cases a week for thirty weeks that report both problems, the second some weeks later, and
  /// one a week of the second alone; an item of both, changed from week 31 on.
  private func world(weeksLater: Int) throws -> BacklogWorld {
    let world = try BacklogWorld([first: [Int](repeating: 5, count: 30)])
    try world.repeatCases(of: first, as: second, weeksLater: weeksLater)
    try world.add(second, (1...30).map { (WorldSeries.week($0), 1) })
    let draft = ItemDraft(
      problems: [first, second], title: "x", kind: .corrective, change: "y")
    try world.book.open(draft, by: "Ana", at: world.moment(20, 2))
    try world.book.plan(1, due: WorldSeries.week(31).start, by: "Ana", at: world.moment(21))
    return world
  }

  @Test(arguments: [0, 2]) func aCaseOfBothProblemsCountsOnce(weeksLater: Int) throws {
    let world = try world(weeksLater: weeksLater)
    let line = try world.book.item(1, at: world.moment(31))
    #expect(line.weeklyCases == [Int](repeating: 6, count: 13))
    #expect(line.recentCases == 78)
    #expect(line.priorCases == 78)
    #expect(line.casesSinceOpened == 60)
  }

  @Test func theirTrialCountsEachCaseOnce() throws {
    let world = try world(weeksLater: 0)
    let item = try world.book.done(
      1, effective: WorldSeries.week(31).start, cut: 0.9, by: "Ana", at: world.moment(31))
    let plan = try #require(item.plan)
    #expect(plan.baselineMean == 6)
    try world.add(first, [(WorldSeries.week(31), 1), (WorldSeries.week(33), 1)])
    let judged = try world.book.item(1, at: world.moment(50)).item
    #expect(judged.state == .verified)
    #expect(judged.result?.cases == 2)
  }

  @Test func eachProblemKeepsItsOwnCount() throws {
    let world = try world(weeksLater: 0)
    let report = try world.book.report(on: second, at: world.moment(31))
    #expect(report.counts.received(second).suffix(3) == [6, 6, 6])
    #expect(report.counts.received([second]) == report.counts.received(second))
  }
}
