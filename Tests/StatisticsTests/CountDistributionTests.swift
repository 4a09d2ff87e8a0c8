import Testing

@testable import Statistics

struct CountDistributionTests {
  private func near(_ found: Double, _ expected: Double) -> Bool {
    abs(found - expected) <= 1e-12 * expected
  }

  /// scipy 1.17.1, `poisson.pmf(k, mean)`, `poisson.cdf(k, mean)`, `poisson.sf(k - 1, mean)`; with
  /// a dispersion d, the same of `nbinom` with n = mean / (d - 1), p = 1 / d.
  @Test(arguments: [
    (0.2, 1, 0, 0.8187307530779818, 0.8187307530779818, 1),
    (0.5, 1, 2, 0.07581633246407919, 0.9856123220330293, 0.09020401043104986),
    (6, 1, 18, 3.932009832989778e-05, 0.9999824029579062, 5.691714042371942e-05),
    (6, 1, 0, 0.0024787521766663585, 0.002478752176666357, 1),
    (20, 1, 20, 0.0888353173920848, 0.5590925842313251, 0.5297427331607607),
    (1000, 1, 1100, 9.498944242302176e-05, 0.9991323590365565, 0.0009626304058665587),
    (2000, 1, 1, 0, 0, 1),
    (0.2, 5, 1, 0.03690723338362354, 0.9595880679742118, 0.07731916540941168),
    (0.5, 1.7, 0, 0.6845317991337513, 0.6845317991337513, 1),
    (2, 1.3, 6, 0.019441610641574618, 0.9868131006396554, 0.03262851000191917),
    (6, 1.7, 18, 0.001167795058961582, 0.998473894922853, 0.0026939001361085653),
    (20, 3, 10, 0.02712960169629941, 0.09189577448726233, 0.9352338272090371),
    (500, 2, 600, 0.00011580554258330537, 0.998844999697965, 0.0012708058446182612),
  ])
  func agreesWithSciPy(
    mean: Double, dispersion: Double, count: Int, exactly: Double, atMost: Double, orMore: Double
  ) {
    let counts = CountDistribution(mean: mean, dispersion: dispersion)
    #expect(near(counts.probability(of: count), exactly))
    #expect(near(counts.cumulative(count), atMost))
    #expect(near(counts.tail(from: count), orMore))
  }

  /// As above, `nbinom` with n = 6e6: the terms of the textbook formula would cancel.
  @Test func nearlyPoissonLosesNoDigits() {
    let counts = CountDistribution(mean: 6, dispersion: 1.000001)
    #expect(abs(counts.probability(of: 9) - 0.06883848902490192) < 1e-9)
    #expect(abs(counts.tail(from: 9) - 0.15276260928618338) < 1e-9)
  }

  /// scipy 1.17.1, `poisson.ppf(share, mean)`, `nbinom.ppf(share, mean / (d - 1), 1 / d)`.
  @Test(arguments: [
    (0.2, 1, 0.5, 0), (2, 1, 0.95, 5), (6, 1, 0.9974, 14), (20, 1, 0.001, 8),
    (1000, 1, 0.999, 1099),
    (0.2, 5, 0.99, 5), (2, 1.3, 0.95, 5), (6, 1.7, 0.9974, 18), (20, 3, 0.001, 3),
    (500, 2, 0.4, 492),
  ])
  func quantilesAgreeWithSciPy(mean: Double, dispersion: Double, share: Double, expected: Int) {
    #expect(CountDistribution(mean: mean, dispersion: dispersion).quantile(share) == expected)
  }

  @Test(arguments: [(0.3, 1.0), (4, 1), (4, 1.7), (2, 30)])
  func meanAndVarianceAreAsStated(mean: Double, dispersion: Double) {
    let counts = CountDistribution(mean: mean, dispersion: dispersion)
    var total = 0.0
    var first = 0.0
    var second = 0.0
    for count in 0...3000 {
      let chance = counts.probability(of: count)
      total += chance
      first += chance * Double(count)
      second += chance * Double(count) * Double(count)
    }
    #expect(near(total, 1))
    #expect(near(first, mean))
    #expect(abs(second - first * first - mean * dispersion) < 1e-9)
  }

  @Test func lessThanPoissonIsPoisson() {
    #expect(CountDistribution(mean: 3, dispersion: 0.2) == CountDistribution(mean: 3))
  }

  @Test func nothingComesOfNothing() {
    let none = CountDistribution(mean: 0, dispersion: 2)
    #expect(none.probability(of: 0) == 1)
    #expect(none.probability(of: 1) == 0)
    #expect(none.cumulative(0) == 1)
    #expect(none.tail(from: 1) == 0)
    #expect(none.criticalCount(alpha: 0.01) == 1)
    #expect(none.probability(of: -1) == 0)
  }
}
