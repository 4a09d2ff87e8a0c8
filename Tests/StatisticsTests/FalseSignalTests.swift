import Testing

@testable import Statistics

/// How often limits signal with and without a change, simulated with fixed seeds.
struct FalseSignalTests {
  /// Counts by inversion of the distribution function.
  private struct Source {
    var generator: SplitMix64
    let steps: [Double]

    init(mean: Double, dispersion: Double = 1, seed: UInt64) {
      generator = SplitMix64(seed: seed)
      let counts = CountDistribution(mean: mean, dispersion: dispersion)
      steps = (0...counts.criticalCount(alpha: 1e-9)).map { counts.cumulative($0) }
    }

    mutating func weeks(_ count: Int) -> [Int] {
      (0..<count).map { _ in
        let share = Double(generator.next() >> 11) / 9_007_199_254_740_992
        return steps.firstIndex { share < $0 } ?? steps.count
      }
    }
  }

  /// One series and no change, a level of 0.0026 a week: false signals in 13 weeks. Simulated
  /// independently (numpy): 0.01 to 0.02 for Poisson counts, 0.04 to 0.09 at dispersion 1.7.
  @Test(arguments: [
    (0.5, 1, 0...0.03), (2, 1, 0...0.03), (6, 1, 0...0.03), (2, 1.7, 0.02...0.1),
    (6, 1.7, 0.02...0.1),
  ])
  func theWeeklyLimitSeldomSignalsFalsely(
    mean: Double, dispersion: Double, expected: ClosedRange<Double>
  ) throws {
    var source = Source(mean: mean, dispersion: dispersion, seed: 7)
    let repeats = 1500
    var signals = 0
    for _ in 0..<repeats {
      let limit = try #require(PredictiveLimit(baseline: source.weeks(26), alpha: 0.0026))
      if source.weeks(13).contains(where: limit.isExceeded) { signals += 1 }
    }
    #expect(expected.contains(Double(signals) / Double(repeats)))
  }

  /// Fifteen series share one budget of a tenth of the quarters; both channels, the slow one looked
  /// at as the quarter ends.
  @Test func allSeriesTogetherKeepTheBudget() throws {
    let series = 15
    let alpha = AlarmBudget.alpha(series: series, looks: 14)
    var source = Source(mean: 3, seed: 3)
    let quarters = 150
    var signals = 0
    for _ in 0..<quarters {
      var found = false
      for _ in 0..<series {
        let counts = source.weeks(39)
        let limit = try #require(PredictiveLimit(baseline: Array(counts[..<26]), alpha: alpha))
        let slow = try #require(SlowChannel(counts: counts, alpha: alpha))
        if counts[26...].contains(where: limit.isExceeded) || slow.isRise { found = true }
      }
      if found { signals += 1 }
    }
    #expect(Double(signals) / Double(quarters) <= 0.1)
  }

  @Test func aTripledSeriesIsFoundWithinFourWeeks() throws {
    let alpha = AlarmBudget.alpha(series: 15, looks: 14)
    var usual = Source(mean: 6, seed: 4)
    var raised = Source(mean: 18, seed: 5)
    let repeats = 600
    var found = 0
    for _ in 0..<repeats {
      let limit = try #require(PredictiveLimit(baseline: usual.weeks(26), alpha: alpha))
      if raised.weeks(4).contains(where: limit.isExceeded) { found += 1 }
    }
    #expect(Double(found) / Double(repeats) >= 0.9)
  }

  /// 2 a week become 3.5: the weekly limit mostly stays silent, thirteen weeks together do not.
  @Test func theSlowChannelFindsWhatTheWeeklyLimitMisses() throws {
    let alpha = AlarmBudget.alpha(series: 5, looks: 14)
    var usual = Source(mean: 2, seed: 6)
    var raised = Source(mean: 3.5, seed: 8)
    let repeats = 400
    var weekly = 0
    var slow = 0
    for _ in 0..<repeats {
      let counts = usual.weeks(26) + raised.weeks(13)
      let limit = try #require(PredictiveLimit(baseline: Array(counts[..<26]), alpha: alpha))
      if counts[26...].contains(where: limit.isExceeded) { weekly += 1 }
      if try #require(SlowChannel(counts: counts, alpha: alpha)).isRise { slow += 1 }
    }
    #expect(slow > weekly)
  }

  @Test func theBudgetIsShared() {
    #expect(AlarmBudget.alpha(series: 15) == 0.1 / 195)
    #expect(AlarmBudget.alpha(budget: 0.05, series: 1, looks: 1) == 0.05)
  }
}
