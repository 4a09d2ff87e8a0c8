import Complaints
import Support
import Testing

@testable import Classify

/// Holds the search for one owner's patterns, and patterns longer than 64 words, against the
/// obvious matcher.
struct OwnerOracleTests {
  @Test func eachOwnersPatternsAreFoundAlone() throws {
    var random = RandomRules(generator: SeededGenerator(seed: 20_261_122))
    var matchCount = 0
    for _ in 0..<60 {
      let rules = (0..<4).map { index in
        let patterns = (0..<5).map { _ in random.pattern() }
        let exceptions = patterns.map { "- \"\($0)\"" }.joined(separator: "\n")
        return Sample.rule(
          "stock.rule-\(index)", "failure:stock", patterns, "unless:\n\(exceptions)")
      }
      let ruleSet = try Sample.ruleSet(rules, lexicons: RandomRules.lexicons)
      let matcher = Matcher(classes: ruleSet.classes)
      let reference = ReferenceMatcher(classes: ruleSet.classes)
      for _ in 0..<20 {
        let text = random.text() + random.text()
        let tokens = Sample.tokens(text, ruleSet.symbols)
        matcher.read(tokens)
        for (rule, sentence) in ruleSet.rules.indices.flatMap({ rule in
          tokens.sentences.map { (rule, $0) }
        }) {
          let found = Storage<Match>()
          matcher.find(
            owner: ruleSet.facts[rule].unless, of: ruleSet.contexts, in: sentence, into: found)
          Match.keepShortest(found)
          let expected = ruleSet.evidenceNodes[rule].flatMap {
            reference.matches($0, in: sentence, of: tokens)
          }
          matchCount += expected.count
          #expect(
            Set(found.elements.map(\.range)) == Set(expected),
            "\(ruleSet.rules[rule].any.map(\.text)) in \(text.debugDescription)")
        }
      }
    }
    #expect(matchCount > 5_000)
  }

  @Test func patternsLongerThanSixtyFourWordsAreFound() throws {
    var generator = SeededGenerator(seed: 7)
    func pick(_ items: [String]) -> String {
      items[Int.random(in: 0..<items.count, using: &generator)]
    }
    var matchCount = 0
    for _ in 0..<40 {
      let parts = (0..<Int.random(in: 9...14, using: &generator)).map { _ in
        pick(["a", "b", "(a|b c)", "c?"]) + " " + pick(["[8]", "[2-8]", "[6]"])
      }
      let pattern = "z " + parts.joined(separator: " ") + " z"
      let ruleSet = try Sample.ruleSet([Sample.rule("stock.a", "failure:stock", [pattern])])
      let matcher = Matcher(classes: ruleSet.classes)
      for _ in 0..<20 {
        var words = (0..<Int.random(in: 60...140, using: &generator)).map { _ in
          pick(["a", "b", "c", "x"])
        }
        for _ in 0..<3 { words[Int.random(in: 0..<words.count, using: &generator)] = "z" }
        let text = words.joined(separator: " ")
        let tokens = Sample.tokens(text, ruleSet.symbols)
        matcher.read(tokens)
        let found = Storage<Match>()
        matcher.find(ruleSet.evidence, in: tokens.sentences[0], into: found)
        Match.keepShortest(found)
        let expected = ReferenceMatcher(classes: ruleSet.classes).matches(
          ruleSet.evidenceNodes[0][0], in: tokens.sentences[0], of: tokens)
        matchCount += expected.count
        #expect(Set(found.elements.map(\.range)) == Set(expected), "\(pattern) in \(text)")
      }
    }
    #expect(matchCount > 50)
  }
}
