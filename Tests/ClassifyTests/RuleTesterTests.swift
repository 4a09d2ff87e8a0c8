import Testing

@testable import Classify

struct RuleTesterTests {
  /// What the examples of a rule report.
  private func failures(_ tests: String, _ more: String = "") throws -> [String] {
    let rule = """
      - rule: stock.a
        tag: failure:stock
        why: w
        any: ["out of stock", "late"]
        unless: ["stock cube~"]
        \(more)
        tests: \(tests)
      """
    var tester = RuleTester(ruleSet: try Sample.ruleSet([rule]))
    return tester.run().failures.map { "\($0.line): \($0.message)" }
  }

  @Test func examplesThatHoldAreSilent() throws {
    let found = try failures(
      """
      {match: ["It is [out of stock].", "[late], [late]", {text: "[late]", speaker: unknown}],
       no_match: [{text: "not out of stock", because: negated}, {text: "x", because: no-pattern},
        {text: "late", speaker: staff, because: speaker}, {text: "late", passage: quoted, because: no-pattern},
        {text: "old bank late", because: other-party}, {text: "if it is out of stock cubes", because: unless}]}
      """)
    #expect(found == [])
  }

  @Test func examplesThatFailSayWhatCame() throws {
    let found = try failures(
      """
      {match: ["It [is out of stock].", "not [late]", "[x]"],
       no_match: [{text: "late", because: negated}, {text: "not late", because: unless},
        {text: "x", because: negated}]}
      """)
    #expect(
      found == [
        "8: expected [is out of stock] in \"It is out of stock.\"; found [out of stock]",
        "8: expected [late] in \"not late\"; silent because negated",
        "8: expected [x] in \"x\"; no-pattern",
        "9: expected silence (negated) in \"late\"; found [late]",
        "9: silent in \"not late\", but because negated, not unless",
        "10: silent in \"x\", but because no-pattern, not negated",
      ])
  }

  @Test(arguments: [("draft", 2), ("shadow", 2), ("retired", 0)])
  func rulesOnTrialAreTested(_ status: String, _ count: Int) throws {
    let rule = Sample.rule("stock.a", "failure:stock", ["late"], "status: \(status)")
    var tester = RuleTester(ruleSet: try Sample.ruleSet([rule]))
    let report = tester.run()
    #expect(report.testCount == count)
    #expect(report.failures.count == count / 2)
  }

  @Test func selectionNamesFilesOrRules() throws {
    var tester = RuleTester(
      ruleSet: try Sample.ruleSet([
        Sample.rule("stock.a", "failure:stock", ["late"]),
        Sample.rule("repair.b", "failure:repair", ["late"]),
      ]))
    #expect(tester.run(selection: "stock").testCount == 2)
    #expect(tester.run(selection: "rules.yml").testCount == 4)
    #expect(tester.run(selection: "guards").testCount == 0)
  }

  @Test(arguments: [
    ("a [b] c", true), ("[a][b]", true), ("a", false), ("[a", false), ("a]", false), ("[]", false),
    ("[[a]]", false), ("]a[", false),
  ])
  func evidenceIsMarkedInPairs(_ text: String, _ isMarked: Bool) {
    #expect(RuleTester.isMarked(text) == isMarked)
  }
}
