import Testing

@testable import Statistics

struct PoissonCUSUMTests {
  private func chart(_ reference: Double, _ counts: [Int]) -> PoissonCUSUM {
    var chart = PoissonCUSUM(reference: reference)
    for count in counts { chart.add(count) }
    return chart
  }

  @Test func addsWhatExceedsTheReferenceAndNeverFallsBelowZero() {
    let sums = (0...5).map { chart(2.5, Array([0, 4, 1, 5, 5].prefix($0))).sum }
    #expect(sums == [0, 0, 1.5, 0, 2.5, 5])
  }

  @Test func theReferenceGoesToTheNearestQuarter() {
    #expect(PoissonCUSUM(reference: 2.9).reference == 3)
    #expect(PoissonCUSUM(reference: 2.8).reference == 2.75)
  }

  /// CPython 3, `(raised - usual) / math.log(raised / usual)`.
  @Test func theReferenceLiesBetweenTheMeans() {
    #expect(abs(PoissonCUSUM.reference(usual: 2, raised: 4) - 2.8853900817779268) < 1e-14)
  }

  /// The Markov chain in quarters of a case, written in Python with `pmf` and `sf` of
  /// `scipy.stats.poisson`, and of `nbinom` for a dispersion above 1 (scipy 1.17.1).
  @Test(arguments: [
    (6, 1, 9, [19], 10, 0.0013712525446311853), (2, 1, 3, [8], 5, 0.05935723471568482),
    (2, 1.7, 3, [8], 5, 0.261879895592347), (2, 1, 3.25, [19], 15.75, 7.088690955445063e-07),
    (2, 1, 0.25, [1, 0, 0], 0.25, 0.999999999994891),
    (0.05, 1, 1.5, [4], 2.5, 3.258624129409244e-06),
    (4, 1.5, 5.75, [69], 63.25, 5.209505200947589e-14),
  ])
  func chancesAgreeWithSciPy(
    mean: Double, dispersion: Double, reference: Double, counts: [Int], sum: Double,
    expected: Double
  ) {
    let chart = chart(reference, counts)
    #expect(chart.sum == sum)
    let chance = chart.chanceOfReachingSum(
      within: 13, counts: CountDistribution(mean: mean, dispersion: dispersion))
    #expect(abs(chance - expected) <= 1e-9 * expected)
  }

  /// As above; sums beyond 64 cases are computed in 256 steps.
  @Test(arguments: [
    (0.5, 9, 1, 76, 3.6995216904459834e-05), (6, 12, 9, 209, 2.3005572959495064e-06),
    (40, 30, 57.75, 808, 9.747757168020592e-08), (1000, 60, 1443, 2443, 0.00016155923126500216),
    (5000, 400, 7213, 10213, 0.025703221594696818),
  ])
  func chancesOfLargeSumsAreNear(
    mean: Double, dispersion: Double, reference: Double, count: Int, expected: Double
  ) {
    let chance = chart(reference, [count]).chanceOfReachingSum(
      within: 13, counts: CountDistribution(mean: mean, dispersion: dispersion))
    #expect(abs(chance - expected) < 0.05 * expected)
  }

  @Test func aSumOfNothingIsCertain() {
    let counts = CountDistribution(mean: 2)
    #expect(chart(3, [2]).chanceOfReachingSum(within: 13, counts: counts) == 1)
    #expect(chart(3, [5]).chanceOfReachingSum(within: 0, counts: counts) == 0)
    #expect(
      chart(3, [5]).chanceOfReachingSum(within: 1, counts: counts) == counts.tail(from: 5))
  }

  @Test func largerSumsAreRarer() {
    let counts = CountDistribution(mean: 4, dispersion: 1.5)
    let chances = (6...60).map { chart(5.75, [$0]).chanceOfReachingSum(within: 13, counts: counts) }
    #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 > $1 })
  }

  /// What lets a slow channel stop before it looks at the Markov chain.
  @Test(arguments: [(0.1, 1), (0.5, 9), (4, 1.5), (40, 3), (1000, 60)])
  func oneWeekIsNeverLikelierThanAQuarter(mean: Double, dispersion: Double) {
    let counts = CountDistribution(mean: mean, dispersion: dispersion)
    let reference = PoissonCUSUM.reference(usual: mean, raised: max(2 * mean, mean + 1))
    #expect(chart(reference, [0]).chanceOfReachingSumAtOnce(counts: counts) == 1)
    for count in stride(from: Int(mean), through: Int(mean * 4) + 40, by: Int(mean) / 9 + 1) {
      let chart = chart(reference, [count])
      let atOnce = chart.chanceOfReachingSumAtOnce(counts: counts)
      let quarter = chart.chanceOfReachingSum(within: 13, counts: counts)
      #expect(atOnce <= quarter)
      guard chart.sum > 0 else { continue }
      #expect(atOnce == counts.tail(from: count))
    }
  }
}
