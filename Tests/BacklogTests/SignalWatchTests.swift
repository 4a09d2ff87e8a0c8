import Backlog
import Complaints
import Statistics
import Testing

struct SignalWatchTests {
  private let all = WorldSeries.week(1)...WorldSeries.week(70)
  private let quiet = Problem(type: "billing", touchpoint: "payment")

  /// The story weeks of a problem's signals, in order.
  private func weeks(_ watch: SignalWatch, _ problem: Problem) -> [Int] {
    watch.signals(of: problem, in: all).map { number($0.week) }
  }

  private func number(_ week: Week) -> Int {
    (week.start.number - WorldSeries.first.start.number) / 7 + 1
  }

  @Test func theSampleWorldHasTwoRises() throws {
    let counts = WorldSeries.counts()
    let watch = SignalWatch(counts: counts)
    let found = counts.problems.filter { !watch.signals(of: $0, in: all).isEmpty }
    #expect(found == [WorldSeries.followThrough, WorldSeries.stock])

    let stock = try #require(watch.signals(of: WorldSeries.stock, in: all).first)
    #expect(stock.week.description == "2025-W46" && number(stock.week) == 18)
    #expect(stock.since.description == "2025-W44" && number(stock.since) == 16)
    #expect(stock.channel == .slow)
    #expect(stock.caseCount == 14)
    #expect(stock.expected == 0.625)
    #expect(stock.baselineWeeks == 12)
    #expect(stock.weekCount == 3)

    let calls = try #require(watch.signals(of: WorldSeries.followThrough, in: all).first)
    #expect(number(calls.week) == 56)
    #expect(number(calls.since) == 49)
    #expect(calls.baselineWeeks == 26)
  }

  @Test func aRiseIsSeenWhileItLastsAndForgottenAfter() {
    let watch = SignalWatch(counts: WorldSeries.counts())
    #expect(weeks(watch, WorldSeries.stock) == Array(18...33))
    #expect(weeks(watch, WorldSeries.followThrough).last == 70)
  }

  @Test func whatWasSeenDoesNotDependOnLaterWeeks() {
    let whole = SignalWatch(counts: WorldSeries.counts())
    for last in [1, 12, 13, 17, 18, 25, 40, 56, 69] {
      let then = SignalWatch(counts: WorldSeries.counts(weeks: last))
      for week in 1...last {
        let week = WorldSeries.week(week)
        #expect(then.signals(in: week) == whole.signals(in: week))
        #expect(
          then.weeklyLimit(of: WorldSeries.stock, in: week)
            == whole.weeklyLimit(of: WorldSeries.stock, in: week))
      }
      #expect(then.signals(in: WorldSeries.week(last + 1)).isEmpty)
    }
  }

  @Test func oneWeekFarAboveTheOthersIsAWeeklySignal() throws {
    var series = WorldSeries.received.filter { $0.key == quiet || $0.key.type == "policy" }
    series[quiet]?[39] = 20
    let watch = SignalWatch(counts: WorldSeries.counts(of: series, weeks: 70))
    let signals = watch.signals(in: WorldSeries.week(40))
    #expect(signals.map(\.channel).first == .week)
    let signal = try #require(signals.first)
    let limit = try #require(watch.weeklyLimit(of: quiet, in: WorldSeries.week(40)))
    #expect(signal.since == signal.week)
    #expect(signal.caseCount == 20)
    #expect(signal.expected == limit.expected)
    #expect(signal.baselineWeeks == 26)
    #expect(limit.isExceeded(by: 20))
    // The flagged week is no part of the next limit's baseline.
    let next = try #require(watch.weeklyLimit(of: quiet, in: WorldSeries.week(41)))
    #expect(next.limit == limit.limit)
  }

  @Test func fewerThanTwelveWeeksBeforeGiveNothing() {
    let series = [quiet: [0, 9, 0, 8, 0, 9, 0, 0, 0, 0, 0, 0, 60]]
    let twelve = SignalWatch(
      counts: WorldSeries.counts(
        of: series.mapValues { [60] + $0.dropFirst().dropLast() }, weeks: 12))
    #expect((1...12).allSatisfy { twelve.signals(in: WorldSeries.week($0)).isEmpty })
    #expect(twelve.weeklyLimit(of: quiet, in: WorldSeries.week(12)) == nil)
    let thirteen = SignalWatch(counts: WorldSeries.counts(of: series, weeks: 13))
    #expect(thirteen.signals(in: WorldSeries.week(13)).count == 2)
    #expect(thirteen.weeklyLimit(of: quiet, in: WorldSeries.week(13))?.baselineWeeks == 12)
  }

  @Test func aProblemThatWasNeverSeenBeforeIsASignal() throws {
    var series = WorldSeries.received.filter { $0.key == quiet }
    let new = Problem(type: "safety", touchpoint: "repair")
    series[new] = Array(repeating: 0, count: 67) + [0, 1, 5]
    let watch = SignalWatch(counts: WorldSeries.counts(of: series, weeks: 70))
    #expect(watch.watched == [quiet, new])
    // One case alone is not watched.
    #expect(watch.signals(in: WorldSeries.week(69)).isEmpty)
    let signals = watch.signals(in: WorldSeries.week(70))
    #expect(signals.map(\.problem) == [new, new])
    #expect(signals.map(\.channel) == [.week, .slow])
    let slow = try #require(signals.last)
    #expect(number(slow.since) == 69)
    #expect(slow.caseCount == 6)
  }

  @Test func watchingNeedsFiveCasesInAQuarterAndEndsAQuarterLater() {
    func isWatched(_ counts: [Int]) -> Bool {
      !SignalWatch(counts: WorldSeries.counts(of: [quiet: counts], weeks: counts.count))
        .watched.isEmpty
    }
    let quarter = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]
    let none = [Int](repeating: 0, count: 13)
    #expect(isWatched(quarter))
    #expect(!isWatched([1] + none + [4]))
    #expect(!isWatched(Array(quarter.dropLast()) + [0]))
    #expect(isWatched(quarter + none))
    #expect(!isWatched(quarter + none + [0]))
  }

  @Test func aWatchStartedAnewForgetsWhatWasBefore() throws {
    let counts = WorldSeries.counts()
    let whole = SignalWatch(counts: counts)
    let anew = SignalWatch(
      counts: counts,
      restartingAt: [WorldSeries.followThrough: WorldSeries.week(50), quiet: WorldSeries.week(80)])
    // From week 50 on the raised level is the usual one, and 12 weeks must pass.
    #expect(weeks(whole, WorldSeries.followThrough).contains(61))
    #expect(!weeks(anew, WorldSeries.followThrough).contains { $0 >= 50 })
    #expect(anew.weeklyLimit(of: WorldSeries.followThrough, in: WorldSeries.week(61)) == nil)
    let limit = try #require(anew.weeklyLimit(of: WorldSeries.followThrough, in: all.upperBound))
    #expect(limit.baselineWeeks == 20)
    // What was seen before, and other problems, stay.
    #expect(weeks(anew, WorldSeries.stock) == weeks(whole, WorldSeries.stock))
    #expect(
      anew.weeklyLimit(of: WorldSeries.followThrough, in: WorldSeries.week(49))
        == whole.weeklyLimit(of: WorldSeries.followThrough, in: WorldSeries.week(49)))
    #expect(
      anew.weeklyLimit(of: quiet, in: all.upperBound)
        == whole.weeklyLimit(of: quiet, in: all.upperBound))
  }

  @Test func whatIsNotCountedHasNoSignals() {
    let watch = SignalWatch(counts: WorldSeries.counts())
    let unknown = Problem(type: "nothing", touchpoint: "nowhere")
    #expect(watch.signals(of: unknown, in: all).isEmpty)
    #expect(watch.signals(in: Week(year: 2024, number: 1)).isEmpty)
    #expect(watch.weeklyLimit(of: unknown, in: Week(year: 2027, number: 1)) == nil)
    #expect(watch.weeklyLimit(of: unknown, in: all.upperBound)?.isExceeded(by: 0) == false)
    let empty = SignalWatch(counts: WorldSeries.counts(of: [:], weeks: 1))
    #expect(empty.watched.isEmpty && empty.signals(in: WorldSeries.week(1)).isEmpty)
  }
}
