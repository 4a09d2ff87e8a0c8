import Backlog
import Complaints
import Support
import Testing

/// What must hold of any counts; seeded random ones.
struct SignalWatchPropertyTests {
  /// Up to six problems with some waves over up to 60 weeks.
  private func series(_ generator: inout SeededGenerator) -> [Problem: [Int]] {
    let weeks = Int.random(in: 14...60, using: &generator)
    var series: [Problem: [Int]] = [:]
    for number in 1...Int.random(in: 1...6, using: &generator) {
      let most = [1, 3, 8].randomElement(using: &generator) ?? 1
      let rise = Int.random(in: 0..<weeks, using: &generator)
      series[Problem(type: "type-\(number)", touchpoint: "store")] = (0..<weeks).map { week in
        let top = week >= rise ? most * 3 : most
        return Int.random(in: 0...top, using: &generator)
      }
    }
    return series
  }

  private func watch(_ series: [Problem: [Int]]) -> (watch: SignalWatch, last: Week) {
    let weeks = series.values.first?.count ?? 1
    return (
      SignalWatch(counts: WorldSeries.counts(of: series, weeks: weeks)), WorldSeries.week(weeks)
    )
  }

  @Test(arguments: (1...40).map(UInt64.init)) func moreCasesNeverRemoveASignalOfTheWeek(
    seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    var series = series(&generator)
    let (before, last) = watch(series)
    let watched = before.watched
    let end = (series.values.first?.count ?? 1) - 1
    for problem in series.keys.sorted() {
      series[problem]?[end] += Int.random(in: 1...5, using: &generator)
    }
    let (after, _) = watch(series)
    // A problem that is watched only now takes its share of the budget.
    guard after.watched == watched else { return }
    for signal in before.signals(in: last) {
      #expect(
        after.signals(in: last).contains {
          $0.problem == signal.problem && $0.channel == signal.channel
        })
    }
  }

  @Test(arguments: (1...40).map(UInt64.init)) func aWeekWithoutCasesIsNoSignalOfTheWeek(
    seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    var series = series(&generator)
    let end = (series.values.first?.count ?? 1) - 1
    for problem in series.keys { series[problem]?[end] = 0 }
    let (found, last) = watch(series)
    #expect(!found.signals(in: last).contains { $0.channel == .week })
  }

  @Test func noCasesAreNeverASignal() {
    let none = [Int](repeating: 0, count: 60)
    let (watch, last) = watch([Problem(type: "stock", touchpoint: "repair"): none])
    #expect(watch.watched.isEmpty)
    #expect(watch.signals(of: WorldSeries.stock, in: WorldSeries.first...last).isEmpty)
  }

  @Test(arguments: (1...40).map(UInt64.init)) func signalsSayWhatWasCounted(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let series = series(&generator)
    let (watch, last) = watch(series)
    for (problem, counts) in series {
      let signals = watch.signals(of: problem, in: WorldSeries.first...last)
      #expect(signals == signals.sorted { $0.week < $1.week })
      for signal in [signals.first, signals.last].compactMap(\.self) {
        #expect(watch.signals(in: signal.week).contains(signal))
      }
      for signal in signals {
        let from = (signal.since.start.number - WorldSeries.first.start.number) / 7
        let to = (signal.week.start.number - WorldSeries.first.start.number) / 7
        try #require(from <= to)
        #expect(signal.caseCount == counts[from...to].reduce(0, +))
        #expect(Double(signal.caseCount) > signal.expected * Double(signal.weekCount))
        #expect((12...26).contains(signal.baselineWeeks))
      }
    }
  }
}
