import Complaints
import Testing

@testable import Classify

/// Rule folders that would take for ever if anything multiplied.
struct HugeRuleTests {
  private func codes(_ text: String, guards: String = "") -> Set<String> {
    let folder = RuleFolder(
      texts: [("a.yml", text), ("guards.yml", guards), ("taxonomy.yml", Sample.taxonomy)],
      path: "R")
    return Set(RuleSet.compiled(folder).diagnostics.map(\.code))
  }

  private func rule(_ pattern: String) -> String {
    "rules:\n" + Sample.rule("a.b", "praise", [pattern])
  }

  @Test(.timeLimit(.minutes(1))) func tenThousandAlternativesAreFine() {
    let words = (0..<10_000).map { "word\($0)" }.joined(separator: "|")
    #expect(codes(rule("(\(words)) here")) == [])
    let phrases = (0..<10_000).map { "word\($0) more\($0)" }.joined(separator: "|")
    #expect(codes(rule("(\(phrases))")) == [])
  }

  @Test(.timeLimit(.minutes(1))) func tenThousandAlternativesThatAreNoAnchorAreRefused() {
    let phrases = (0..<10_000).map { "word\($0) more\($0)" }.joined(separator: "|")
    #expect(codes(rule("(\(phrases)) (\(phrases))")) == ["R017"])
    #expect(codes(rule("(\(phrases))? here")) == ["R017"])
  }

  @Test(.timeLimit(.minutes(1))) func wordListsDoNotMultiply() {
    let lists = (1...40).map { "  l\($0): [\"@l\($0 - 1) @l\($0 - 1)\", \"x @l\($0 - 1)\"]" }
    let text = "lexicons:\n  l0: [a]\n" + lists.joined(separator: "\n")
    #expect(codes(text + "\n" + rule("@l40")).contains("R017"))
  }

  @Test(.timeLimit(.minutes(1))) func wordListsNestWithoutRecursion() {
    let lists = (1...5_000).map { "  l\($0): [\"@l\($0 - 1)\"]" }
    let text = "lexicons:\n  l0: [a]\n" + lists.joined(separator: "\n")
    #expect(codes(text + "\n" + rule("@l5000")) == ["R017"])
    let circle = "lexicons:\n  l0: [\"@l5000\"]\n" + lists.joined(separator: "\n")
    #expect(codes(circle + "\n" + rule("@l5000")) == ["R010"])
  }

  @Test(.timeLimit(.minutes(1))) func longPatternsAreRefused() {
    #expect(codes(rule(String(repeating: "a ", count: 20_000))) == ["R017"])
    #expect(codes(rule(String(repeating: "(a|b c)? ", count: 5_000) + "x")) == ["R017"])
  }
}
