import Testing

@testable import Statistics

struct RateComparisonTests {
  /// scipy 1.17.1, `binom.cdf(k, n, p)` and `binom.sf(k - 1, n, p)`.
  @Test(arguments: [
    (0, 10, 0.3, 0.028247524900000005, 1),
    (3, 40, 10.0 / 36, 0.001542163447742194, 0.9997071481992874),
    (30, 40, 0.5, 0.9996602258725034, 0.0011107168866146822),
    (10, 100, 13.0 / 39, 5.2865612370591725e-08, 0.9999999887138595),
    (700, 1000, 0.7, 0.5119274840071493, 0.5155935198141186),
  ])
  func binomialSumsAgreeWithSciPy(
    count: Int, trials: Int, share: Double, atMost: Double, orMore: Double
  ) {
    let binomial = BinomialDistribution(trials: trials, share: share)
    #expect(abs(binomial.cumulative(count) - atMost) <= 1e-12 * atMost)
    #expect(abs(binomial.tail(from: count) - orMore) <= 1e-12 * orMore)
  }

  /// The second and third binomials above as cases and weeks. A ratio of 2 over 5 weeks weighs as
  /// much as 1 over 10.
  @Test func comparesByTheShareOfTheTime() {
    let fall = RateComparison(before: 37, weeksBefore: 26, after: 3, weeksAfter: 10)
    #expect(abs(fall.chanceOfSoFew() - 0.001542163447742194) < 1e-15)
    #expect(abs(fall.chanceOfSoMany() - 0.9997071481992874) < 1e-12)
    let rise = RateComparison(before: 10, weeksBefore: 26, after: 30, weeksAfter: 26)
    #expect(abs(rise.chanceOfSoMany() - 0.0011107168866146822) < 1e-15)
    let doubled = RateComparison(before: 37, weeksBefore: 26, after: 3, weeksAfter: 5)
    #expect(doubled.chanceOfSoFew(ratio: 2) == fall.chanceOfSoFew())
  }

  @Test func withoutCasesNothingIsProved() {
    let none = RateComparison(before: 0, weeksBefore: 26, after: 0, weeksAfter: 13)
    #expect(none.chanceOfSoFew() == 1)
    #expect(none.chanceOfSoMany() == 1)
  }

  /// scipy 1.17.1: Σ `poisson.pmf(x, 26 mean) poisson.pmf(y, mean (1 - cut) W)` over the pairs with
  /// `binom.cdf(y, x + y, r W / (r W + 26)) <= 0.05`.
  @Test func powerAgreesWithSciPy() {
    func power(_ mean: Double, _ cut: Double, _ weeks: Int, ratio: Double = 1) -> Double {
      VerificationPlan(mean: mean, cut: cut, ratio: ratio).power(weeks: weeks)
    }
    #expect(abs(power(1, 0.8, 10) - 0.8422104151380387) < 1e-10)
    #expect(abs(power(2, 0.5, 16) - 0.7868889263997232) < 1e-10)
    #expect(abs(power(5, 0.5, 5, ratio: 0.9) - 0.6568622374765766) < 1e-10)
  }

  /// The first W with a power of 0.8, by the same sums. Simulation on a coarse grid of weeks had
  /// given 10, 78, 16, 5 and 3.
  @Test(arguments: [
    (1, 0.8, 9), (1, 0.5, 80), (2, 0.8, 4), (2, 0.5, 17), (5, 0.5, 5), (5, 0.3, 24), (10, 0.5, 3),
    (10, 0.3, 9),
  ])
  func weeksNeededAreThoseOfSciPy(mean: Double, cut: Double, weeks: Int) {
    #expect(VerificationPlan(mean: mean, cut: cut).weeksNeeded() == weeks)
  }

  @Test func whatCannotBeProvedInTwoYearsHasNoPlan() {
    #expect(VerificationPlan(mean: 0.1, cut: 0.3).weeksNeeded() == nil)
    #expect(VerificationPlan(mean: 2, cut: 0).power(weeks: 13) <= 0.05)
  }
}
