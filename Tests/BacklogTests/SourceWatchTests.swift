import Statistics
import Testing

@testable import Backlog

struct SourceWatchTests {
  /// A source's daily counts: by weekday, in bunches, with holidays.
  struct World {
    var rate: Double
    /// The share of a working day on Saturdays and Sundays.
    var weekend: Double
    var dispersion = 1.7
    /// The share of a day on holidays: some single days, a few of three on end.
    var holiday = 0.1

    func counts(days: Int, seed: UInt64) -> [Int] {
      var generator = SplitMix64(seed: seed)
      var holidays: Set<Int> = []
      for start in stride(from: 20, to: days, by: 45) {
        let length = generator.index(below: 3) + 1
        holidays.formUnion(start..<(start + length))
      }
      return (0..<days).map { day in
        var mean = rate
        if day % 7 >= 5 { mean *= weekend }
        if holidays.contains(day) { mean *= holiday }
        let share = (Double(generator.index(below: 999_999)) + 0.5) / 999_999
        let distribution = CountDistribution(mean: mean, dispersion: dispersion)
        return mean == 0 ? 0 : distribution.quantile(share)
      }
    }
  }

  static let worlds: [World] = [
    World(rate: 0.2, weekend: 0.5), World(rate: 1, weekend: 0.5), World(rate: 3, weekend: 0.3),
    World(rate: 10, weekend: 0), World(rate: 10, weekend: 0.5), World(rate: 100, weekend: 0.4),
    World(rate: 100, weekend: 0),
  ]

  private func history(_ counts: [Int]) -> SourceHistory {
    var texts: [Int: Int] = [:]
    for (day, count) in counts.enumerated() where count > 0 { texts[day] = count }
    return SourceHistory(name: "care", texts: texts)
  }

  private func isQuiet(_ history: SourceHistory, on day: Int) -> Bool {
    !SourceWatch(history, on: day).warnings.isEmpty
  }

  @Test func holidaysAndChanceSeldomWarn() {
    for world in Self.worlds {
      var falseYears = 0
      for seed in 0..<40 {
        let history = history(world.counts(days: 421, seed: UInt64(seed)))
        let isWrong = (57..<421).contains { isQuiet(history, on: $0) }
        falseYears += isWrong ? 1 : 0
      }
      #expect(falseYears <= 3, "rate \(world.rate), weekend \(world.weekend): \(falseYears) of 40")
    }
  }

  @Test(arguments: [
    (World(rate: 100, weekend: 0.4), 5), (World(rate: 10, weekend: 0.5), 6),
    (World(rate: 10, weekend: 0), 7), (World(rate: 3, weekend: 0.3), 9),
    (World(rate: 1, weekend: 0.5), 24),
  ])
  func aMailboxThatStopsIsNoticed(_ world: World, within limit: Int) {
    var delays: [Int] = []
    for seed in 0..<40 {
      let counts = world.counts(days: 200, seed: UInt64(1_000 + seed))
      let stop = 120 + seed % 7
      let history = history(Array(counts[..<stop]))
      delays.append(
        (stop..<stop + 60).first { isQuiet(history, on: $0) }.map { $0 - stop + 1 } ?? 99)
    }
    delays.sort()
    #expect(delays[35] <= limit, "nine in ten within \(delays[35]) days, median \(delays[20])")
  }

  @Test func aMailboxThatDriesUpIsNoticed() {
    var counts = World(rate: 10, weekend: 0.5).counts(days: 160, seed: 5)
    for day in 130..<160 { counts[day] = day.isMultiple(of: 2) ? 1 : 0 }
    let found = SourceWatch(history(counts), on: 140).warnings
    #expect(found.map(\.kind) == [.low])
    #expect(found.allSatisfy { $0.expectedCount > 40 && $0.count <= 5 })
  }

  @Test func aWeeklyExportIsMissedOnceTwoDidNotCome() {
    var counts = [Int](repeating: 0, count: 120)
    for day in stride(from: 1, to: 100, by: 7) { counts[day] = 70 + day % 5 }
    let history = history(counts)
    let last = 99
    let warned = (last..<130).first { isQuiet(history, on: $0) }
    #expect(warned.map { (14...21).contains($0 - last) } == true)
    #expect((60..<last).allSatisfy { !isQuiet(history, on: $0) })
  }

  @Test func theFirstReadingIsNoMeasure() {
    var counts = World(rate: 10, weekend: 0.5).counts(days: 100, seed: 8)
    counts[0] = 100_000
    #expect(isQuiet(history(Array(counts[..<90])), on: 94))
    #expect(!isQuiet(history(Array(counts[..<20])), on: 40))
    #expect(!isQuiet(SourceHistory(name: "new", texts: [:]), on: 100))
  }

  @Test func moreRejectionsThanEverAreTold() {
    let counts = World(rate: 20, weekend: 0.5).counts(days: 100, seed: 9)
    var history = history(counts)
    history.rejections = [40: 1, 61: 2, 80: 1]
    #expect(SourceWatch(history, on: 99).warnings.isEmpty)
    history.rejections[97] = 9
    #expect(SourceWatch(history, on: 99).warnings.map(\.kind) == [.rejected])
    for day in 30..<93 where day.isMultiple(of: 3) { history.rejections[day] = 4 }
    #expect(SourceWatch(history, on: 99).warnings.isEmpty)
  }
}
