import Complaints
import Testing

@testable import Classify

struct RuleReadingTests {
  @Test func everyScalarIsText() throws {
    let ruleSet = try Sample.ruleSet([
      "- {rule: stock.a, tag: praise, why: yes, status: draft, any: [no, on, off, 10, true, null, 1e3]}"
    ])
    #expect(ruleSet.rules[0].any.map(\.text) == ["no", "on", "off", "10", "true", "null", "1e3"])
    #expect(ruleSet.rules[0].why == "yes")
  }

  @Test func orderOfFilesAndRulesDoesNotMatter() throws {
    let rules = ["stock.b", "stock.a", "stock.c"].map { Sample.rule($0, "failure:stock", ["late"]) }
    let one = try Sample.ruleSet(rules)
    let other = try Sample.ruleSet(rules.reversed())
    #expect(one.rules.map(\.id) == ["stock.a", "stock.b", "stock.c"])
    #expect(one.rules.map(\.id) == other.rules.map(\.id))
  }

  @Test func defaultsAreThoseOfTheReadme() throws {
    let rule = try Sample.ruleSet([Sample.rule("stock.a", "praise", ["x"])]).rules[0]
    #expect(rule.strength == .medium)
    #expect(rule.status == .live)
    #expect(rule.speaker == .customer)
    #expect(rule.passages == [.body, .turn, .formField])
    #expect(rule.guards == nil)
  }

  @Test func aFileTagStandsForRulesWithoutTheirOwn() {
    let folder = RuleFolder(
      texts: [
        (
          "a.yml",
          "tag: praise\nrules:\n- {rule: a.b, why: w, any: [x]}\n- {rule: a.c, tag: promise, why: w, what: w, any: [x]}"
        ),
        ("taxonomy.yml", Sample.taxonomy),
      ], path: "R")
    #expect(folder.rules.map(\.tag) == [.praise, .promise])
  }

  @Test func unreadableFilesAndFoldersAreReported() {
    let (ruleSet, diagnostics) = RuleSet.load(folder: "/nowhere/at/all")
    #expect(ruleSet == nil)
    #expect(diagnostics.map(\.code) == ["R001"])
  }
}
