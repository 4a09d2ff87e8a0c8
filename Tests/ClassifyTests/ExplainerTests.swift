import Complaints
import Testing

@testable import Classify

struct ExplainerTests {
  private static let rules = [
    Sample.rule(
      "stock.none", "failure:stock", ["(out|short) of stock", "no [2] left"], "strength: medium"),
    Sample.rule(
      "stock.told", "failure:stock", ["not [3] (any|one) in [1] stock"], "strength: medium"),
    Sample.rule(
      "stock.word", "failure:stock", ["stock"], "strength: weak\nunless: [\"stock cube~\"]"),
    Sample.rule("stock.draft", "failure:stock", ["shelf"], "status: draft"),
    Sample.rule("stock.staff", "failure:stock", ["sold out"], "speaker: staff"),
    Sample.rule(
      "repair.visit", "failure:repair", ["(nobody|no one) [3] call~ [2] back"],
      "guards: [hypothetical]"),
    Sample.rule(
      "repair.score", "failure:repair", ["asked me"], "with: {within: 1, any: [\"survey\"]}"),
    Sample.rule(
      "repair.needs", "failure:repair", ["again"], "needs: {all: [stock.none], within: sentence}"),
    Sample.rule("attitude.rude", "failure:attitude", ["rude"], "strength: strong"),
    Sample.rule("churn.leave", "effect:churn", ["leaving"]),
    Sample.rule("not-complaint.advert", "not-complaint", ["buy now"], "strength: strong"),
  ]

  private func explainer() throws -> Explainer {
    Explainer(ruleSet: try Sample.ruleSet(Self.rules))
  }

  private func explanation(_ text: String) throws -> String {
    var explainer = try explainer()
    let lines = explainer.explanation(of: Sample.verbatim(text)).lines(width: 72)
    return lines.map(\.text).joined(separator: "\n")
  }

  private func whyNot(_ type: String, _ text: String) throws -> String {
    var explainer = try explainer()
    let lines = explainer.whyNot(type: type, in: Sample.verbatim(text)).lines(width: 72)
    return lines.map(\.text).joined(separator: "\n")
  }

  @Test func scoresAreAddedUpInWords() throws {
    let text = """
      They were out of stock, no boxes left at all. My old bank was rude. Even the stock cubes \
      weren't out of stock.
      """
    let found = try explanation(text)
    let expected = """
      a complaint: 0.97 for and 0 against, from 0.5

      failure:attitude  0.9  Rude, at contact, about another company
        one signal: 0.9
        attitude.rude  0.9 about another company: “old bank”
          because attitude.rude
          bytes 62–66  My old bank was “rude”

      failure:stock  0.72  Stock, at ordering
        two signals: 0.6 and 0.3 → 0.72
        stock.none  0.6
          because stock.none
          bytes 10–22  They were “out of stock”, no boxes left at all
          bytes 24–37  They were out of stock, “no boxes left” at all
        stock.word  0.3
          because stock.word
          bytes 17–22  They were out of “stock”, no boxes left at all
        does not count
        stock.word  excepted by “unless”: “stock cubes”
          bytes 77–82  Even the “stock” cubes weren't out of stock
        stock.none  negated by “weren't”
          bytes 97–109  Even the stock cubes weren't “out of stock”
        stock.word  negated by “weren't”
          bytes 104–109  Even the stock cubes weren't out of “stock”
      """
    #expect(found == expected)
  }

  @Test func tagsThatAreNotGivenComeLast() throws {
    let found = try explanation("Stock. Buy now.")
    let expected = """
      not a complaint: 0.3 for and 0.9 against, which weighs 0.97, from 0.5

      not-complaint  0.9  Sounds like no complaint
        one signal: 0.9
        not-complaint.advert  0.9
          because not-complaint.advert
          bytes 7–14  “Buy now”

      Not given

      failure:stock  0.3  Stock
        one signal: 0.3, below 0.5
        stock.word  0.3
          because stock.word
          bytes 0–5  “Stock”
      """
    #expect(found == expected)
  }

  @Test func figuresNearOneAreToldApart() {
    let figures: [(Double, String)] = [
      (0.6, "0.6"), (0.994, "0.99"), (0.9975, "0.998"), (0.9996, "0.9996"),
      (0.99996, "0.99996"), (1 - 1e-12, "1"), (1, "1"),
    ]
    for (value, words) in figures { #expect(Wordings.fineFigure(value) == words) }
  }

  @Test func signalsAreCounted() {
    func sum(_ probabilities: [Double], _ score: Double) -> String {
      Wordings.sum(probabilities, score)
    }
    #expect(sum([], 0) == "no signal")
    #expect(sum([0.6], 0.6) == "one signal: 0.6")
    #expect(sum([0.6, 0.6], 0.84) == "two signals: 0.6 and 0.6 → 0.84")
    #expect(sum([0.9, 0.6, 0.3], 0.972) == "three signals: 0.9, 0.6 and 0.3 → 0.97")
  }

  @Test(arguments: [
    (
      "repair", "No one ever called us. They asked me about it again and again.",
      """
      what the rules of failure:repair matched does not count
      not a complaint: 0 for and 0 against, from 0.5

      repair.needs  because repair.needs
        needs stock.none in the same sentence
          bytes 46–51  They asked me about it “again” and again
        needs stock.none in the same sentence
          bytes 56–61  They asked me about it again and “again”

      repair.score  because repair.score
        wanted “survey” in the same or a neighbouring sentence
          bytes 28–36  They “asked me” about it again and again

      repair.visit  because repair.visit
        matched “No one … called”, then wanted “back” within 2 words
          bytes 0–18  “No one ever called” us
      """
    ),
    (
      "stock", "If it is out of stock, they will not have any on the shelf. It is sold out.",
      """
      what the rules of failure:stock matched does not count
      not a complaint: 0 for and 0 against, from 0.5

      stock.none  because stock.none
        hypothetical after “If”
          bytes 9–21  If it is “out of stock”, they will not have any on the …

      stock.word  because stock.word
        hypothetical after “If”
          bytes 16–21  If it is out of “stock”, they will not have any on …

      stock.staff  because stock.staff
        said by the customer; the rule reads staff
          bytes 66–74  It is “sold out”

      stock.told  because stock.told
        matched “not … any”, then wanted “in” next
          bytes 33–45  … out of stock, they will “not have any” on the shelf

      stock.draft  because stock.draft
        does not tag: its status is draft
      """
    ),
    (
      "stokc", "x",
      """
      unknown type 'stokc'; did you mean 'stock'?
      not a complaint: 0 for and 0 against, from 0.5
      """
    ),
    (
      "effect:churn", "I am leaving.",
      """
      effect:churn is given: one signal: 0.6
      not a complaint: 0 for and 0 against, from 0.5

        churn.leave  0.6
          because churn.leave
          bytes 5–12  I am “leaving”
      """
    ),
    (
      "stock", "out of stock. Buy now.",
      """
      failure:stock scores 0.72, but the text is not a complaint: 0.72 for and
      0.9 against, which weighs 0.97, from 0.5

        stock.none  0.6
          because stock.none
          bytes 0–12  “out of stock”
        stock.word  0.3
          because stock.word
          bytes 7–12  out of “stock”

      stock.staff  because stock.staff
        the first word of its pattern is not there

      stock.told  because stock.told
        the first word of its pattern is not there

      stock.draft  because stock.draft
        does not tag: its status is draft
      """
    ),
    (
      "stock", "I put it in stock",
      """
      failure:stock scores 0.3, below 0.5: one signal: 0.3
      not a complaint: 0.3 for and 0 against, from 0.5

        stock.word  0.3
          because stock.word
          bytes 12–17  I put it in “stock”

      stock.none  because stock.none
        the first word of any of its 2 patterns is not there

      stock.staff  because stock.staff
        the first word of its pattern is not there

      stock.told  because stock.told
        the first word of its pattern is not there

      stock.draft  because stock.draft
        does not tag: its status is draft
      """
    ),
    (
      "complaint", "rude",
      """
      a complaint: 0.9 for and 0 against, from 0.5
      """
    ),
    (
      "repair", "Nobody was there. They never called anyone.",
      """
      no rule of failure:repair matched
      not a complaint: 0 for and 0 against, from 0.5

      repair.visit  because repair.visit
        matched “Nobody”, then wanted “call~” within 3 words
          bytes 0–6  “Nobody” was there

      repair.needs  because repair.needs
        the first word of its pattern is not there

      repair.score  because repair.score
        the first word of its pattern is not there
      """
    ),
  ])
  func whyNotTellsHowFarEachRuleGot(_ type: String, _ text: String, _ expected: String) throws {
    let found = try whyNot(type, text)
    #expect(found == expected)
  }

  @Test(arguments: [
    (
      "It was not packed properly.",
      """
      no rule of failure:stock matched
      not a complaint: 0 for and 0 against, from 0.5

      stock.a  because stock.a
        matched “not”, then wanted “(properly|well)” next
          bytes 7–10  It was “not” packed properly

      stock.b  because stock.b
        does not tag: its status is shadow
      """
    ),
    (
      "Out of stock.",
      """
      no rule of failure:stock matched
      not a complaint: 0 for and 0 against, from 0.5

      stock.b  because stock.b
        would match “Out of stock”; does not tag: its status is shadow
          bytes 0–12  “Out of stock”

      stock.a  because stock.a
        the first word of its pattern is not there
      """
    ),
  ])
  func whyNotTellsBranchesAndRulesThatDoNotTag(_ text: String, _ expected: String) throws {
    var explainer = Explainer(
      ruleSet: try Sample.ruleSet([
        Sample.rule(
          "stock.a", "failure:stock", ["(badly|not properly|not so? well|so [2] poorly) packed"]),
        Sample.rule("stock.b", "failure:stock", ["out of stock"], "status: shadow"),
        Sample.rule("stock.c", "failure:stock", ["out of stock"], "status: retired"),
      ]))
    let answer = explainer.whyNot(type: "stock", in: Sample.verbatim(text))
    let lines = answer.lines(width: 72).map(\.text).joined(separator: "\n")
    #expect(lines.replacing(/\n\nstock.c .*\n.*status is retired/, with: "") == expected)
    let none = explainer.whyNot(type: "attitude", in: Sample.verbatim(text))
    #expect(none.headline == "failure:attitude has no rule")
  }

  @Test func matchedWordsOfContractionsStandOnce() throws {
    var explainer = Explainer(
      ruleSet: try Sample.ruleSet([
        Sample.rule("stock.a", "failure:stock", ["(they|you) did not [2] call~ me"])
      ]))
    let whyNot = explainer.whyNot(type: "stock", in: Sample.verbatim("They didn’t even call us"))
    guard case .reached(let reach)? = whyNot.rules.first?.outcome else {
      Issue.record("no reach")
      return
    }
    #expect(reach.matched == "They didn’t … call")
    #expect(reach.wanted == "“me” next")
    #expect(reach.quote.range == 0..<23)
    #expect(reach.nearness > 0.5 && reach.nearness < 1)
  }

  @Test func quotesFitTheWidth() throws {
    var explainer = try explainer()
    let long = String(repeating: "word after word ", count: 30)
    let verbatim = Sample.verbatim(long + "out of stock " + long)
    for width in [20, 40, 72, 200] {
      let lines = explainer.explanation(of: verbatim).lines(width: width)
      let quotes = lines.filter { $0.text.contains("bytes") }
      #expect(quotes.allSatisfy { $0.text.count <= max(width, 40) }, "\(quotes.map(\.text))")
      #expect(quotes.allSatisfy { $0.pieces.contains { $0.style == .evidence } })
    }
  }

  @Test func explanationsAgreeWithTheVerdict() throws {
    var explainer = try explainer()
    var classifier = Classifier(ruleSet: explainer.ruleSet)
    for text in [
      "out of stock", "stock", "my old bank was rude",
      "my old bank was rude. out of stock. rude. leaving. buy now", "buy now. stock", "",
    ] {
      let verbatim = Sample.verbatim(text)
      let verdict = classifier.verdict(for: verbatim)
      let explanation = explainer.explanation(of: verbatim)
      #expect(explanation.gate.isComplaint == verdict.isComplaint)
      let given = explanation.tags.filter(\.isGiven)
      for failure in verdict.failures {
        let tag = given.first { $0.tag == "failure:\(failure.type)" }
        #expect(tag?.score == failure.score)
        #expect(tag?.about == failure.about)
        #expect(tag?.touchpoint == failure.touchpoint)
        #expect(tag?.signals.flatMap(\.evidence).count == failure.evidence.count)
      }
      #expect(
        given.filter { $0.tag.hasPrefix("failure:") }.count == verdict.failures.count)
    }
  }

  @Test func unreadVerbatimsSayWhy() throws {
    var explainer = try explainer()
    func line(_ verbatim: Verbatim) -> String {
      explainer.whyNot(type: "stock", in: verbatim).headline
    }
    let words = [(PassageKind.body, Role.customer, "out of stock")]
    #expect(
      line(Sample.verbatim(words, language: "de")) == "not scored: the language is 'de', not 'en'")
    #expect(
      line(Sample.verbatim(words, documentClass: .bulk))
        == "not read for failures: its class is bulk")
    #expect(
      line(Sample.verbatim(words, role: .staff)) == "not read for failures: written by staff")
    #expect(
      explainer.explanation(of: Sample.verbatim(words, language: "de")).tags.isEmpty)
  }

  @Test func aRuleIsAboutAnotherCompanyOnlyWithAllItsEvidence() throws {
    #expect(!(try explanation("They were rude. My old bank was rude.").contains("another company")))
    #expect(!(try explanation("They were rude. They used to be rude.").contains("long over")))
    let both = try explanation("My old bank used to be rude.")
    #expect(both.contains("about another company: “old bank”"))
    #expect(both.contains("told as long over: “used to”"))
  }
}
