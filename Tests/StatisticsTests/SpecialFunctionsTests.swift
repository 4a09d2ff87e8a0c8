import Testing

@testable import Statistics

struct SpecialFunctionsTests {
  /// scipy 1.17.1, `special.gammaln`.
  @Test(arguments: [
    (1e-8, 18.42068073818021), (0.05, 2.968879201051731), (0.5, 0.5723649429247), (1, 0),
    (1.5, -0.12078223763524526), (2, 0), (3.7, 1.428072326665388), (10, 12.801827480081469),
    (14.9, 24.924132002217277), (15.5, 26.536914491115613), (100.25, 360.28455963776423),
    (1e5, 1051287.7089736569), (1e12, 26631021115915.65),
  ])
  func logGammaAgreesWithSciPy(x: Double, expected: Double) {
    #expect(abs(logGamma(x) - expected) <= 1e-14 * max(1, abs(expected)))
  }

  /// CPython 3, `math.exp`.
  @Test(arguments: [
    (0, 1), (1, 2.718281828459045), (-1, 0.36787944117144233), (0.3466, 1.4142509118505286),
    (-36.04, 2.2285730391707303e-16), (700, 1.0142320547350045e+304),
    (-700, 9.859676543759770e-305),
  ])
  func exponentialsAreExactToAFewUnits(x: Double, expected: Double) {
    #expect(abs(exponential(x) - expected) <= 4 * expected.ulp)
  }

  @Test func exponentialsEndInZeroAndInfinity() {
    #expect(exponential(-.infinity) == 0)
    #expect(exponential(-1e9) == 0)
    #expect(exponential(-745) > 0)
    #expect(exponential(1e9) == .infinity)
  }
}
