import Complaints
import Testing

@testable import Classify

struct ExaminationTests {
  @Test func unlessMustOverlapAndReadsShort() throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule("stock.a", "failure:stock", ["late"], "unless: [\"(night|sleep) [5] late\"]")
    ])
    #expect(
      outcomes(ruleSet, Sample.verbatim("night late")) == ["stock.a “late” unless by “night late”"])
    #expect(outcomes(ruleSet, Sample.verbatim("late night")) == ["stock.a “late”"])
    // The first "late" is the shortest reading of the exception, so the second one counts.
    #expect(
      outcomes(ruleSet, Sample.verbatim("night late was late")) == [
        "stock.a “late” unless by “night late”", "stock.a “late”",
      ])
  }

  @Test(arguments: [
    ("0", "late survey.", true), ("0", "late. survey.", false), ("1", "survey. late.", true),
    ("1", "late. survey.", true), ("1", "late. w. survey.", false), ("2", "late. w. survey.", true),
    ("document", "late. w. w. w. w. w. w. survey.", true), ("document", "late.", false),
  ])
  func contextStandsNear(_ within: String, _ text: String, _ isFound: Bool) throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule(
        "stock.a", "failure:stock", ["late"], "with: {within: \(within), any: [\"survey\"]}")
    ])
    let expected = isFound ? "stock.a “late”" : "stock.a “late” with"
    #expect(outcomes(ruleSet, Sample.verbatim(text)) == [expected])
  }

  @Test func contextIsForgottenBetweenTexts() throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule("stock.a", "failure:stock", ["late"], "with: {within: document, any: [survey]}")
    ])
    var examiner = Examiner(ruleSet: ruleSet)
    for (text, reason) in [("late survey", nil), ("late", Reason.with), ("survey late", nil)] {
      examiner.examine(
        text, passages: [Passage(kind: .body, range: 0..<text.utf8.count, role: .customer)])
      #expect(examiner.hits.map(\.reason) == [reason])
    }
  }

  @Test func needsAreMetInTheTextOrTheSentence() throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule("repair.visit", "failure:repair", ["visit~"]),
      Sample.rule("stock.a", "failure:stock", ["late"], "needs: {all: [repair.visit]}"),
      Sample.rule(
        "stock.b", "failure:stock", ["again"],
        "needs: {any: [\"failure:repair\", praise], within: sentence}"),
    ])
    #expect(
      outcomes(ruleSet, Sample.verbatim("late. They visited again. again")) == [
        "repair.visit “visited”", "stock.a “late”", "stock.b “again”", "stock.b “again” needs",
      ])
    #expect(outcomes(ruleSet, Sample.verbatim("late")) == ["stock.a “late” needs"])
    #expect(
      outcomes(ruleSet, Sample.verbatim("not visited, late")) == [
        "repair.visit “visited” negated by “not”", "stock.a “late” needs",
      ])
  }

  @Test func needsComeBeforeGuardsAndChain() throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule("stock.a", "failure:stock", ["late"], "needs: {all: [stock.b]}"),
      Sample.rule("stock.b", "failure:stock", ["again"], "needs: {all: [stock.c]}"),
      Sample.rule("stock.c", "failure:stock", ["broken"]),
      Sample.rule("stock.d", "failure:stock", ["x"], "needs: {all: [stock.e]}"),
      Sample.rule("stock.e", "failure:stock", ["y"], "needs: {all: [stock.d]}"),
    ])
    #expect(
      outcomes(ruleSet, Sample.verbatim("late again broken")) == [
        "stock.a “late”", "stock.b “again”", "stock.c “broken”",
      ])
    #expect(
      outcomes(ruleSet, Sample.verbatim("late. not again. broken")) == [
        "stock.a “late” needs", "stock.b “again” negated by “not”", "stock.c “broken”",
      ])
    #expect(outcomes(ruleSet, Sample.verbatim("not late")) == ["stock.a “late” needs"])
    #expect(
      outcomes(ruleSet, Sample.verbatim("x y")) == ["stock.d “x” needs", "stock.e “y” needs"])
  }

  @Test func speakersAndPassagesAreKeptApart() throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule("stock.a", "failure:stock", ["late"]),
      Sample.rule("stock.b", "failure:stock", ["late"], "speaker: staff"),
      Sample.rule("stock.c", "failure:stock", ["late"], "speaker: any\npassage: [body, heading]"),
    ])
    func found(_ kind: PassageKind, _ role: Role) -> [String] {
      outcomes(ruleSet, Sample.verbatim([(kind, role, "late")])).map {
        $0.replacing(" “late”", with: "")
      }
    }
    #expect(found(.body, .customer) == ["stock.a", "stock.b speaker", "stock.c"])
    #expect(found(.turn, .unknown) == ["stock.a", "stock.b speaker", "stock.c passage"])
    #expect(found(.turn, .staff) == ["stock.a speaker", "stock.b", "stock.c passage"])
    #expect(found(.body, .bot) == ["stock.a speaker", "stock.b speaker", "stock.c"])
    #expect(found(.heading, .customer) == ["stock.a passage", "stock.b speaker", "stock.c"])
    #expect(found(.quoted, .customer) == [])
  }

  @Test func matchesDoNotCrossPassages() throws {
    let ruleSet = try Sample.ruleSet([Sample.rule("stock.a", "failure:stock", ["very late"])])
    #expect(
      outcomes(ruleSet, Sample.verbatim([(.turn, .customer, "very"), (.turn, .customer, "late")]))
        == [])
  }

  @Test(arguments: ["draft", "shadow", "retired"])
  func rulesThatAreNotLiveAreSilent(_ status: String) throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule("stock.a", "failure:stock", ["not late"], "status: \(status)"),
      Sample.rule("stock.b", "failure:stock", ["late"]),
    ])
    // Nor do they consume cues.
    #expect(outcomes(ruleSet, Sample.verbatim("not late")) == ["stock.b “late” negated by “not”"])
  }

  @Test func wordsThatOnlyWeighOrPlaceATextStayCues() throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule("stock.a", "failure:stock", ["late"]),
      Sample.rule("complaint.a", "complaint", ["it was not"]),
      Sample.rule("churn.a", "effect:churn", ["never waited"]),
    ])
    #expect(
      outcomes(ruleSet, Sample.verbatim("it was not late")).contains(
        "stock.a “late” negated by “not”"))
    #expect(outcomes(ruleSet, Sample.verbatim("never waited late")).contains("stock.a “late”"))
  }

  @Test func everyRuleOfOnePlaceHits() throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule("stock.a", "failure:stock", ["late", "very late", "late [3] again"])
    ])
    #expect(
      outcomes(ruleSet, Sample.verbatim("very late and late again")) == [
        "stock.a “late”", "stock.a “late”",
      ])
  }

  @Test func passagesBeyondTheTextAreHarmless() throws {
    let ruleSet = try Sample.ruleSet([Sample.rule("stock.a", "failure:stock", ["late"])])
    var verbatim = Sample.verbatim("late é")
    for range in [0..<900, 3..<6, 5..<6, 800..<900, 0..<0] {
      verbatim.passages = [Passage(kind: .body, range: range, role: .customer)]
      _ = outcomes(ruleSet, verbatim)
    }
    verbatim.passages = []
    #expect(outcomes(ruleSet, verbatim) == [])
  }

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [2, 1, 0]])
  func aPassageThatIsTooLargeHidesNoOther(_ order: [Int]) throws {
    let pieces: [(kind: PassageKind, role: Role, text: String)] = [
      (.body, .customer, "Hello."),
      (.quoted, .customer, String(repeating: "word ", count: Classifier.longestText / 4)),
      (.signature, .customer, "They are late."),
    ]
    let ruleSet = try Sample.ruleSet([
      Sample.rule("stock.a", "failure:stock", ["late"], "passage: any")
    ])
    let verbatim = Sample.verbatim(order.map { pieces[$0] })
    #expect(outcomes(ruleSet, verbatim) == ["stock.a “late”"])
  }

  @Test func anOrganisationIsNamedInAHeadingToo() throws {
    let ruleSet = try Sample.ruleSet(
      [Sample.rule("stock.a", "failure:stock", ["late"], "strength: strong")],
      organisation: Organisation(names: ["Marlow Cycles"]))
    var classifier = Classifier(ruleSet: ruleSet)
    let verdict = classifier.verdict(
      for: Sample.verbatim([
        (.heading, .customer, "Marlow Cycles."), (.body, .customer, "They are late."),
      ]))
    #expect(verdict.failures.map(\.about) == [.us])
  }
}
