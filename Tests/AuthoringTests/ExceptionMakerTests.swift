import Classify
import Complaints
import Foundation
import Testing

@testable import Authoring

struct ExceptionMakerTests {
  private static let rules = """
    rules:
    - rule: stock.gone
      tag: failure:stock
      why: w
      strength: strong
      any:
      - "sold out"
      guards: none
      tests:
        match:
        - "The tickets were [sold out]."
        no_match:
        - {text: "Fine.", because: no-pattern}

    """

  private func exception(
    _ words: String, tag: String = "failure:stock", naming named: String? = nil,
    others: [String] = []
  ) throws -> (exception: RuleException, after: RuleSet) {
    try SmallRules.withFolder(rules: Self.rules) { folder in
      let ruleSet = try #require(RuleSet.load(folder: folder).ruleSet)
      var maker = ExceptionMaker(
        folder: folder, ruleSet: ruleSet, verbatim: Verbatim(words: words), tag: tag, words: named,
        others: others.map { Verbatim(words: $0) })
      let exception = try maker.exception()
      try exception.apply()
      return (exception, try RuleSet.accepted(folder: folder))
    }
  }

  @Test func aWrongTagBecomesAnUnlessWithItsExample() throws {
    let (exception, after) = try exception("Hello. The concert sold out in minutes, lovely.")
    let addition = try #require(exception.additions.first)
    #expect(exception.additions.count == 1)
    #expect(addition.rule == "stock.gone")
    #expect(addition.example == "The concert sold out in minutes, lovely.")
    #expect(exception.tagsAfter.isEmpty)
    var classifier = Classifier(ruleSet: after)
    #expect(
      classifier.verdict(for: Verbatim(words: "The concert sold out in minutes.")).failures.isEmpty)
    #expect(
      classifier.verdict(for: Verbatim(words: "My size was sold out.")).failures.map(\.type)
        == ["stock"])
    let edit = try #require(exception.edits.first)
    #expect(
      TextDifference(from: edit.before, to: edit.after).lines.filter { $0.mark == "-" }.isEmpty)
  }

  @Test func whatTakesLeastFromOtherTextsIsChosen() throws {
    let (exception, _) = try exception(
      "The concert sold out quickly.",
      others: ["My concert sold out.", "Your concert sold out.", "It sold out."])
    let addition = try #require(exception.additions.first)
    #expect(addition.pattern == "sold out quickly")
    #expect(addition.cancelledCount == 0)
    #expect(addition.otherCount == 3)
  }

  @Test func namedWordsAreTaken() throws {
    let (near, _) = try exception("The concert was gladly sold out.", naming: "gladly")
    #expect(near.additions.first?.pattern == "gladly sold")
    let (far, _) = try exception("The concert was so gladly sold out.", naming: "concert")
    #expect(far.additions.first?.pattern == "concert [3] sold")
    let (over, _) = try exception("The concert sold out.", naming: "concert sold")
    #expect(over.additions.first?.pattern == "concert sold")
  }

  @Test func everyMatchOfTheTextIsExcepted() throws {
    let (exception, _) = try exception("One sold out here. Another sold out there.")
    #expect(exception.additions.count == 2)
    #expect(exception.tagsAfter.isEmpty)
  }

  @Test func peopleAreTakenOut() throws {
    let (exception, _) = try exception(
      "Mr Brown, ring 020 7946 0018, the concert sold out in no time.")
    let addition = try #require(exception.additions.first)
    #expect(!addition.example.contains("Brown") && !addition.example.contains("7946"))
    #expect(addition.example.contains("(phone)"))
  }

  @Test func whatCannotBeExceptedIsRefused() {
    #expect(throws: RuleExceptionError.notTagged("failure:delay")) {
      try exception("It was sold out.", tag: "failure:delay")
    }
    // No word beside it, and an example of the rule holds the words.
    #expect(throws: RuleExceptionError.noWords(rule: "stock.gone")) { try exception("Sold out.") }
    #expect(throws: RuleExceptionError.noWords(rule: "stock.gone")) {
      try exception("The tickets were sold out.")
    }
    #expect(throws: RuleExceptionError.unknownWords) {
      try exception("The concert sold out. So glad.", naming: "glad")
    }
  }
}
