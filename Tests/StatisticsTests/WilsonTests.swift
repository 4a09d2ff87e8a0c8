import Statistics
import Testing

struct WilsonTests {
  /// scipy 1.17.1, `binomtest(k, n).proportion_ci(level, method="wilson")`.
  @Test(arguments: [
    (0, 10, 0.95, 0.0, 0.27753279986288926),
    (1, 10, 0.95, 0.017876213095072896, 0.4041500267952385),
    (10, 10, 0.95, 0.7224672001371109, 1.0),
    (50, 100, 0.9, 0.41884779611252954, 0.5811522038874705),
    (500, 1000, 0.99, 0.45940700521208483, 0.5405929947879151),
    (1, 1, 0.95, 0.20654931437723745, 1.0),
  ])
  func agreesWithSciPy(k: Int, n: Int, level: Double, low: Double, high: Double) {
    let interval = Interval.wilson(successes: k, of: n, level: level)
    #expect(abs(interval.low - low) < 1e-14)
    #expect(abs(interval.high - high) < 1e-14)
  }

  /// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
  /// Medicine 17 (1998), table I, method 3.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func agreesWithThePublishedTable(k: Int, n: Int, low: Double, high: Double) {
    let interval = Interval.wilson(successes: k, of: n)
    #expect(abs(interval.low - low) <= 0.00005)
    #expect(abs(interval.high - high) <= 0.00005)
  }

  @Test func withoutTrialsNothingIsKnown() {
    #expect(Interval.wilson(successes: 0, of: 0) == Interval(low: 0, high: 1))
  }

  @Test func endsStayInsideZeroToOneAndHoldTheShare() {
    for n in 1...60 {
      for k in 0...n {
        let interval = Interval.wilson(successes: k, of: n, level: 0.999)
        #expect(0 <= interval.low && interval.high <= 1)
        #expect(interval.contains(Double(k) / Double(n)))
      }
    }
  }

  @Test(arguments: [(0.05, 30), (0.3, 60), (0.9, 40)])
  func coversTheTrueShareAsOftenAsItSays(share: Double, n: Int) {
    var generator = SplitMix64(seed: 11)
    let repeats = 4000
    var covered = 0
    for _ in 0..<repeats {
      var successes = 0
      for _ in 0..<n where Double(generator.index(below: 1_000_000)) < share * 1_000_000 {
        successes += 1
      }
      if Interval.wilson(successes: successes, of: n).contains(share) { covered += 1 }
    }
    #expect((0.93...0.985).contains(Double(covered) / Double(repeats)))
  }
}
