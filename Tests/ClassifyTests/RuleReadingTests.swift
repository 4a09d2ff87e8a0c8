import Complaints
import Foundation
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
    #expect(diagnostics.first?.fix?.hasPrefix("put taxonomy.yml there") == true)
  }

  /// What is wrong with a folder of the sample taxonomy and some files, without the folder's name.
  private func mistakes(_ files: [String: Data]) throws -> [(line: String, fix: String?)] {
    let folder = NSTemporaryDirectory() + "rule-files-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, data) in files.merging(
      ["taxonomy.yml": Data(Sample.taxonomy.utf8)], uniquingKeysWith: { $1 })
    {
      try data.write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    return RuleSet.load(folder: folder).diagnostics.map {
      (String($0.description.dropFirst(folder.count + 1)), $0.fix)
    }
  }

  @Test func filesWithAnotherEndingAreToldAndHiddenOnesAreNone() throws {
    let broken = Data("rules: [".utf8)
    let names = [
      "a.yaml", "b.yml.txt", "c.YML", "README.md", "notes.txt", "._d.yml", ".e.yaml", "f.yml~",
    ]
    let found = try mistakes(Dictionary(uniqueKeysWithValues: names.map { ($0, broken) }))
    #expect(
      found.map(\.line)
        == ["a.yaml", "b.yml.txt", "c.YML"].map {
          "\($0): warning[R024] not read: only files ending in .yml are"
        })
  }

  @Test func filesInOtherEncodingsAreToldAtTheirFirstWrongByte() throws {
    let text = "tag: praise\nrules: [] # Caf\u{E9}\n"
    let found = try mistakes([
      "latin.yml": try #require(text.data(using: .isoLatin1)),
      "utf16.yml": try #require(text.data(using: .utf16)),
    ])
    #expect(
      found.map(\.line) == [
        "latin.yml:2:16: error[R001] not UTF-8", "utf16.yml:1:1: error[R001] not UTF-8",
      ])
    #expect(found.map(\.fix) == ["save it as UTF-8", "save it as UTF-8"])
  }

  @Test func aThresholdThatNothingHasIsToBeRemoved() {
    let folder = Sample.folder([], weights: "thresholds: {promise: 0.9, prase: 0.4}")
    let fixes = folder.diagnostics.filter { $0.code == "R005" }.map(\.fix)
    #expect(fixes == [Diagnostic.ruleFixes["R005"], "remove this line"])
  }
}
