import Backlog
import Complaints
import Store
import Testing

/// What comes again after it was verified, and what nobody has read.
struct RelapseTests {
  private let problem = WorldSeries.stock

  /// Five a week for thirty weeks, a change, and what came then.
  private func world(after: [Int]) throws -> BacklogWorld {
    let world = try BacklogWorld([problem: [Int](repeating: 5, count: 30) + after])
    let draft = ItemDraft(problems: [problem], title: "x", kind: .corrective, change: "y")
    try world.book.open(draft, by: "Ana", at: world.moment(20, 2))
    try world.book.plan(1, due: WorldSeries.week(31).start, by: "Ana", at: world.moment(21))
    try world.book.done(
      1, effective: WorldSeries.week(31).start, cut: 0.9, by: "Ana", at: world.moment(31))
    return world
  }

  private func state(_ world: BacklogWorld, in week: Int) throws -> ItemState {
    try world.book.item(1, at: world.moment(week)).item.state
  }

  @Test(arguments: [0, 1, 3]) func aWholeRelapseIsSeen(quietWeeks: Int) throws {
    let after = [Int](repeating: 0, count: 4 + quietWeeks) + [Int](repeating: 5, count: 40)
    let world = try world(after: after)
    #expect(try state(world, in: 35 + quietWeeks) == .verified)
    #expect(try state(world, in: 38 + quietWeeks) == .regressed)
    let item = try world.book.item(1, at: world.moment(60)).item
    #expect(item.events.filter { $0.kind == .regressed }.count == 1)
    try world.book.advance(to: world.moment(60))
    #expect(try world.book.item(1, at: world.moment(60)).item == item)
  }

  @Test func singleCasesAreNoRelapse() throws {
    let after = [0, 0, 0, 0] + (0..<40).map { $0 % 3 == 0 ? 1 : 0 }
    #expect(try state(world(after: after), in: 74) == .verified)
  }

  @Test func weeksThatNobodyReadProveNothing() throws {
    let world = try world(after: [])
    let run = try world.store.beginRun(at: world.moment(33))
    #expect(try state(world, in: 50) == .verified)
    try world.store.finishRun(run)
    #expect(try state(world, in: 50) == .watching)
    #expect(try world.book.advance(to: world.moment(50)).map(\.kind) == [.watching])
    #expect(try world.book.item(1, at: world.moment(50)).trial?.settledWeeks == 2)
    #expect(try world.book.overview(endOf: WorldSeries.week(40)).week == WorldSeries.week(32))
    #expect(try world.book.overview(endOf: WorldSeries.week(30)).week == WorldSeries.week(30))
  }

  @Test func aChangeToComeIsHeldAgainstTheLastWeeksCounted() throws {
    let world = try BacklogWorld([problem: [Int](repeating: 5, count: 29)])
    let draft = ItemDraft(problems: [problem], title: "x", kind: .corrective, change: "y")
    try world.book.open(draft, by: "Ana", at: world.moment(10))
    try world.book.plan(1, due: WorldSeries.week(70).start, by: "Ana", at: world.moment(30))
    let item = try world.book.done(
      1, effective: WorldSeries.week(70).start, cut: 0.9, by: "Ana", at: world.moment(30))
    #expect(item.plan?.baselineWeeks == 22)
    #expect(item.plan?.baselineCases == 110)
  }

  @Test func aMistakeInDoneCanBeMended() throws {
    let world = try world(after: [0, 0])
    let right = WorldSeries.week(32).start
    let first = try #require(try world.book.item(1, at: world.moment(31)).item.plan)
    let open = try world.book.reopen(1, reason: "Typed 90", by: "Ana", at: world.moment(31, 2))
    #expect(open.state == .open && open.plan == nil && open.effectiveDay == nil)
    try world.book.plan(1, due: right, by: "Ana", at: world.moment(31, 2))
    let item = try world.book.done(
      1, effective: right, cut: 0.5, by: "Ana", at: world.moment(31, 3))
    // The week of the reopening leads to nothing; the level before the first change still counts.
    #expect(item.plan?.cut == 0.5)
    #expect((item.plan?.baselineCases ?? 0) >= first.baselineCases - 5)
    #expect(try world.book.item(1, at: world.moment(31, 4)).item.state == .done)
    try world.book.plan(1, due: right, by: "Ana", at: world.moment(31, 4))
    #expect(try world.book.item(1, at: world.moment(33)).item.state == .planned)
  }

  @Test func aLaterOpeningIsNamed() throws {
    let world = try world(after: [])
    let opened = world.moment(20, 2)
    let error = BacklogError.backwards(item: 1, last: opened)
    let draft = ItemDraft(problems: [problem], title: "x", kind: .corrective)
    #expect(throws: error) { try world.book.open(draft, by: "Ana", at: world.moment(19)) }
    #expect(error.description.contains("later than"))
    #expect(throws: BacklogError.backwards(item: 1, last: world.moment(31))) {
      try world.book.note(1, text: "x", by: "Ana", at: world.moment(19))
    }
  }
}
