import Complaints
import Support
import Testing

@testable import Backlog

/// How a change is judged.
struct TrialTests {
  private let problem = WorldSeries.stock

  private func poisson(_ mean: Double, _ generator: inout SeededGenerator) -> Int {
    CountDistributionDraw.poisson(mean, &generator)
  }

  private func item(
    openedIn week: Int, triggers: ClosedRange<Int>, since: Int? = nil
  ) -> PreventionItem {
    let moment = Timestamp(day: WorldSeries.week(week).start, hour: 9)
    var item = PreventionItem(
      number: 1, title: "x", kind: .preventive, problems: [problem], state: .planned,
      stateSince: moment, openedAt: moment, triggerWeeks: triggers.map(WorldSeries.week),
      events: [])
    item.levelSince = since.map(WorldSeries.week)
    return item
  }

  private func plan(
    _ item: PreventionItem, _ series: [Int], effective week: Int, cut: Double = 0.9, day: Int = 0
  ) -> TrialPlan {
    let counts = WorldSeries.counts(of: [problem: series], weeks: series.count)
    let day = Day(number: WorldSeries.week(week).start.number + day)
    return TrialPlan(
      of: item, baseline: TrialPlan.baseline(of: item, before: day.week, counts: counts),
      effective: day, cut: cut, counts: counts)
  }

  /// How often 400 items with a level before and after are verified or ineffective, in shares.
  private func shares(
    before: Double, after: Double, cut: Double = 0.9
  ) -> (verified: Double, ineffective: Double) {
    var states: [ItemState: Int] = [:]
    for seed in 1...400 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let series = (0..<40).map { _ in poisson(before, &generator) }
      let plan = plan(item(openedIn: 30, triggers: 27...30), series, effective: 41, cut: cut)
      let cases = (0..<plan.length).reduce(0) { sum, _ in sum + poisson(after, &generator) }
      states[plan.judgement(cases: cases).state, default: 0] += 1
    }
    return (Double(states[.verified] ?? 0) / 400, Double(states[.ineffective] ?? 0) / 400)
  }

  @Test func aTrueCutIsVerified() {
    for mean in [2.0, 5, 10] {
      let (verified, ineffective) = shares(before: mean, after: mean * 0.1)
      #expect(verified >= 0.8, "\(mean): \(verified)")
      #expect(ineffective <= 0.08, "\(mean): \(ineffective)")
    }
  }

  @Test func noCutIsNotVerified() {
    for mean in [2.0, 5, 10] {
      let (verified, ineffective) = shares(before: mean, after: mean)
      #expect(verified <= 0.05, "\(mean): \(verified)")
      #expect(ineffective >= 0.8, "\(mean): \(ineffective)")
    }
  }

  @Test func theBaselineLeavesTriggersOut() {
    let series = (1...40).map { $0 }
    let flat = plan(item(openedIn: 30, triggers: 27...30), series, effective: 41)
    #expect(flat.baselineWeeks == 22)
    #expect(flat.baselineCases == ((15...26).reduce(0, +) + (31...40).reduce(0, +)))
    let risen = plan(item(openedIn: 30, triggers: 27...30, since: 27), series, effective: 41)
    #expect(risen.baselineWeeks == 10)
    #expect(risen.baselineCases == (31...40).reduce(0, +))
    // Three weeks behind the triggers are too few to tell the level by.
    let soon = plan(item(openedIn: 37, triggers: 34...37, since: 34), series, effective: 41)
    #expect(soon.baselineWeeks == 22)
    let enough = plan(item(openedIn: 36, triggers: 33...36, since: 33), series, effective: 41)
    #expect(enough.baselineWeeks == 4)
  }

  @Test func aWeekCountsFromItsMonday() {
    let series = [Int](repeating: 5, count: 40)
    let item = item(openedIn: 30, triggers: 27...30)
    let monday = plan(item, series, effective: 41)
    let tuesday = plan(item, series, effective: 41, day: 1)
    #expect(monday.firstWeek == WorldSeries.week(41).description)
    #expect(tuesday.firstWeek == WorldSeries.week(42).description)
    #expect(tuesday.baselineWeeks == monday.baselineWeeks)
    // The week of the change belongs to neither side, even where it is counted already.
    let sunday = plan(item, series, effective: 40, day: 6)
    #expect(sunday.firstWeek == WorldSeries.week(41).description)
    #expect(sunday.baselineCases == 22 * 5)
  }

  @Test(
    arguments: [(0, 41, 1), (0, 44, 4), (0, 60, 4), (0, 40, 0), (1, 41, 0), (7, 42, 1), (8, 42, 0)])
  func weeksSettleAfterTheLag(lag: Int, week: Int, settled: Int) {
    var plan = plan(
      item(openedIn: 30, triggers: 27...30), [Int](repeating: 5, count: 40), effective: 41)
    plan.lagDays = lag
    #expect(plan.weeks == 4)
    #expect(plan.settledWeeks(after: WorldSeries.week(week)) == settled)
    let decided = plan.decisionWeek
    for last in 36...60 {
      let isOver = plan.settledWeeks(after: WorldSeries.week(last)) == 4
      #expect(isOver == (decided.map { $0 <= WorldSeries.week(last) } ?? false))
    }
  }

  @Test func whatCannotBeToldIsSaidFromTheStart() {
    let item = item(openedIn: 30, triggers: 27...30)
    let rare = plan(item, (0..<40).map { $0 % 20 == 0 ? 1 : 0 }, effective: 41, cut: 0.3)
    #expect(rare.weeks == nil && rare.length == 104)
    #expect(rare.judgement(cases: 0).state == .inconclusive)
    #expect(rare.summary.contains("cannot be told from counts in two years"))
    // Counts may tell more than was promised.
    let some = TrialPlan(
      baselineWeeks: 20, baselineCases: 69, cut: 0.2, firstWeek: "2026-W17", weeks: nil, lagDays: 0)
    #expect(some.judgement(cases: 0).state == .verified)
    #expect(some.judgement(cases: 500).state == .ineffective)
    let none = plan(item, [Int](repeating: 0, count: 40), effective: 41)
    #expect(none.weeks == nil && none.baselineMean == 0)
    #expect(none.judgement(cases: 3).state == .inconclusive)
    let new = plan(item, [], effective: 41)
    #expect(new.baselineWeeks == 0 && new.weeks == nil)
    #expect(new.judgement(cases: 3).result.chance == 1)
  }
}

/// Draws of Poisson counts.
enum CountDistributionDraw {
  /// A count of a mean, by multiplying uniform draws (D. E. Knuth).
  static func poisson(_ mean: Double, _ generator: inout SeededGenerator) -> Int {
    var product = 1.0
    var count = -1
    var limit = 1.0
    // exp(−mean) by its series, so that no other module is needed.
    var term = 1.0
    for step in 1...60 {
      term *= -mean / Double(step)
      limit += term
    }
    while product > limit {
      product *= Double.random(in: 0..<1, using: &generator)
      count += 1
    }
    return count
  }
}
