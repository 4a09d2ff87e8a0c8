import Testing

@testable import Statistics

struct BootstrapTests {
  private func mean(_ values: [Double], _ draw: [Int]) -> Double {
    var sum = 0.0
    for index in draw { sum += values[index] }
    return sum / Double(draw.count)
  }

  /// First outputs for the seed 1234567, as published on Rosetta Code, "Pseudo-random
  /// numbers/Splitmix64".
  @Test func generatorIsSplitMix64() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func drawsAreEvenlySpread() {
    var generator = SplitMix64(seed: 5)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.index(below: 7)] += 1 }
    #expect(counts.allSatisfy { (9_600...10_400).contains($0) })
  }

  @Test func theSameSeedGivesTheSameInterval() {
    let values = (0..<50).map { Double($0 % 7) }
    let intervals = [3, 3, 4].map { seed in
      Bootstrap.interval(of: 50, seed: seed) { mean(values, $0) }
    }
    #expect(intervals[0] == intervals[1])
    #expect(intervals[0] != intervals[2])
  }

  /// The bootstrap distribution of a share is binomial; its 2.5 % and 97.5 % points for 40 of 100
  /// are 31 and 50 (scipy 1.17.1, `binom.ppf`).
  @Test func aShareHasBinomialEnds() {
    let values = (0..<100).map { $0 < 40 ? 1.0 : 0 }
    let interval = Bootstrap.interval(of: 100, replicates: 4000, seed: 1) { mean(values, $0) }
    #expect(abs(interval.low - 0.31) <= 0.0101)
    #expect(abs(interval.high - 0.50) <= 0.0101)
  }

  @Test func coversTheTrueMeanNearlyAsOftenAsItSays() {
    var generator = SplitMix64(seed: 2)
    let repeats = 500
    var covered = 0
    for seed in 0..<repeats {
      let values = (0..<60).map { _ in generator.index(below: 10) < 3 ? 1.0 : 0 }
      let interval = Bootstrap.interval(of: 60, replicates: 250, seed: UInt64(seed)) {
        mean(values, $0)
      }
      if interval.contains(0.3) { covered += 1 }
    }
    #expect((0.90...0.98).contains(Double(covered) / Double(repeats)))
  }

  @Test func higherLevelsAreWider() {
    let values = (0..<80).map { Double($0 * $0 % 31) }
    let narrow = Bootstrap.interval(of: 80, level: 0.5, seed: 9) { mean(values, $0) }
    let wide = Bootstrap.interval(of: 80, level: 0.99, seed: 9) { mean(values, $0) }
    #expect(wide.low < narrow.low && narrow.high < wide.high)
  }

  @Test func nothingGivesZeroes() {
    let interval = Bootstrap.interval(of: 0, seed: 1) { _ in .nan }
    #expect(interval == Interval(low: 0, high: 0))
    #expect(Bootstrap.intervals(of: 0, seed: 1) { _ in [1, 2] }.isEmpty)
  }

  @Test func oneItemHasNoWidth() {
    let interval = Bootstrap.interval(of: 1, seed: 1) { mean([7], $0) }
    #expect(interval == Interval(low: 7, high: 7))
  }

  @Test func replicatesThatAreNotFiniteAreLeftOut() {
    // The share of item 0 among items 0 and 1; a draw of item 2 alone has none.
    let share = Bootstrap.interval(of: 3, seed: 1) { draw in
      let zeroes = draw.count { $0 == 0 }
      return Double(zeroes) / Double(zeroes + draw.count { $0 == 1 })
    }
    #expect(share == Interval(low: 0, high: 1))
    let never = Bootstrap.interval(of: 3, seed: 1) { _ in .infinity }
    #expect(never == Interval(low: 0, high: 0))
  }

  @Test func severalStatisticsShareTheirDraws() {
    let values = (0..<40).map { Double($0 % 9) }
    let both = Bootstrap.intervals(of: 40, seed: 6) { [mean(values, $0), -mean(values, $0)] }
    let alone = Bootstrap.interval(of: 40, seed: 6) { mean(values, $0) }
    #expect(both.first == alone)
    #expect(both.count == 2 && abs(both[1].low + alone.high) < 1e-12)
  }

  @Test(arguments: [(0.0, 1.0), (0.5, 2.5), (1.0, 4.0), (0.25, 1.75)])
  func quantilesLieBetweenNeighbours(share: Double, expected: Double) {
    #expect(Bootstrap.quantile(share, of: [1, 2, 3, 4]) == expected)
  }
}
