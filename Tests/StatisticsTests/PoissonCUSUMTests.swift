import Testing

@testable import Statistics

struct PoissonCUSUMTests {
  @Test func addsWhatExceedsTheReferenceAndNeverFallsBelowZero() {
    var chart = PoissonCUSUM(reference: 2.5, decision: 5)
    let signals = [0, 4, 1, 5, 5].map { chart.add($0) }
    #expect(signals == [false, false, false, false, true])
    #expect(chart.sum == 5)
    #expect(chart.isSignal)
  }

  @Test func valuesGoToQuarters() {
    let chart = PoissonCUSUM(reference: 2.9, decision: 5.01)
    #expect(chart.reference == 3)
    #expect(chart.decision == 5.25)
  }

  /// CPython 3, `(raised - usual) / math.log(raised / usual)`.
  @Test func theReferenceLiesBetweenTheMeans() {
    #expect(abs(PoissonCUSUM.reference(usual: 2, raised: 4) - 2.8853900817779268) < 1e-14)
  }

  /// The Markov chain written in Python with `scipy.stats.poisson.pmf`, and `nbinom.pmf` for a
  /// dispersion of 1.7 (scipy 1.17.1).
  @Test(arguments: [
    (6, 1, 9, 10, 0.0013712525446358814), (2, 1, 3, 5, 0.05935723471568477),
    (2, 1.7, 3, 5, 0.2618798955923479),
  ])
  func chancesAgreeWithSciPy(
    mean: Double, dispersion: Double, reference: Double, decision: Double, expected: Double
  ) {
    let counts = CountDistribution(mean: mean, dispersion: dispersion)
    let chart = PoissonCUSUM(reference: reference, decision: decision)
    #expect(abs(chart.chanceOfSignal(within: 13, counts: counts) - expected) < 1e-12)
  }

  @Test func theDecisionValueIsTheSmallestThatKeepsTheLevel() throws {
    let counts = CountDistribution(mean: 2)
    let decision = try #require(
      PoissonCUSUM.decision(alpha: 0.01, reference: 3, counts: counts))
    func chance(_ decision: Double) -> Double {
      PoissonCUSUM(reference: 3, decision: decision).chanceOfSignal(within: 13, counts: counts)
    }
    #expect(chance(decision) <= 0.01)
    #expect(chance(decision - 1) > 0.01)
  }
}
