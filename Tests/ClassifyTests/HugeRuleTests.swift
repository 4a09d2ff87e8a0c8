import Complaints
import Testing

@testable import Classify

/// Rule folders that would take for ever if anything multiplied.
struct HugeRuleTests {
  private func codes(_ text: String, guards: String = "") -> Set<String> {
    let folder = RuleFolder(
      texts: [
        ("a.yml", text), ("guards.yml", guards), ("taxonomy.yml", Sample.taxonomy),
        ("types.yml", Sample.types),
      ], path: "R")
    return Set(RuleSet.compiled(folder, isReviewed: true).diagnostics.map(\.code))
  }

  private func rule(_ pattern: String) -> String {
    "rules:\n" + Sample.rule("a.b", "praise", [pattern])
  }

  @Test(.timeLimit(.minutes(1))) func tenThousandAlternativesAreFine() {
    let words = (0..<10_000).map { "word\($0)" }.joined(separator: "|")
    #expect(codes(rule("(\(words)) here")) == ["R023"])
    let phrases = (0..<10_000).map { "word\($0) more\($0)" }.joined(separator: "|")
    #expect(codes(rule("(\(phrases))")) == ["R023"])
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

  @Test(.timeLimit(.minutes(1))) func moreWordsThanCanBeToldApartAreRefused() {
    let words = (0..<66_000).map { "word\($0)" }.joined(separator: "|")
    #expect(codes(rule("(\(words)) here")) == ["R017"])
  }

  @Test func everyPartOfAWordIsMeasured() {
    let long = String(repeating: "a", count: 60)
    #expect(codes(rule("\(long)-b")) == ["R008"])
    #expect(codes(rule("b-\(long)")) == ["R008"])
  }

  /// As a value, as a key (which the parser compares with the other keys), and in a long chain.
  @Test(.timeLimit(.minutes(1))) func aliasesAreRefusedBeforeTheyMultiply() {
    let doubled = (1...60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    #expect(codes("a0: &a0 [x, x]\n" + doubled).contains("R001"))
    #expect(codes("a0: &a0 [x, x]\n" + doubled + "[*a60, *a60]: x\n").contains("R001"))
    let chain = (1...20_000).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()
    #expect(codes("- &a0 x\n" + chain).contains("R001"))
  }

  @Test func wordsThatLookLikeAliasesAreWords() throws {
    let text = "a: \"R&D was *very* late, says &D\"\nb: [M &Co, was *so* late]\n"
    guard case .map(let entries, _) = try YAMLValue.parse(text, file: "a.yml"),
      case .text(let words, _)? = entries.first?.value
    else { return #expect(Bool(false), "no mapping") }
    #expect(words == "R&D was *very* late, says &D")
    let error = #expect(throws: Diagnostic.self) {
      try YAMLValue.parse("é: &x 1\nb: é\nc: [1, *x]\n", file: "a.yml")
    }
    #expect(error?.description == "a.yml:3:8: error[R001] aliases are not read; write it out")
  }
}
