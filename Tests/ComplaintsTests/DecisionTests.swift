import Complaints
import Testing

fileprivate typealias Tag = Complaints.Tag

struct DecisionTests {
  private let text = "There was no stock. Nobody rang me."

  private var verdict: Verdict {
    var verdict = Verdict(
      of: Verbatim(words: text), ruleSet: Fingerprint(high: 1, low: 1), engine: "1")
    verdict.isComplaint = true
    verdict.failures = [
      Failure(
        type: "stock", score: 0.9, touchpoint: "repair", about: .us,
        evidence: [Evidence(rule: "stock.none", range: 10..<18, text: "no stock")])
    ]
    verdict.effects = [Finding(type: "churn", score: 0.7, evidence: [])]
    return verdict
  }

  private func decision(
    _ tag: Tag, _ outcome: Decision.Outcome, touchpoint: String? = nil, range: Range<Int>? = nil
  ) -> Decision {
    Decision(
      tag: tag, outcome: outcome, touchpoint: touchpoint, range: range, draw: .queue,
      reviewer: "ana", decidedAt: Timestamp(seconds: 0))
  }

  @Test(arguments: [
    ("failure:stock", Tag(.failure, "stock")), ("praise", Tag.praise), ("complaint", .complaint),
    ("cause:supplier", Tag(.cause, "supplier")),
  ])
  fileprivate func aTagIsReadAsItIsPrinted(text: String, tag: Tag) {
    #expect(Tag(text) == tag)
    #expect(tag.description == text)
  }

  @Test(arguments: ["", "failure", "failure:", "praise:well", "colour:red", ":stock"])
  func whatIsNoTagIsRefused(text: String) {
    #expect(Tag(text) == nil)
  }

  @Test func nothingDecidedChangesNothing() {
    #expect(verdict.reviewed(by: [], text: text) == verdict)
  }

  @Test func aRejectedTagIsGoneAndTheComplaintStays() {
    let reviewed = verdict.reviewed(
      by: [decision(Tag(.failure, "stock"), .reject)], text: text)
    #expect(reviewed.failures.isEmpty)
    #expect(reviewed.isComplaint == true)
    #expect(reviewed.effects.count == 1)
  }

  @Test func noComplaintHasNoFailures() {
    let reviewed = verdict.reviewed(by: [decision(.complaint, .reject)], text: text)
    #expect(reviewed.isComplaint == false)
    #expect(reviewed.failures.isEmpty)
  }

  @Test func anAddedTagCarriesItsWordsAndMakesAComplaint() throws {
    var silent = verdict
    silent.isComplaint = false
    silent.failures = []
    let added = decision(
      Tag(.failure, "follow-through"), .add, touchpoint: "contact", range: 20..<34)
    let reviewed = silent.reviewed(by: [added], text: text)
    #expect(reviewed.isComplaint == true)
    let failure = try #require(reviewed.failures.first)
    #expect(failure.problemKey == "v1/follow-through/contact")
    #expect(failure.about == .us)
    #expect(failure.evidence.map(\.text) == ["Nobody rang me"])
  }

  @Test func anAcceptedTagStaysWhenTheRulesLoseIt() {
    var lost = verdict
    lost.failures = []
    let accepted = decision(
      Tag(.failure, "stock"), .accept, touchpoint: "repair", range: 10..<18)
    #expect(lost.reviewed(by: [accepted], text: text).failures.map(\.type) == ["stock"])
    #expect(verdict.reviewed(by: [accepted], text: text).failures.count == 1)
  }

  @Test func aRangeBehindTheTextProvesNothingAndBreaksNothing() {
    let added = decision(Tag(.cause, "supplier"), .add, range: 0..<9_999)
    #expect(verdict.reviewed(by: [added], text: text).causes.first?.evidence.isEmpty == true)
  }

  @Test func whatFellWithTheComplaintStaysFallenWhenATagIsAdded() {
    let reviewed = verdict.reviewed(
      by: [
        decision(.complaint, .reject),
        decision(Tag(.failure, "follow-through"), .add, touchpoint: "contact", range: 20..<34),
      ], text: text)
    #expect(reviewed.failures.map(\.type) == ["follow-through"])
    #expect(reviewed.isComplaint == true)
  }
}
