import Testing

@testable import Authoring

struct NoisyOrTests {
  private func cases(_ rules: [Int], right: Int, wrong: Int) -> [NoisyOr.Case] {
    (0..<right).map { _ in NoisyOr.Case(rules: rules, isLabelled: true) }
      + (0..<wrong).map { _ in NoisyOr.Case(rules: rules, isLabelled: false) }
  }

  private func fitted(
    _ cases: [NoisyOr.Case], written: [Double], priorHits: Double,
    silent: (count: Int, labelled: Int) = (1000, 0)
  ) -> [Double] {
    var probabilities = written
    var leak = 0.05
    NoisyOr(priorHits: priorHits, means: written).improve(
      &probabilities, leak: &leak, cases: cases, silent: silent)
    return probabilities
  }

  @Test func aLoneRuleIsAsStrongAsItIsOftenRight() {
    let strength = fitted(
      cases([0], right: 60, wrong: 40), written: [0.9], priorHits: 1e-6)[0]
    #expect(abs(strength - 0.6) < 0.01)
  }

  @Test func theWrittenStrengthCountsAsSoManyHits() {
    // (10 × 0.9 + 6) / (10 + 10)
    let strength = fitted(cases([0], right: 6, wrong: 4), written: [0.9], priorHits: 10)[0]
    #expect(abs(strength - 0.75) < 0.01)
    let held = fitted(cases([0], right: 0, wrong: 40), written: [0.9], priorHits: 1e6)[0]
    #expect(abs(held - 0.9) < 0.001)
  }

  @Test func weakRulesThatOnlyTagTogetherStayWeakAlone() {
    let texts =
      cases([0], right: 3, wrong: 12) + cases([1], right: 3, wrong: 12)
      + cases([0, 1], right: 30, wrong: 20)
    let strengths = fitted(texts, written: [0.3, 0.3], priorHits: 2)
    #expect(strengths.allSatisfy { $0 > 0.15 && $0 < 0.5 })
    #expect(1 - (1 - strengths[0]) * (1 - strengths[1]) > 0.5)
  }

  @Test func theLeakTakesUpLabelsThatNoRuleExplains() {
    // A tag that half of all texts have says nothing for a rule that is right half of the time.
    let strength = fitted(
      cases([0], right: 50, wrong: 50), written: [0.5], priorHits: 1e-6,
      silent: (1000, 500))[0]
    #expect(strength < 0.15)
  }

  @Test func theFitIsNoWorseThanItsNeighbours() {
    let texts =
      cases([0], right: 5, wrong: 7) + cases([0, 1], right: 9, wrong: 2)
      + cases([1], right: 4, wrong: 1)
    let written = [0.6, 0.6]
    let prior = 3.0
    func penalised(_ strengths: [Double]) -> Double {
      let likelihood = texts.reduce(0) {
        $0 + NoisyOr.logLikelihood($1, strengths, leak: 1e-4)
      }
      let held = zip(strengths, written).reduce(0) {
        $0 + prior * ($1.1 * logarithm($1.0) + (1 - $1.1) * logarithm(1 - $1.0))
      }
      return likelihood + held
    }
    let best = fitted(texts, written: written, priorHits: prior, silent: (100_000, 0))
    for rule in 0...1 {
      for step in [-0.02, 0.02] {
        var other = best
        other[rule] += step
        #expect(penalised(other) < penalised(best))
      }
    }
  }
}
