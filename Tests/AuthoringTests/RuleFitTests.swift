import Classify
import Complaints
import Foundation
import Support
import Testing

@testable import Authoring

struct RuleFitTests {
  /// "sold out" is right in 1 of 5 texts, "came late" always; they stand in three industries.
  private let texts: [LabelledText] = ["hotel", "bank", "food"].flatMap { industry in
    (0..<20).map { index in
      let isRight = index % 5 == 0
      return LabelledText(
        id: "\(industry) \(index)",
        text: index % 2 == 0 ? "It was sold out." : "It was sold out and came late.",
        industry: industry, isComplaint: true,
        failures: (isRight ? ["stock": ["sold out"]] : [:])
          .merging(index % 2 == 0 ? [:] : ["delay": ["came late"]]) { first, _ in first })
    }
  }

  private func fit(
    _ texts: [LabelledText]? = nil, in folder: String, leastPrecision: Double? = nil
  ) throws -> RuleFit {
    RuleFit(
      texts: texts ?? self.texts, ruleSet: try #require(RuleSet.load(folder: folder).ruleSet),
      folder: folder, moment: try #require(Timestamp("2026-11-17T08:00:00Z")),
      leastPrecision: leastPrecision)
  }

  private func write(_ text: String, as name: String, in folder: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  @Test func aRuleThatIsOftenWrongLosesStrengthAndItsTag() throws {
    let fit = try SmallRules.withFolder { folder in try self.fit(in: folder) }
    let stock = try #require(fit.strengths.first { $0.rule == "stock.gone" })
    let delay = try #require(fit.strengths.first { $0.rule == "delay.late" })
    #expect(stock.textCount == 60 && stock.written == 0.9)
    #expect(stock.probability < 0.5)
    #expect(delay.probability > 0.85)
    #expect(try #require(fit.after?.precision) > #require(fit.before.precision))
    #expect(fit.industries == ["bank", "food", "hotel"])
  }

  @Test func whatIsRightAlreadyKeepsTheUsualThreshold() throws {
    // Every threshold gives the same tags: the usual one is taken.
    let texts = (0..<24).map { index in
      let isLate = index % 2 == 0
      let failures: [String: [String]] = isLate ? ["delay": ["came late"]] : [:]
      return LabelledText(
        id: "\(index)", text: isLate ? "It came late." : "It was fine.",
        industry: index < 12 ? "hotel" : "bank", isComplaint: isLate, failures: failures)
    }
    let fit = try SmallRules.withFolder { folder in try self.fit(texts, in: folder) }
    #expect(fit.thresholds.isEmpty)
  }

  @Test func whatIsWrittenIsMeasuredWithTheThresholdInForce() throws {
    try SmallRules.withFolder { folder in
      let usual = try fit(in: folder)
      #expect(try #require(usual.before.recall) > 0)
      #expect(usual.table.contains("(as written: given from 0.5; fitted: "))
      try write("thresholds: {failure: 0.95}\n", as: "weights.yml", in: folder)
      let strict = try fit(in: folder)
      #expect(strict.before.recall == 0)
      #expect(strict.after == usual.after)
      #expect(strict.table.contains("(as written: given from 0.95; fitted: "))
      #expect(strict.file.contains("; before: as written: given from 0.95;\n"))
    }
  }

  @Test func theGatesOwnThresholdIsKept() throws {
    let fit = try SmallRules.withFolder { folder in
      try write("thresholds: {complaint: 0.4}\n", as: "weights.yml", in: folder)
      return try self.fit(in: folder)
    }
    #expect(fit.thresholds.last == RuleFit.Threshold(tag: "complaint", score: 0.4))
    #expect(fit.file.contains("  \"complaint\": 0.4\n"))
  }

  @Test func theGatesOwnStrengthsAreKept() throws {
    let gate = """

      - rule: not-complaint.thanks
        tag: not-complaint
        why: w
        any: [thank you]
        tests: {match: ["[thank you]"], no_match: [{text: b, because: no-pattern}]}
      """
    let fit = try SmallRules.withFolder(rules: SmallRules.rules + gate) { folder in
      try write("strengths: {not-complaint.thanks: 0.22}\n", as: "weights.yml", in: folder)
      return try self.fit(in: folder)
    }
    #expect(fit.file.contains("\n  not-complaint.thanks: 0.22\n"))
  }

  @Test func aWantedPrecisionCostsTheRulesThatAreOftenWrong() throws {
    // "sold out" is right in 6 of 10 texts: worth giving for the best F1, not for 0.9.
    let texts = self.texts.enumerated().map { index, text in
      var text = text
      text.failures["stock"] = index % 10 < 6 ? ["sold out"] : nil
      return text
    }
    try SmallRules.withFolder { folder in
      let usual = try fit(texts, in: folder)
      let precise = try fit(texts, in: folder, leastPrecision: 0.9)
      #expect(try #require(usual.after?.recall) == 1)
      #expect(try #require(usual.after?.precision) < 0.9)
      #expect(try #require(precise.after?.precision) >= 0.9)
      #expect(try #require(precise.after?.recall) < 1)
      #expect(precise.file.contains("leastPrecision: 0.9"))
      #expect(Set(precise.thresholds.map(\.score)).count == 1)
    }
  }

  @Test func kindsThatNobodyLabelledAreLeftAlone() throws {
    let unlabelled = texts.map { text in
      var text = text
      text.text += " I will never again come."
      return text
    }
    var labelled = unlabelled
    labelled[0].effects["churn"] = ["never again"]
    try SmallRules.withFolder { folder in
      #expect(try !fit(unlabelled, in: folder).strengths.contains { $0.rule == "churn.never" })
      let churn = try fit(labelled, in: folder).strengths.first { $0.rule == "churn.never" }
      #expect(try #require(churn).probability < 0.2)
    }
  }

  @Test func theSameTextsGiveTheSameFile() throws {
    try SmallRules.withFolder { folder in
      let first = try fit(in: folder)
      let second = try fit(in: folder)
      #expect(first.file == second.file)
    }
  }

  @Test func theFileIsReadBackAndJudgesAsTheFitSays() throws {
    try SmallRules.withFolder { folder in
      let fit = try self.fit(in: folder)
      try write(fit.file, as: "weights.yml", in: folder)
      var again = try self.fit(in: folder)
      (again.before, again.thresholdsBefore) = (fit.before, fit.thresholdsBefore)
      #expect(again == fit, "weights in force do not matter")
      var classifier = Classifier(
        ruleSet: try #require(RuleSet.load(folder: folder).ruleSet))
      let thresholds = Dictionary(uniqueKeysWithValues: fit.thresholds.map { ($0.tag, $0.score) })
      for text in texts {
        for failure in classifier.verdict(for: text.verbatim).failures {
          let id = failure.type == "stock" ? "stock.gone" : "delay.late"
          #expect(failure.score == fit.strengths.first { $0.rule == id }?.probability)
          #expect(failure.score >= thresholds["failure"] ?? 0.5)
        }
      }
    }
  }

  @Test func anEditedRuleHasItsWrittenStrengthAgain() throws {
    try SmallRules.withFolder { folder in
      try write(fit(in: folder).file, as: "weights.yml", in: folder)
      let edited = SmallRules.rules.replacingOccurrences(of: "came late", with: "came too late")
      try write(edited, as: "rules.yml", in: folder)
      let (ruleSet, diagnostics) = RuleSet.load(folder: folder)
      #expect(diagnostics.map(\.code) == ["R030"])
      #expect(diagnostics.first?.message.contains("'delay.late'") == true)
      #expect(diagnostics.first?.severity == .warning)
      var classifier = Classifier(ruleSet: try #require(ruleSet))
      let text = LabelledText(id: "1", text: "It came too late.")
      #expect(classifier.verdict(for: text.verbatim).failures.first?.score == 0.9)
    }
  }

  @Test func wordsForPeopleDoNotMakeARuleAnother() throws {
    try SmallRules.withFolder { folder in
      try write(fit(in: folder).file, as: "weights.yml", in: folder)
      let edited = SmallRules.rules.replacingOccurrences(of: "Said so.", with: "They said so.")
      try write(edited, as: "rules.yml", in: folder)
      #expect(RuleSet.load(folder: folder).diagnostics.isEmpty)
    }
  }
}
