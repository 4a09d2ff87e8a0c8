import Testing

@testable import Statistics

struct PredictiveLimitTests {
  private let varied = [
    3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4, 3, 3,
  ]

  /// numpy, `b.var(ddof=1) / b.mean()`.
  @Test func dispersionAgreesWithNumPy() {
    #expect(abs(Dispersion.index(of: varied) - 1.3398347107438013) < 1e-14)
  }

  @Test func fewWeeksOrCasesGiveNoDispersion() {
    for counts in [[], [7], [0, 0, 0], [4, 4, 4, 4]] {
      #expect(Dispersion.index(of: counts) == 1)
    }
  }

  /// scipy 1.17.1, `nbinom.isf(alpha, m / (d - 1), 1 / d)` with m = (S + 0.5) / B and
  /// d = dispersion (1 + 1 / B), for S cases in B weeks.
  @Test func limitsAgreeWithSciPy() {
    func limit(_ baseline: [Int], _ alpha: Double) -> Int? {
      PredictiveLimit(baseline: baseline, alpha: alpha)?.limit
    }
    #expect(limit(varied, 0.0026) == 14)
    #expect(limit(varied, 0.01) == 12)
    #expect(limit(Array(repeating: 0, count: 26), 0.0026) == 1)
    #expect(limit(Array(repeating: 0, count: 12), 0.0026) == 1)
    #expect(limit(Array(repeating: 2, count: 12), 0.0026) == 7)
  }

  @Test func elevenWeeksAreForCountingOnly() {
    #expect(PredictiveLimit(baseline: Array(repeating: 3, count: 11), alpha: 0.01) == nil)
    #expect(PredictiveLimit(baseline: [], alpha: 0.01) == nil)
    #expect(PredictiveLimit(baseline: Array(repeating: 3, count: 12), alpha: 0.01) != nil)
  }

  @Test func theLimitItselfIsNoSignal() throws {
    let limit = try #require(PredictiveLimit(baseline: varied, alpha: 0.0026))
    #expect(!limit.isExceeded(by: 14))
    #expect(limit.isExceeded(by: 15))
    #expect(limit.baselineWeeks == 26)
    #expect(abs(limit.expected - 121.5 / 26) < 1e-14)
  }
}
