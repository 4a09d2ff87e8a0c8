import Backlog
import Complaints
import Store
import Testing

/// Complaints that come late: a trial counts when it happened, as far as was known when it was
/// judged.
struct OccurrenceTests {
  private let problem = WorldSeries.stock

  /// Five a week for thirty weeks, then one week of late complaints about the time before.
  private func world(lateCases: Int, week: Int) throws -> BacklogWorld {
    let world = try BacklogWorld([problem: [Int](repeating: 5, count: 30)])
    try world.add(problem, [(WorldSeries.week(week), lateCases)], lag: 14)
    let book = world.book
    let draft = ItemDraft(problems: [problem], title: "x", kind: .corrective, change: "y")
    try book.open(draft, by: "Ana", at: world.moment(20, 2))
    try book.plan(1, due: WorldSeries.week(31).start, by: "Ana", at: world.moment(21))
    try book.done(
      1, effective: WorldSeries.week(31).start, cut: 0.9, by: "Ana", at: world.moment(31))
    return world
  }

  @Test func whatHappenedBeforeTheChangeIsNoRecurrence() throws {
    let world = try world(lateCases: 9, week: 32)
    let item = try world.book.item(1, at: world.moment(50)).item
    #expect(item.state == .verified)
    #expect(item.result?.cases == 0)
  }

  @Test func whatBecameKnownAfterTheJudgementDoesNotChangeIt() throws {
    let world = try world(lateCases: 30, week: 36)  // happened in week 34, the last of four
    let judged = try world.book.item(1, at: world.moment(35)).item
    #expect(judged.state == .verified && judged.result?.cases == 0)
    #expect(try world.book.item(1, at: world.moment(50)).item.result == judged.result)
    try world.book.advance(to: world.moment(50))
    #expect(try world.book.item(1, at: world.moment(50)).item.result == judged.result)
  }

  @Test func knownLagsLetWeeksSettleLater() throws {
    let world = try BacklogWorld([:])
    try world.add(problem, (1...30).map { (WorldSeries.week($0), 5) }, lag: 10)
    try world.add(problem, [(WorldSeries.week(33), 1)], lag: 10)
    let draft = ItemDraft(problems: [problem], title: "x", kind: .corrective, change: "y")
    try world.book.open(draft, by: "Ana", at: world.moment(20, 2))
    try world.book.plan(1, due: WorldSeries.week(31).start, by: "Ana", at: world.moment(21))
    let item = try world.book.done(
      1, effective: WorldSeries.week(31).start, cut: 0.9, by: "Ana", at: world.moment(31))
    #expect(item.plan?.lagDays == 10)
    let watching = try world.book.item(1, at: world.moment(36))
    #expect(watching.item.state == .watching && watching.trial?.settledWeeks == 3)
    let verified = try world.book.item(1, at: world.moment(37))
    #expect(verified.item.state == .verified)
    #expect(verified.item.stateSince == world.days.end(of: WorldSeries.week(36)))
  }

  @Test func aChangeToldLateIsJudgedWithTheNextWeek() throws {
    let world = try BacklogWorld([problem: [Int](repeating: 5, count: 30)])
    let draft = ItemDraft(problems: [problem], title: "x", kind: .corrective, change: "y")
    try world.book.open(draft, by: "Ana", at: world.moment(20, 2))
    try world.book.plan(1, due: WorldSeries.week(31).start, by: "Ana", at: world.moment(21))
    let told = world.moment(50, 3)
    try world.book.done(
      1, effective: WorldSeries.week(31).start, cut: 0.9, by: "Ana", at: told)
    let item = try world.book.item(1, at: told).item
    #expect(item.state == .watching && item.stateSince == told)
    let later = try world.book.item(1, at: world.moment(51)).item
    #expect(later.state == .verified)
    #expect(later.stateSince == world.days.end(of: WorldSeries.week(50)))
  }

  @Test func aSecondChangeIsHeldAgainstTheLevelSinceTheFirst() throws {
    let series = [Int](repeating: 8, count: 30) + [Int](repeating: 5, count: 40)
    let world = try BacklogWorld([problem: series])
    let draft = ItemDraft(problems: [problem], title: "x", kind: .corrective, change: "y")
    try world.book.open(draft, by: "Ana", at: world.moment(20, 2))
    try world.book.plan(1, due: WorldSeries.week(31).start, by: "Ana", at: world.moment(21))
    try world.book.done(
      1, effective: WorldSeries.week(31).start, cut: 0.9, by: "Ana", at: world.moment(31))
    #expect(try world.book.item(1, at: world.moment(40)).item.state == .ineffective)
    try world.book.reopen(1, reason: "not enough", by: "Ana", at: world.moment(40))
    try world.book.plan(1, due: WorldSeries.week(45).start, by: "Ana", at: world.moment(41))
    let item = try world.book.done(
      1, effective: WorldSeries.week(45).start, cut: 0.9, by: "Ana", at: world.moment(45))
    #expect(item.plan?.baselineWeeks == 14)
    #expect(item.plan?.baselineCases == 14 * 5)
  }
}
