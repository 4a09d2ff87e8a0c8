import Testing

@testable import Classify

struct ScorerTests {
  private func ruleSet(_ weights: String = "") throws -> RuleSet {
    try Sample.ruleSet(
      [
        Sample.rule("stock.a", "failure:stock", ["a"], "strength: strong"),
        Sample.rule("stock.b", "failure:stock", ["b"], "strength: medium"),
        Sample.rule("stock.c", "failure:stock", ["c"], "strength: weak"),
        Sample.rule("stock.d", "failure:stock", ["d"], "strength: medium"),
      ], weights: weights)
  }

  private func hit(_ rule: Int, _ range: Range<Int>) -> Hit {
    Hit(rule: rule, range: range, sentence: 0)
  }

  @Test func signalsCombineAsNoisyOr() throws {
    let scorer = Scorer(ruleSet: try ruleSet())
    #expect(scorer.score([]) == 0)
    #expect(scorer.score([hit(1, 0..<1)]) == 0.6)
    #expect(scorer.score([hit(1, 0..<1), hit(3, 1..<2)]) == 0.84)
    #expect(scorer.score([hit(0, 0..<1), hit(1, 2..<3), hit(2, 4..<5)]) == 0.972)
  }

  @Test func twoHitsOfOneRuleAddNothing() throws {
    let scorer = Scorer(ruleSet: try ruleSet())
    #expect(scorer.score([hit(1, 0..<1), hit(1, 5..<6), hit(1, 9..<12)]) == 0.6)
  }

  @Test func rulesOnTheSameWordsCountEach() throws {
    let scorer = Scorer(ruleSet: try ruleSet())
    #expect(scorer.score([hit(1, 0..<3), hit(2, 2..<4)]) == 0.72)
    #expect(scorer.score([hit(2, 0..<3), hit(0, 2..<4)]) == 0.93)
    #expect(scorer.score([hit(1, 0..<3), hit(3, 0..<3), hit(3, 7..<8)]) == 0.84)
  }

  @Test func rulesAreRankedByStrengthAndId() throws {
    let scorer = Scorer(ruleSet: try ruleSet())
    #expect(
      scorer.rules(of: [hit(3, 4..<5), hit(2, 0..<1), hit(1, 0..<1), hit(3, 0..<1)]) == [1, 3, 2])
  }

  @Test func orderDoesNotMatter() throws {
    let scorer = Scorer(ruleSet: try ruleSet())
    let hits = [hit(0, 0..<2), hit(1, 1..<4), hit(2, 3..<6), hit(3, 5..<9)]
    #expect(scorer.score(hits) == scorer.score(hits.reversed()))
  }

  @Test func fittedStrengthsAndThresholdsCount() throws {
    let scorer = Scorer(
      ruleSet: try ruleSet(
        "strengths: {stock.b: 0.75}\nthresholds: {\"failure:stock\": 0.7, complaint: 0.2}"))
    #expect(scorer.score([hit(1, 0..<1)]) == 0.75)
    let stock = try #require(scorer.ruleSet.tags.firstIndex(of: .failure("stock")))
    #expect(scorer.reachesThreshold(0.7, tag: stock))
    #expect(!scorer.reachesThreshold(0.69, tag: stock))
    #expect(scorer.ruleSet.complaintThreshold == 0.2)
    let usual = Scorer(ruleSet: try ruleSet())
    #expect(usual.reachesThreshold(0.5, tag: stock))
    #expect(!usual.reachesThreshold(0.49, tag: stock))
  }
}
