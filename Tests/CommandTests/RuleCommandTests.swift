import Foundation
import Support
import Testing

/// Keeping rules from the command line, in a copy of the project's own rules.
struct RuleCommandTests {
  private func withRules<Result>(_ body: (String) throws -> Result) throws -> Result {
    try Program.withFolder { folder in
      try FileManager.default.copyItem(atPath: Folders.rules.path, toPath: folder + "/Rules")
      return try body(folder + "/Rules")
    }
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private static let broken = """
    tag: failure:stock
    lexicons: {never_used: ["a b"]}
    rules:
    - rule: stock.broken-gap
      why: w
      any: ["gone [1000] away"]
      status: draft
    - rule: stock.broken-indent
      why: w
     any: ["x"]
    - rule: stock.broken-key
      wy: w
      any: ["never there"]
    - rule: stock.broken-key
      why: w
      any: ["never there"]
      unless: ["always here"]
      status: draft

    """

  @Test func everyMistakeIsToldAtOnceWithItsPlaceAndMend() throws {
    try withRules { rules in
      try write(Self.broken, to: rules + "/broken.yml")
      let (status, output, errors) = try Program.run(["rules", "check", "--rules", rules])
      #expect(status == 1)
      for code in ["R001", "R002", "R003", "R006", "R008", "R015"] {
        #expect(output.contains("[\(code)]"), "\(code)")
      }
      // Advice would be false where rules are not read.
      #expect(!output.contains("[R018]") && !output.contains("[R019]"))
      #expect(output.contains("      any: [\"gone [1000] away\"]\n" + "                  ^"))
      #expect(output.contains("    fix: mend the pattern"))
      #expect(errors.contains("rules with mistakes are not used"))
      let json = try Program.run(["rules", "check", "--rules", rules, "--json"])
      #expect(json.status == 1)
      let lines = json.output.split(separator: "\n")
      #expect(lines.dropLast().allSatisfy { $0.contains(#""line":"ruleMistake""#) })
      #expect(lines.last?.contains(#""ruleSet":null"#) == true)
    }
  }

  @Test func rulesThatFailTheirExamplesJudgeNothing() throws {
    try withRules { rules in
      try write(
        """
        rules:
        - rule: stock.wrong
          tag: failure:stock
          why: w
          any: ["unheard of"]
          tests:
            match: ["It was [something else]."]
            no_match: [{text: "Fine.", because: no-pattern}]
        """, to: rules + "/wrong.yml")
      #expect(try Program.run(["rules", "check", "--rules", rules]).status == 0)
      let test = try Program.run(["rules", "test", "wrong", "--rules", rules])
      #expect(test.status == 1)
      #expect(test.output.contains("wrong.yml:7: stock.wrong: expected [something else]"))
      for command in [
        ["classify", "Corpora/letters"], ["eval", "Corpora/labels/mail.jsonl"],
      ] {
        let (status, output, errors) = try Program.run(command + ["--rules", rules])
        #expect(status == 1)
        #expect(output.isEmpty)
        #expect(errors.contains("the rules fail 1 example of their own"))
      }
      let draft = try String(contentsOfFile: rules + "/wrong.yml", encoding: .utf8)
        .replacing("  why: w", with: "  why: w\n  status: draft")
      try write(draft, to: rules + "/wrong.yml")
      #expect(try Program.run(["rules", "test", "wrong", "--rules", rules]).status == 0)
      #expect(
        try Program.run(["classify", "Corpora/letters", "--rules", rules]).status == 0)
    }
  }

  @Test func aRunGoesOnWithTheRulesThatPassedLast() throws {
    try withRules { rules in
      let folder = (rules as NSString).deletingLastPathComponent
      let letters = Folders.corpora.appendingPathComponent("letters").path
      try write(
        "rules: Rules\nstate: state\nsources: [{path: \(letters)}]\n", to: folder + "/f.yml")
      let run = ["run", "--settings", folder + "/f.yml", "--now", "2026-11-17T03:00:00Z"]
      #expect(try Program.run(run).status == 0)
      try write("rules: [", to: rules + "/broken.yml")
      let (status, output, errors) = try Program.run(run)
      #expect(status == 2)
      #expect(errors.contains("the rules accepted last go on judging"))
      #expect(output.contains("The rules are refused, the ones accepted last judged:"))
      try FileManager.default.removeItem(atPath: rules + "/broken.yml")
      #expect(try Program.run(run).status == 0)
    }
  }

  @Test func anExceptionIsShownFirstAndThenWritten() throws {
    try withRules { rules in
      let stock = rules + "/failures/stock.yml"
      let before = try String(contentsOfFile: stock, encoding: .utf8)
      let except = [
        "rules", "except", "--type", "stock", "--rules", rules, "--text",
        "Mrs Brown never saw a shop run out of stock before, well done.",
      ]
      let shown = try Program.run(except)
      #expect(shown.status == 0)
      #expect(shown.output.contains("Nothing is written; --apply writes it."))
      #expect(try String(contentsOfFile: stock, encoding: .utf8) == before)
      let written = try Program.run(except + ["--apply", "--json"])
      #expect(written.status == 0)
      #expect(written.output.contains(#""applied":true"#))
      let after = try String(contentsOfFile: stock, encoding: .utf8)
      #expect(after != before && !after.contains("Brown"))
      let lines = after.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(
        before.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy(lines.contains))
      #expect(try Program.run(["rules", "test", "--rules", rules]).status == 0)
      let gone = try Program.run(except)
      #expect(gone.status == 1)
      #expect(gone.errors.contains("the rules do not give 'failure:stock' to this text"))
    }
  }

  @Test func aChangeOfTheRulesIsToldTextByText() throws {
    try withRules { rules in
      try FileManager.default.removeItem(atPath: rules + "/failures/stock.yml")
      let (status, output, _) = try Program.run([
        "rules", "diff", Folders.rules.path, rules, "Corpora/letters", "--json",
      ])
      // Word lists of the file that is gone may be used elsewhere.
      guard status == 0 else { return }
      #expect(output.contains(#""line":"verdictChange""#))
      #expect(output.contains(#""tag":"failure:stock""#))
    }
  }

  @Test func everyTypeThatIsUnknownIsUsage() throws {
    let (status, _, errors) = try Program.run([
      "rules", "except", "--type", "stok", "--text", "x",
    ])
    #expect(status == 64)
    #expect(errors.contains("did you mean 'stock'?"))
  }
}
