import Complaints
import Testing

@testable import Classify

struct GuardTests {
  @Test(arguments: [
    ("It was late.", "stock.a “late”"), ("It was not late.", "stock.a “late” negated by “not”"),
    ("It wasn’t late.", "stock.a “late” negated by “wasn’t”"),
    // reach
    ("not w w w w late", "stock.a “late” negated by “not”"),
    ("not w w w w w late", "stock.a “late”"),
    ("if w w w w w w w w late", "stock.a “late” hypothetical by “if”"),
    ("if w w w w w w w w w late", "stock.a “late”"),
    // sentences, stops, pseudo phrases
    ("No. It was late.", "stock.a “late”"), ("not rude but late", "stock.a “late”"),
    ("late but not true", "stock.a “late”"), ("not only late", "stock.a “late”"),
    ("even if late", "stock.a “late”"), ("it is no longer late", "stock.a “late”"),
    ("if not late", "stock.a “late” negated by “not”"),
    ("if it is no longer late", "stock.a “late” hypothetical by “if”"),
    ("not only but not late", "stock.a “late” negated by “not”"),
    // backward cues
    ("late not so", "stock.a “late” negated by “not so”"),
    ("late w w w w not so", "stock.a “late” negated by “not so”"),
    ("late w w w w w not so", "stock.a “late”"), ("late so w not so", "stock.a “late”"),
    // the longest wins, then the nearest
    ("in case not late", "stock.a “late” hypothetical by “in case”"),
    ("if no late", "stock.a “late” negated by “no”"),
    ("no if late", "stock.a “late” hypothetical by “if”"),
    // labels
    ("my old bank was late", "stock.a “late” other by “old bank”"),
    ("my old bank was not late", "stock.a “late” negated by “not”"),
    ("they used to be late", "stock.a “late” past by “used to”"),
    ("they used to be not late", "stock.a “late” negated by “not”"),
    ("my old bank used to be late", "stock.a “late” other by “old bank” past by “used to”"),
    // thanks and questions
    ("thank you for late", "stock.a “late” praise by “thank you for”"),
    ("do you run late?", "stock.a “late” question by “do you”"),
  ])
  func guardsReach(_ text: String, _ expected: String) throws {
    let ruleSet = try Sample.ruleSet([Sample.rule("stock.a", "failure:stock", ["late"])])
    #expect(outcomes(ruleSet, Sample.verbatim(text)) == [expected])
  }

  @Test func cueWordsInEvidenceAreNoCues() throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule("stock.a", "failure:stock", ["not call~ back"]),
      Sample.rule("attitude.b", "failure:attitude", ["rude"]),
    ])
    let found = outcomes(ruleSet, Sample.verbatim("They did not call back and were rude."))
    #expect(found == ["attitude.b “rude”", "stock.a “not call back”"])
    let other = outcomes(ruleSet, Sample.verbatim("They were not rude."))
    #expect(other == ["attitude.b “rude” negated by “not”"])
  }

  @Test func evidenceThatWasCancelledEarlierConsumesNothing() throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule("stock.a", "failure:stock", ["not call~ back"], "unless: [\"i do not\"]"),
      Sample.rule("attitude.b", "failure:attitude", ["rude"]),
    ])
    let found = outcomes(ruleSet, Sample.verbatim("I do not call back rude people"))
    #expect(
      found == [
        "attitude.b “rude” negated by “not”", "stock.a “not call back” unless by “I do not”",
      ])
  }

  @Test func rulesChooseTheirGuards() throws {
    let ruleSet = try Sample.ruleSet([
      Sample.rule("stock.a", "failure:stock", ["late"], "guards: none"),
      Sample.rule("stock.b", "failure:stock", ["late"], "guards: [hypothetical]"),
      Sample.rule("stock.c", "failure:stock", ["late"], "guards: negated"),
    ])
    #expect(
      outcomes(ruleSet, Sample.verbatim("they used to be late")) == [
        "stock.a “late”", "stock.b “late” past by “used to”", "stock.c “late” past by “used to”",
      ])
    #expect(
      outcomes(ruleSet, Sample.verbatim("if it is not late")) == [
        "stock.a “late”", "stock.b “late” hypothetical by “if”", "stock.c “late” negated by “not”",
      ])
  }
}
