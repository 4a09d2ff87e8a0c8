import Complaints
import Testing

@testable import Classify

struct RuleProbeTests {
  private func finds(_ rules: [String], _ text: String) throws -> [String] {
    let ruleSet = try Sample.ruleSet(rules)
    var probe = RuleProbe(ruleSet: ruleSet)
    let bytes = Array(text.utf8)
    let reading = probe.reading(of: Sample.verbatim(text))
    return try #require(reading).finds.map { find in
      let words = String(decoding: bytes[find.range], as: UTF8.self)
      let reason = find.reason.map { " \($0.rawValue)" } ?? ""
      return
        "\(ruleSet.rules[find.rule].id) “\(words)”\(reason)\(find.isAboutOther ? " other" : "")"
    }
  }

  @Test func whatIsOnTrialIsFoundToo() throws {
    let rules = ["live", "shadow", "draft", "retired"].map {
      Sample.rule("stock.\($0)", "failure:stock", ["late"], "status: \($0)")
    }
    #expect(
      try finds(rules, "It is late.")
        == ["stock.draft “late”", "stock.live “late”", "stock.shadow “late”"])
  }

  @Test func whatAChecksTakesAwayIsToldWithTheCheck() throws {
    let rules = [Sample.rule("stock.a", "failure:stock", ["late"])]
    #expect(
      try finds(rules, "It is late. It is not late. My old bank was late.") == [
        "stock.a “late”", "stock.a “late” negated", "stock.a “late” other",
      ])
  }

  /// Words that a draft finds are no evidence yet, so they stay cues for live rules.
  @Test func draftsDoNotChangeWhatLiveRulesFind() throws {
    let live = Sample.rule("stock.live", "failure:stock", ["late"])
    let draft = Sample.rule("stock.draft", "failure:stock", ["never"], "status: draft")
    let found = try finds([live, draft], "It was never late.")
    #expect(found.contains("stock.live “late” negated"))
    #expect(found.contains("stock.draft “never”"))
  }

  @Test func patternsThatMatchAreNamed() throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule("attitude.a", "failure:attitude", ["rude", "shouted", "so rude"]),
      Sample.rule("stock.b", "failure:stock", ["gone", "late"], "status: draft"),
    ])
    var probe = RuleProbe(ruleSet: ruleSet)
    let reading = probe.reading(of: Sample.verbatim("They were so rude and late."))
    #expect(reading?.patterns == [0: [0, 2], 1: [1]])
  }

  @Test func whatIsNotReadForFailuresHasNoReading() throws {
    let ruleSet = try Sample.ruleSet([Sample.rule("stock.a", "failure:stock", ["late"])])
    var probe = RuleProbe(ruleSet: ruleSet)
    let other = Sample.verbatim([(.body, .customer, "late")], language: "fr")
    let staff = Sample.verbatim([(.body, .staff, "late")], role: .staff)
    #expect(probe.reading(of: other) == nil)
    #expect(probe.reading(of: staff) == nil)
  }

  @Test func sentencesGiveEveryWordAsPatternsWriteIt() throws {
    let ruleSet = try Sample.ruleSet([Sample.rule("stock.a", "failure:stock", ["late"])])
    var probe = RuleProbe(ruleSet: ruleSet)
    let verbatim = Sample.verbatim([
      (.body, .customer, "They didn’t call. Zebra's follow-up?"), (.turn, .staff, "Sorry."),
    ])
    let sentences = probe.sentences(of: verbatim)
    #expect(
      sentences.map { $0.words.flatMap(\.written) } == [
        ["they", "did", "not", "call"], ["zebra", "follow", "up"], ["sorry"],
      ])
    #expect(sentences.map(\.role) == [.customer, .customer, .staff])
    #expect(sentences[0].range == 0..<18)
  }
}
