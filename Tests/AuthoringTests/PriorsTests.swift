import Testing

@testable import Authoring

struct PriorsTests {
  /// `right` of `hits` cases of a rule are labelled.
  private func cases(_ rule: Int, hits: Int, right: Int) -> [NoisyOr.Case] {
    (0..<hits).map { NoisyOr.Case(rules: [rule], isLabelled: $0 < right) }
  }

  @Test func aWrittenStrengthIsWorthWhatItsRulesAre() {
    // One tag, three strong rules that are right in 60 of 100, and a weak one in 10 of 100.
    let strong = (0..<3).flatMap { cases($0, hits: 100, right: 60) }
    let means = Priors(
      fitting: [strong + cases(3, hits: 100, right: 10)], written: [0.9, 0.9, 0.9, 0.3],
      leaks: [0]
    ).means
    #expect(means[0...2].allSatisfy { abs($0 - 0.6) < 0.005 })
    #expect(abs(means[3] - 0.1) < 0.005)
  }

  @Test func aTagWithFewHitsIsHeldByTheOthers() {
    let many = cases(0, hits: 1_000, right: 800)
    let few = cases(1, hits: 4, right: 0)
    let means = Priors(fitting: [many, few], written: [0.9, 0.9], leaks: [0, 0]).means
    // 800 of 1,004 over all; the second tag has 20 hits at that mean and 4 of its own.
    #expect(abs(means[0] - 0.8) < 0.005)
    #expect(abs(means[1] - 20 * (800.0 / 1_004) / 24) < 0.005)
  }

  @Test func rulesWithoutHitsKeepWhatIsWritten() {
    let means = Priors(fitting: [cases(0, hits: 10, right: 5)], written: [0.9, 0.6], leaks: [0])
      .means
    #expect(means[1] == 0.6)
  }
}
