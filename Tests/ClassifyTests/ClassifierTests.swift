import Complaints
import Testing

@testable import Classify

struct ClassifierTests {
  private static let rules = [
    Sample.rule(
      "stock.none", "failure:stock", ["out of stock", "no [2] left"], "strength: strong"),
    Sample.rule("stock.wait", "failure:stock", ["still waiting"], "strength: weak"),
    Sample.rule("repair.again", "failure:repair", ["broke~ again"], "strength: strong"),
    Sample.rule(
      "attitude.rude", "failure:attitude", ["rude"], "strength: strong\ntouchpoint: delivery"),
    Sample.rule("supplier.late", "cause:supplier", ["their supplier"], "strength: strong"),
    Sample.rule("churn.leaving", "effect:churn", ["never again"], "strength: strong\nguards: none"),
    Sample.rule("praise.helpful", "praise", ["so helpful"], "strength: strong"),
    Sample.rule(
      "promise.call", "promise", ["will call~", "call~ (me|you)"], "who: staff\nwhat: call back"),
    Sample.rule(
      "promise.broken", "promise", ["you [3] never called"],
      "what: call\noutcome: broken\nguards: none"),
    Sample.rule("sarcasm.thanks", "sarcasm", ["thanks for nothing"], "guards: none"),
    Sample.rule("delivery.driver", "touchpoint:delivery", ["driver"]),
    Sample.rule("complaint.word", "complaint", ["awful"], "strength: medium"),
    Sample.rule("not-complaint.advert", "not-complaint", ["buy now"], "strength: strong"),
  ]

  private func verdict(
    _ verbatim: Verbatim, organisation: Organisation = Organisation()
  ) throws -> Verdict {
    var classifier = Classifier(
      ruleSet: try Sample.ruleSet(Self.rules, organisation: organisation))
    return classifier.verdict(for: verbatim)
  }

  @Test func everythingIsFound() throws {
    let verdict = try verdict(
      Sample.verbatim(
        """
        On Monday the driver was rude. It’s out of stock – their supplier, he said.
        Never again! But Jo was so helpful. She will call me by 3 March.
        """, received: "2026-02-24T10:00:00Z"))
    #expect(verdict.isComplaint == true)
    #expect(verdict.failures.map(\.type) == ["attitude", "stock"])
    #expect(verdict.failures.map(\.problemKey) == ["v1/attitude/delivery", "v1/stock/ordering"])
    #expect(verdict.causes.map(\.type) == ["supplier"])
    #expect(verdict.effects.map(\.type) == ["churn"])
    #expect(verdict.praise.map(\.type) == ["praise"])
    #expect(verdict.happened == TimeMention(words: "On Monday", day: Day("2026-02-23")))
    #expect(
      verdict.promises.map(\.due) == [TimeMention(words: "by 3 March", day: Day("2026-03-03"))])
    #expect(verdict.promises.map(\.what) == ["call back"])
    #expect(verdict.promises.first?.evidence.map(\.text) == ["will call", "call me"])
    #expect(verdict.engine == Classifier.engineVersion)
  }

  @Test func sarcasmIsToldAndTakesPraiseOutOfItsSentence() throws {
    let meant = try verdict(Sample.verbatim("You were so helpful. Out of stock."))
    let mocked = try verdict(
      Sample.verbatim("You were so helpful, thanks for nothing. Out of stock."))
    #expect(meant.praise.count == 1 && meant.sarcasm.isEmpty)
    #expect(mocked.praise.isEmpty && mocked.sarcasm.map(\.text) == ["thanks for nothing"])
    #expect(mocked.failures.map(\.score) == meant.failures.map(\.score))
    let elsewhere = try verdict(
      Sample.verbatim("You were so helpful. Thanks for nothing. Out of stock."))
    #expect(elsewhere.praise.count == 1 && elsewhere.sarcasm.count == 1)
  }

  @Test func whatIsToldAsLongOverIsMarkedAndCounts() throws {
    let past = try verdict(Sample.verbatim("They used to be rude."))
    #expect(past.failures.map(\.isPast) == [true] && past.isComplaint == true)
    let both = try verdict(Sample.verbatim("They used to be rude. Today he was rude."))
    #expect(both.failures.map(\.isPast) == [false])
  }

  @Test func failuresAreOnePerTypeWithAllEvidence() throws {
    let verdict = try verdict(
      Sample.verbatim("Out of stock. Still waiting. Again out of stock."))
    #expect(verdict.failures.count == 1)
    #expect(verdict.failures.first?.score == 0.93)
    #expect(
      verdict.failures.first?.evidence.map(\.text) == [
        "Out of stock", "Still waiting", "out of stock",
      ])
  }

  @Test func evidenceIsItsRangeLetterByLetter() throws {
    let text = "😡 There’s\u{A0}no\u{AD} stock \r\n left — RUDE staff! È out  of stock"
    let verbatim = Sample.verbatim(text)
    let verdict = try verdict(verbatim)
    let bytes = Array(verbatim.text.utf8)
    let evidence = verdict.failures.flatMap(\.evidence)
    #expect(evidence.map(\.text) == ["RUDE", "no\u{AD} stock \r\n left", "out  of stock"])
    for piece in evidence {
      #expect(String(decoding: bytes[piece.range], as: UTF8.self) == piece.text)
    }
  }

  @Test func weakEvidenceIsNoComplaint() throws {
    let verdict = try verdict(Sample.verbatim("Still waiting."))
    #expect(verdict.isComplaint == false)
    #expect(verdict.failures.isEmpty)
  }

  @Test func complaintRulesOpenTheGateAndAdvertsCloseIt() throws {
    #expect(try verdict(Sample.verbatim("Awful.")).isComplaint == true)
    #expect(try verdict(Sample.verbatim("Awful.")).failures.isEmpty)
    let advert = try verdict(Sample.verbatim("Awful driver? Buy now."))
    #expect(advert.isComplaint == false)
    // What speaks against weighs half as much again: 0.97 against 0.96.
    #expect(try verdict(Sample.verbatim("Awful. Rude. Buy now.")).isComplaint == false)
    #expect(try verdict(Sample.verbatim("Awful. Rude.")).isComplaint == true)
    // Failures weigh on the same scale.
    let complaint = try verdict(Sample.verbatim("Awful. Out of stock. Rude. Buy now."))
    #expect(complaint.isComplaint == true)
    #expect(complaint.failures.map(\.type) == ["attitude", "stock"])
  }

  @Test func noComplaintHasNoFailuresButOtherTags() throws {
    let verdict = try verdict(Sample.verbatim("So helpful, never again elsewhere. Buy now."))
    #expect(verdict.isComplaint == false)
    #expect(verdict.failures.isEmpty)
    #expect(verdict.praise.count == 1)
    #expect(verdict.effects.count == 1)
  }

  @Test(arguments: [DocumentClass.autoReply, .bounce, .bulk, .note])
  func otherClassesAreScoredButNoComplaints(_ documentClass: DocumentClass) throws {
    let verdict = try verdict(
      Sample.verbatim([(.body, .customer, "out of stock")], documentClass: documentClass))
    #expect(verdict.unscored == nil)
    #expect(verdict.isComplaint == false)
    #expect(verdict.failures.isEmpty)
  }

  @Test func formsAreReadAndStaffIsNot() throws {
    let form = Sample.verbatim([(.formField, .customer, "out of stock")], documentClass: .form)
    #expect(try verdict(form).isComplaint == true)
    for role in [Role.staff, .bot] {
      let staff = Sample.verbatim([(.body, role, "out of stock")], role: role)
      #expect(try verdict(staff).isComplaint == false)
    }
    let unknown = Sample.verbatim([(.body, .unknown, "out of stock")], role: .unknown)
    #expect(try verdict(unknown).isComplaint == true)
  }

  @Test func unreadTextsAreNotScored() throws {
    let foreign = try verdict(Sample.verbatim([(.body, .customer, "out of stock")], language: "de"))
    #expect(foreign.unscored == .language)
    #expect(foreign.isComplaint == nil)
    #expect(foreign.failures.isEmpty)
    func empty(_ warnings: [String]) throws -> Verdict {
      try verdict(Sample.verbatim([(.quoted, .customer, "out of stock")], warnings: warnings))
    }
    #expect(try empty(["not read: scan.pdf"]).unscored == .attachment)
    #expect(try empty(["not read: encrypted part", "not read: a.pdf"]).unscored == .encrypted)
    #expect(try empty([]).unscored == nil)
    #expect(try empty([]).isComplaint == false)
    let long = String(repeating: "word ", count: Classifier.longestText / 5 + 1)
    #expect(try verdict(Sample.verbatim(long)).unscored == .overLimit)
  }

  @Test func quotedTextDoesNotMakeATextTooLong() throws {
    let long = String(repeating: "word ", count: Classifier.longestText / 5 + 1)
    let verbatim = Sample.verbatim([(.body, .customer, "out of stock"), (.quoted, .unknown, long)])
    #expect(try verdict(verbatim).isComplaint == true)
  }

  @Test(arguments: [PassageKind.quoted, .signature, .disclaimer, .boilerplate, .heading])
  func onlyTheAuthorsOwnWordsCount(_ kind: PassageKind) throws {
    let verdict = try verdict(
      Sample.verbatim([(.body, .customer, "Hello."), (kind, .customer, "out of stock")]))
    #expect(verdict.isComplaint == false)
  }

  @Test func failuresAreAboutUsOthersOrUnknown() throws {
    let us = Organisation(names: ["Smith & Sons, Ltd."])
    #expect(try verdict(Sample.verbatim("Out of stock.")).failures.map(\.about) == [.unknown])
    #expect(
      try verdict(Sample.verbatim("Out of stock."), organisation: us).failures.map(\.about)
        == [.unknown])
    #expect(
      try verdict(Sample.verbatim("Smith & Sons Ltd is out of stock."), organisation: us).failures
        .map(\.about) == [.us])
    let other = try verdict(
      Sample.verbatim("My old bank was rude. Smith & Sons Ltd is out of stock."), organisation: us)
    #expect(other.failures.map(\.about) == [.other, .us])
    // One failure of ours is enough.
    let both = try verdict(Sample.verbatim("My old bank was rude. You were rude."))
    #expect(both.failures.map(\.about) == [.unknown])
    let quoted = Sample.verbatim([
      (.body, .customer, "rude"), (.quoted, .staff, "Smith & Sons Ltd"),
    ])
    #expect(try verdict(quoted, organisation: us).failures.map(\.about) == [.unknown])
  }

  @Test func touchpointsComeFromTheTextTheRuleOrTheType() throws {
    func place(_ text: String) throws -> [String] {
      try verdict(Sample.verbatim(text)).failures.map(\.touchpoint)
    }
    #expect(try place("out of stock") == ["ordering"])
    #expect(try place("The driver was out of stock") == ["delivery"])
    #expect(try place("out of stock. The driver left.") == ["ordering"])
    #expect(try place("rude") == ["delivery"])
    #expect(try place("It broke again.") == ["unspecified"])
    #expect(try place("It broke again. The driver left.") == ["delivery"])
  }

  @Test func promisesJoinOverlappingWords() throws {
    let verdict = try verdict(
      Sample.verbatim(
        "I will call you within 2 days. You said so and never called.",
        received: "2026-11-17T10:00:00Z"))
    #expect(verdict.promises.map(\.outcome) == [.unknown, .broken])
    #expect(
      verdict.promises.first?.due == TimeMention(words: "within 2 days", day: Day("2026-11-19")))
    #expect(verdict.promises.map(\.who) == [.staff, .staff])
  }

  @Test func sameInputsGiveTheSameVerdict() throws {
    let verbatim = Sample.verbatim(
      "The driver was rude, out of stock, awful, never again. I will call you tomorrow.",
      received: "2026-11-17T10:00:00Z")
    let first = try verdict(verbatim)
    for _ in 0..<5 { #expect(try verdict(verbatim) == first) }
    var classifier = Classifier(ruleSet: try Sample.ruleSet(Self.rules.reversed()))
    _ = classifier.verdict(for: Sample.verbatim("It broke again."))
    var again = classifier.verdict(for: verbatim)
    // Only the rules' text differs.
    #expect(again.ruleSet != first.ruleSet)
    again.ruleSet = first.ruleSet
    #expect(again == first)
  }

  @Test func organisationsAreInTheFingerprint() throws {
    let plain = try Sample.ruleSet(Self.rules)
    let named = try Sample.ruleSet(Self.rules, organisation: Organisation(names: ["Acme"]))
    #expect(plain.fingerprint != named.fingerprint)
    #expect(plain.fingerprint == (try Sample.ruleSet(Self.rules)).fingerprint)
  }
}
