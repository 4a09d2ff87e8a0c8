import Classify
import Complaints
import Foundation
import Testing

@testable import Authoring

struct SuggestionsTests {
  /// Ten texts about a thing that nobody has, four of which the rules find.
  private static let texts: [LabelledText] =
    (0..<10).map { index in
      let words =
        index < 4
        ? "It was sold out, order 40\(index)."
        : "Mr Brown told me the shelf was empty on day \(index)."
      return LabelledText(
        id: "\(index)", text: words, isComplaint: true,
        failures: ["stock": [index < 4 ? "sold out" : "the shelf was empty"]])
    }
    + (10..<30).map { index in
      LabelledText(
        id: "\(index)", text: index == 10 ? "The shelf was full." : "It came late.",
        isComplaint: index > 10, failures: index > 10 ? ["delay": ["came late"]] : [:])
    }

  private func withSuggestions<Result>(
    _ texts: [LabelledText] = Self.texts, _ body: (Suggestions, String) throws -> Result
  ) throws -> Result {
    try SmallRules.withFolder { folder in
      let ruleSet = try #require(RuleSet.load(folder: folder).ruleSet)
      return try body(
        Suggestions(
          folder: folder, ruleSet: ruleSet, texts: texts, organisations: ["Marlow"]), folder)
    }
  }

  @Test func aPhraseThatMissedTextsShareIsADraftRule() throws {
    try withSuggestions { suggestions, folder in
      #expect(suggestions.missedTags.map { "\($0.tag) \($0.count)" } == ["failure:stock 6"])
      let found = suggestions.suggestions(for: [.failure("stock")], limit: 3)
      let first = try #require(found.first)
      #expect(first.foundCount == 6)
      #expect(first.missedCount == 6)
      #expect(first.falseCount == 0)
      #expect(first.pattern.contains("empty"))
      #expect(first.yaml.contains("status: draft"))
      #expect(!first.yaml.contains("Brown"))
      // What is printed is a rule that passes its own example.
      let (ruleSet, diagnostics) = RuleSet.load(
        folder: folder, replacing: ["new.yml": "rules:\n" + first.yaml])
      let set = try #require(ruleSet, "\(diagnostics)")
      var tester = RuleTester(ruleSet: set)
      let report = tester.run(selection: first.rule)
      #expect(report.testCount == 1)
      #expect(report.failures.isEmpty)
    }
  }

  @Test func severalTagsHaveWhatEachHasByItself() throws {
    let more = (30..<36).map { index in
      LabelledText(
        id: "\(index)", text: "They took the money back and forth, invoice \(index).",
        isComplaint: true, failures: ["billing": ["took the money back and forth"]])
    }
    try withSuggestions(Self.texts + more) { suggestions, _ in
      let tags: [Rule.Tag] = [.failure("stock"), .failure("billing"), .praise]
      #expect(suggestions.missedTags.map { "\($0.tag)" } == ["failure:billing", "failure:stock"])
      let all = suggestions.suggestions(for: tags, limit: 2)
      #expect(Set(all.map(\.tag)) == Set(tags.dropLast()))
      #expect(all == tags.flatMap { suggestions.suggestions(for: [$0], limit: 2) })
    }
  }

  @Test func tagsWithoutMissesHaveNoSuggestions() throws {
    try withSuggestions { suggestions, _ in
      #expect(suggestions.suggestions(for: [.failure("delay"), .praise], limit: 3).isEmpty)
    }
  }

  /// 2·Σ O·ln(O/E) over the four cells of a contingency table.
  @Test(arguments: [(10, 20, 5, 100), (3, 3, 0, 50), (2, 40, 2, 40)])
  func surpriseIsTheLogLikelihoodRatio(_ k: Int, _ n: Int, _ l: Int, _ m: Int) {
    let cells = [(k, n), (n - k, n), (l, m), (m - l, m)]
    let sums = [k + l, n + m - k - l]
    let expected = cells.enumerated().map { index, cell in
      Double(cell.1) * Double(sums[index % 2]) / Double(n + m)
    }
    let sum = zip(cells, expected).reduce(0.0) { sum, pair in
      pair.0.0 == 0 ? sum : sum + Double(pair.0.0) * log(Double(pair.0.0) / pair.1)
    }
    #expect(abs(PhraseCounts.logLikelihoodRatio(k, n, l, m) - 2 * sum) < 1e-9)
  }
}
