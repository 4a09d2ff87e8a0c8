import Complaints
import Foundation
import Support
import Testing

@testable import Classify

struct RuleAcceptanceTests {
  /// A folder with the sample taxonomy and one rule file, for the time of `body`.
  private func withRules<Result>(_ rules: String, _ body: (String) throws -> Result) throws
    -> Result
  {
    let folder = NSTemporaryDirectory() + "rules-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(Sample.taxonomy.utf8).write(to: URL(fileURLWithPath: folder + "/taxonomy.yml"))
    try Data(("rules:\n" + rules).utf8).write(to: URL(fileURLWithPath: folder + "/a.yml"))
    return try body(folder)
  }

  private func rule(_ status: String, _ example: String) -> String {
    """
    - rule: stock.a
      tag: failure:stock
      why: w
      status: \(status)
      any: ["late"]
      tests:
        match: ["\(example)"]
        no_match: [{text: "soon", because: no-pattern}]

    """
  }

  @Test(arguments: ["live", "shadow"])
  func aFailingExampleRefusesTheSet(status: String) throws {
    try withRules(rule(status, "It was [slow].")) { folder in
      let refusal = #expect(throws: RuleRefusal.self) { try RuleSet.accepted(folder: folder) }
      #expect(refusal?.failures.map(\.rule) == ["stock.a"])
      #expect(refusal?.mistakes.isEmpty == true)
      #expect(
        refusal?.description == "an example of the rules themselves fails: \(folder)/a.yml:8")
    }
  }

  @Test(arguments: ["draft", "retired"])
  func anUnfinishedRuleRefusesNothing(status: String) throws {
    try withRules(rule(status, "It was [slow].")) { folder in
      #expect(throws: Never.self) { try RuleSet.accepted(folder: folder) }
    }
  }

  @Test func aMistakeRefusesTheSet() throws {
    try withRules(rule("live", "It was [late].") + "- rule: stock.b\n  wy: x\n") { folder in
      let refusal = #expect(throws: RuleRefusal.self) { try RuleSet.accepted(folder: folder) }
      #expect(refusal?.mistakes.map(\.code).contains("R002") == true)
      #expect(refusal?.description.contains("mistakes in \(folder), the first at") == true)
    }
  }

  @Test func theProjectsOwnRulesAreAccepted() {
    #expect(throws: Never.self) { try RuleSet.accepted(folder: Folders.rules.path) }
  }

  @Test func everyCodeHasAMendAndStandsInTheReadme() throws {
    let readme = try String(
      contentsOf: Folders.rules.appendingPathComponent("README.md"), encoding: .utf8)
    let sources = Folders.project.appendingPathComponent("Sources/Classify/Rules")
    var used: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      for match in text.matches(of: /"(R\d\d\d)"/) { used.insert(String(match.1)) }
    }
    for code in used.sorted() {
      #expect(Diagnostic.ruleFixes[code] != nil, "\(code)")
      #expect(readme.contains("| `\(code)` |"), "\(code)")
    }
    #expect(used == Set(Diagnostic.ruleFixes.keys))
  }
}
