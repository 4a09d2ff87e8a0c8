import Complaints
import Foundation
import Support
import Testing

@testable import Classify

struct PatternGraphTests {
  /// Two rules of one pattern each, and the graph of the first with the nodes of the second.
  private func pair(
    _ one: String, _ other: String
  ) throws -> (ruleSet: RuleSet, graph: PatternGraph, other: [Node]) {
    let ruleSet = try Sample.ruleSet([
      Sample.rule("stock.a", "failure:stock", [one], "guards: none"),
      Sample.rule("stock.b", "failure:stock", [other], "guards: none"),
    ])
    let graph = try #require(PatternGraph(ruleSet.evidenceNodes[0][0]))
    return (ruleSet, graph, ruleSet.evidenceNodes[1][0])
  }

  @Test(arguments: [
    ("a b", "b c", true), ("a b", "c d", false), ("a b", "b", true), ("a [2] b", "c d", true),
    ("a b", "c [3] d", true), ("a b", "c [1-2] d", true), ("late~", "later", false),
    ("call~ back", "so calls", true), ("call~ back", "calls off", false),
    ("refu* me", "refund", true), ("refu* me", "fund", false),
    ("(a|b c) d", "c d e", true), ("(a|b) c", "d [1-1] a", true), ("a b c", "a x", false),
    ("a b c", "x a", true), ("a b c", "x b", false), ("a (x y)? b", "y b", true),
    ("<number> a", "7 b", false), ("a <number>", "two b", true), ("a b", "c? d", false),
  ])
  func someWordsCanBePartOfBoth(_ one: String, _ other: String, _ expected: Bool) throws {
    let (ruleSet, graph, nodes) = try pair(one, other)
    let second = try #require(PatternGraph(nodes))
    #expect(graph.canOverlap(second, ruleSet.classes) == expected)
    #expect(second.canOverlap(graph, ruleSet.classes) == expected)
  }

  @Test(arguments: [
    ("a b", "a b c", true), ("a b", "c a b", true), ("a b", "a [1] b", false),
    ("a [1] b", "a b", true), ("a [3] b", "a (x|y z) b", true), ("a [1] b", "a (x|y z) b", false),
    ("call~ back", "called back now", true), ("(a|b)", "a c", true), ("(a|b)", "(a|c) d", false),
    ("a b?", "a c", true), ("a c", "a b? c", false), ("a [1-2] c", "a c", false),
    ("a", "(a b|c a)", true), ("^ a", "a b", false), ("a b", "a", false),
    ("a [2] b", "a [1] x b", true), ("a [1] b", "a [1] x b", false),
  ])
  func everyMatchOfOneHoldsOneOfTheOther(_ one: String, _ other: String, _ expected: Bool) throws {
    let (ruleSet, graph, nodes) = try pair(one, other)
    #expect(graph.isInEvery(nodes, ruleSet.classes) == expected)
  }

  /// What is called impossible must never happen, and what is called certain always.
  @Test(.timeLimit(.minutes(2))) func randomTextsAgree() throws {
    var random = RandomRules(generator: SeededGenerator(seed: 77))
    var (apart, inside) = (0, 0)
    for _ in 0..<400 {
      let patterns = [random.pattern(), random.pattern()]
      let ruleSet = try Sample.ruleSet(
        [
          Sample.rule("stock.a", "failure:stock", [patterns[0]], "guards: none"),
          Sample.rule("stock.b", "failure:stock", [patterns[1]], "guards: none"),
        ], lexicons: RandomRules.lexicons)
      let graph = try #require(PatternGraph(ruleSet.evidenceNodes[0][0]))
      let other = try #require(PatternGraph(ruleSet.evidenceNodes[1][0]))
      let canOverlap = graph.canOverlap(other, ruleSet.classes)
      let isInside = graph.isInEvery(ruleSet.evidenceNodes[1][0], ruleSet.classes)
      if !canOverlap { apart += 1 }
      if isInside { inside += 1 }
      guard !canOverlap || isInside else { continue }
      var probe = RuleProbe(ruleSet: ruleSet)
      for _ in 0..<60 {
        let text = random.text()
        let finds = probe.reading(of: Sample.verbatim(text))?.finds ?? []
        let (ones, others) = (finds.filter { $0.rule == 0 }, finds.filter { $0.rule == 1 })
        for found in others {
          if !canOverlap {
            #expect(!ones.contains { $0.range.overlaps(found.range) }, "\(patterns) in \(text)")
          }
          if isInside {
            #expect(
              ones.contains {
                found.range.lowerBound <= $0.range.lowerBound
                  && $0.range.upperBound <= found.range.upperBound
              }, "\(patterns) in \(text)")
          }
        }
      }
    }
    #expect(apart > 5 && inside > 5)
  }
}
