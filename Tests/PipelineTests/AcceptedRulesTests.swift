import Classify
import Complaints
import Foundation
import Pipeline
import Testing

/// A state folder and a folder of rules that can be broken, gone when the test ends.
private final class RuleWorld {
  let folder = NSTemporaryDirectory() + "accepted-\(UUID().uuidString)"
  var rules: String { folder + "/rules" }
  var state: String { folder + "/state" }

  init() throws {
    for name in ["rules/failures", "state"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + name, withIntermediateDirectories: true)
    }
    try write(
      "taxonomy.yml",
      """
      families: [f]
      failures: [{id: stock, family: f, title: t, means: m, prevention: p}]
      """)
    try write(pattern: "sold out", example: "It was [sold out].")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: rules + "/" + name))
  }

  func write(pattern: String, example: String) throws {
    try write(
      "failures/stock.yml",
      """
      tag: failure:stock
      rules:
      - rule: stock.gone
        why: w
        any: ["\(pattern)"]
        tests:
          match: ["\(example)"]
          no_match: [{text: "Fine.", because: no-pattern}]
      """)
  }

  func inForce() throws -> AcceptedRules.InForce {
    try AcceptedRules(stateFolder: state).inForce(rules, organisation: Organisation())
  }

  var kept: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: state + "/rules").sorted()) ?? []
  }
}

struct AcceptedRulesTests {
  @Test func rulesThatPassJudgeAndAreKept() throws {
    let world = try RuleWorld()
    let found = try world.inForce()
    #expect(found.refusal == nil)
    #expect(world.kept == [found.ruleSet.fingerprint.description])
    #expect(try world.inForce().ruleSet.fingerprint == found.ruleSet.fingerprint)
  }

  @Test func theLastRulesThatPassedGoOnWhereNewOnesDoNot() throws {
    let world = try RuleWorld()
    let first = try world.inForce().ruleSet.fingerprint
    try world.write(pattern: "none left", example: "It was [sold out].")
    let failing = try world.inForce()
    #expect(failing.ruleSet.fingerprint == first)
    #expect(failing.refusal?.failures.count == 1)
    try world.write("failures/stock.yml", "tag: failure:stock\n rules: x")
    let broken = try world.inForce()
    #expect(broken.ruleSet.fingerprint == first)
    #expect(broken.refusal?.mistakes.first?.code == "R001")
    try world.write(pattern: "none left", example: "There were [none left].")
    let mended = try world.inForce()
    #expect(mended.refusal == nil)
    #expect(mended.ruleSet.fingerprint != first)
    #expect(world.kept == [mended.ruleSet.fingerprint.description])
  }

  @Test func withoutRulesThatPassedNothingJudges() throws {
    let world = try RuleWorld()
    try world.write(pattern: "none left", example: "It was [sold out].")
    #expect(throws: RuleRefusal.self) { try world.inForce() }
    #expect(world.kept.isEmpty)
  }
}
