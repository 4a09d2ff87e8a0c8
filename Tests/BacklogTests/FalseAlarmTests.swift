import Backlog
import Complaints
import Foundation
import Support
import Testing

/// How often a quarter brings a new signal though nothing changed, and what is found all the same.
struct FalseAlarmTests {
  private static let isFull = ProcessInfo.processInfo.environment["FORESTALL_FULL"] == "1"

  /// The share of quarters with a new signal among Poisson counts of these weekly means.
  private func falseShare(_ means: [Double], quarters: Int) -> Double {
    var generator = SeededGenerator(seed: 11)
    var signals = 0
    let perWorld = 20
    for _ in 0..<(quarters / perWorld) {
      let weeks = 39 + 13 * perWorld
      var series: [Problem: [Int]] = [:]
      for (number, mean) in means.enumerated() {
        series[Problem(type: "type-\(number)", touchpoint: "store")] = (0..<weeks).map { _ in
          CountDistributionDraw.poisson(mean, &generator)
        }
      }
      let watch = SignalWatch(counts: WorldSeries.counts(of: series, weeks: weeks))
      var flagged = Set<Int>()
      for problem in series.keys {
        let found = Set(
          watch.signals(of: problem, in: WorldSeries.week(39)...WorldSeries.week(weeks)).map {
            ($0.week.start.number - WorldSeries.first.start.number) / 7
          })
        for week in found where week >= 39 && !found.contains(week - 1) {
          flagged.insert((week - 39) / 13)
        }
      }
      signals += flagged.count
    }
    return Double(signals) / Double(quarters)
  }

  @Test(arguments: [(150, 0.1...0.1), (100, 0.2...0.2), (15, 0.5...5)])
  func theBudgetHolds(problems: Int, means: ClosedRange<Double>) {
    let step = (means.upperBound - means.lowerBound) / Double(problems - 1)
    let share = falseShare(
      (0..<problems).map { means.lowerBound + Double($0) * step },
      quarters: Self.isFull ? 600 : 100)
    #expect(share <= 0.1, "\(problems) at \(means): \(share)")
  }

  @Test func rareProblemsDoNotHideTheRises() throws {
    var generator = SeededGenerator(seed: 3)
    var series = WorldSeries.received
    for number in 0..<60 {
      series[Problem(type: "rare-\(number)", touchpoint: "store")] = (0..<70).map { _ in
        CountDistributionDraw.poisson(number % 2 == 0 ? 0.05 : 0.15, &generator)
      }
    }
    let watch = SignalWatch(counts: WorldSeries.counts(of: series, weeks: 70))
    let all = WorldSeries.week(1)...WorldSeries.week(70)
    let found = series.keys.sorted().filter { !watch.signals(of: $0, in: all).isEmpty }
    #expect(found == [WorldSeries.followThrough, WorldSeries.stock])
    let first = try found.map { try #require(watch.signals(of: $0, in: all).first).week }
    #expect((WorldSeries.week(50)...WorldSeries.week(60)).contains(first[0]))
    #expect((WorldSeries.week(15)...WorldSeries.week(18)).contains(first[1]))
  }
}
