import Backlog
import Complaints
import Store
import Testing

/// The sample world's item: parts that are not there when the bike comes to the workshop.
struct SampleStoryTests {
  private static let counts = [
    2, 0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 1, 5, 5, 4, 5, 4, 7, 6, 5, 2, 4, 5, 5, 5, 3, 4, 4, 4,
    5, 7, 2, 7, 3, 3, 4, 1, 1, 1, 0, 1, 0, 0, 0, 0, 2, 2, 1, 2, 0, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0,
    0, 1, 0, 0, 0, 1,
  ]
  private let now = Timestamp(seconds: 1_794_884_400)  // 2026-11-17T03:00:00Z

  /// The story among the other problems, or alone.
  private func world(alone: Bool) throws -> BacklogWorld {
    var series = alone ? [:] : WorldSeries.received
    series[WorldSeries.stock] = SampleStoryTests.counts
    let world = try BacklogWorld(series)
    let book = world.book
    let moments = try ["2025-11-26T09:00:00Z", "2025-12-10T09:00:00Z", "2026-04-20T09:00:00Z"].map {
      try #require(Timestamp($0))
    }
    let draft = ItemDraft(
      problems: [WorldSeries.stock], title: "Reserve parts with the booking", kind: .preventive,
      owner: "Workshop planning")
    try book.open(draft, by: "Ana", at: moments[0])
    try book.plan(
      1, change: "A booking reserves its parts", due: moments[2].day, by: "Ana", at: moments[1])
    try book.done(1, effective: moments[2].day, cut: 0.9, by: "Ana", at: moments[2])
    return world
  }

  @Test(arguments: [true, false]) func theChangeIsVerifiedAndStays(alone: Bool) throws {
    let world = try world(alone: alone)
    let line = try world.book.item(1, at: now)
    let item = line.item
    #expect(
      item.events.map(\.kind) == [.opened, .planned, .done, .watching, .verified])
    #expect(item.state == .verified)
    let decided = world.days.week(of: item.stateSince)
    #expect((WorldSeries.week(45)...WorldSeries.week(52)).contains(decided))
    #expect(line.recentCases == 4)
    #expect(line.weeklyCases == Array(SampleStoryTests.counts.suffix(13)))
    #expect(try world.book.advance(to: now).map(\.kind) == [.watching, .verified])
  }

  @Test(arguments: [true, false]) func theBaselineShowsTheRaisedLevel(alone: Bool) throws {
    let world = try world(alone: alone)
    let item = try world.book.item(1, at: now).item
    #expect(item.triggerWeeks == (16...20).map { WorldSeries.week($0) })
    let plan = try #require(item.plan)
    #expect(plan.baselineWeeks == 20)
    #expect(plan.baselineCases == SampleStoryTests.counts[20..<40].reduce(0, +))
    #expect(plan.firstWeek == "2026-W17")
    #expect(plan.cut == 0.9)
    let weeks = try #require(plan.weeks)
    #expect((4...6).contains(weeks))
    let result = try #require(item.result)
    #expect(result.weeks == weeks)
    #expect(result.cases == SampleStoryTests.counts[40..<(40 + weeks)].reduce(0, +))
    #expect(abs(result.expectedCases - plan.baselineMean * Double(weeks)) < 1e-9)
    #expect(result.chance < 0.001)
  }

  @Test func theTrialTellsHowItStands() throws {
    let world = try world(alone: true)
    let line = try world.book.item(1, at: world.moment(43, 3))
    let trial = try #require(line.trial)
    #expect(line.item.state == .watching)
    #expect((trial.settledWeeks, trial.cases) == (2, 2))
    #expect(trial.expectedCases == trial.plan.baselineMean * 2)
    #expect(trial.decisionDay == WorldSeries.week(41 + (trial.plan.weeks ?? 0)).start)
    #expect(line.casesSinceOpened == SampleStoryTests.counts[20..<42].reduce(0, +))
    #expect(try world.book.item(1, at: world.moment(30)).trial == nil)
  }

  @Test func candidatesAreWhatNobodyOwns() throws {
    let world = try world(alone: false)
    let overview = try world.book.overview(at: now)
    #expect(overview.week.description == "2026-W46")
    #expect(overview.items.map(\.item.label) == ["PB-1"])
    let first = try #require(overview.candidates.first)
    #expect(first.problem == WorldSeries.followThrough)
    #expect(first.signal?.week.description == "2026-W46")
    #expect(overview.candidates.dropFirst().allSatisfy { $0.signal == nil && $0.recentCases >= 5 })
    #expect(!overview.candidates.contains { $0.problem == WorldSeries.stock })
    let cases = overview.candidates.dropFirst().map(\.recentCases)
    #expect(cases == cases.sorted(by: >))
    // Before anybody opened it, it was the first candidate.
    let then = try world.book.overview(at: world.moment(20))
    #expect(then.items.isEmpty)
    #expect(then.candidates.first?.problem == WorldSeries.stock)
    #expect(then.candidates.first?.signal != nil)
  }

  @Test func newSignalsAreToldOnce() throws {
    let world = try world(alone: false)
    let told = try (2...71).flatMap { week in
      try world.book.newSignals(at: world.moment(week)).map { ($0.problem, $0.week) }
    }
    #expect(told.first?.0 == WorldSeries.stock)
    #expect(told.first?.1 == WorldSeries.week(18))
    #expect(told.contains { $0.0 == WorldSeries.followThrough && $0.1 == WorldSeries.week(56) })
  }

  @Test func anAcceptedProblemWaitsForItsDay() throws {
    let world = try BacklogWorld([WorldSeries.stock: [Int](repeating: 2, count: 70)])
    let draft = ItemDraft(problems: [WorldSeries.stock], title: "x", kind: .containment)
    try world.book.open(draft, by: "Ana", at: world.moment(20))
    let review = WorldSeries.week(40).start
    try world.book.accept(
      1, reason: "rare", reviewDay: review, by: "Ana", at: world.moment(20, 2))
    #expect(try world.book.overview(at: world.moment(39, 7)).candidates.isEmpty)
    let due = try world.book.overview(at: world.moment(40))
    #expect(due.candidates.isEmpty)
    #expect(due.items[0].item.isReviewDue(on: review))
    try world.book.accept(
      1, reason: "still rare", reviewDay: WorldSeries.week(50).start, by: "Ana",
      at: world.moment(40))
    #expect(
      try world.book.overview(at: world.moment(41)).items[0].item.isReviewDue(on: review) == false)
  }
}
