import Testing

@testable import Statistics

struct NormalQuantileTests {
  /// scipy 1.17.1, `norm.ppf`; one value at least from each of the three approximations.
  @Test(arguments: [
    (0.5, 0.0), (0.975, 1.959963984540054), (0.995, 2.5758293035489004),
    (0.9, 1.2815515655446004), (0.1, -1.2815515655446004), (0.07, -1.4757910281791706),
    (0.925, 1.4395314709384563), (0.9250001, 1.439532177375901),
    (1e-5, -4.264890793922825), (1e-10, -6.361340902404056), (1e-20, -9.262340089798409),
  ])
  func agreesWithSciPy(probability: Double, expected: Double) {
    let found = standardNormalQuantile(probability)
    #expect(abs(found - expected) <= 4e-15 * max(1, abs(expected)))
  }

  /// CPython 3, `math.log`.
  @Test(arguments: [
    (1e-300, -690.7755278982137), (0.001, -6.907755278982137), (0.5, -0.6931471805599453),
    (0.7, -0.35667494393873245), (0.71, -0.342490308946776), (1, 0),
    (1.4142, 0.3465640001880033), (1.4143, 0.34663470904431704), (10, 2.302585092994046),
    (12345.678, 9.421061321291832),
  ])
  func logarithmsAreExactToAFewUnits(x: Double, expected: Double) {
    #expect(abs(naturalLogarithm(x) - expected) <= 4 * expected.ulp)
  }
}
