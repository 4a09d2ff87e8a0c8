import Complaints
import Foundation
import Support
import Testing

@testable import Classify

/// Hostile texts of a megabyte: twice the length must take about twice the time, not four times.
@Suite(.serialized) struct PerformanceTests {
  private static let rules = [
    Sample.rule("stock.a", "failure:stock", ["late", "not [8] call~ [8] back"], "unless: [\"late night\"]"),
    Sample.rule("stock.b", "failure:stock", ["late"], "with: {within: document, any: [survey]}"),
    Sample.rule("repair.c", "failure:repair", ["late [2] late"], "needs: {all: [\"failure:stock\"]}"),
    Sample.rule("attitude.d", "failure:attitude", ["rude", "rude [1] late"]),
    Sample.rule("promise.e", "promise", ["late [1] late", "rude"], "what: call"),
    Sample.rule("delivery.f", "touchpoint:delivery", ["door", "late"]),
    Sample.rule("attitude.g", "failure:attitude", ["(late|rude) [8] (late|rude)"]),
  ]

  @Test(arguments: [
    "word ", "a", "not ", "not late ", "late ", "late. ", "late rude door ", "if not only late but no ", "don't've ",
    "é", "😡", "x’", "\n", "\n ", " ", "- \n", "?", "... ", "£", "1,", "“late” (rude). ", "rude\n\n",
    "\u{AD}", "\u{A0}\n", "call not back ", "on Monday 3 March ",
  ])
  func megabytesAreReadInTime(_ piece: String) throws {
    let count = 1_000_000 / piece.utf8.count
    let verbatim = Sample.verbatim(String(repeating: piece, count: count))
    var classifier = Classifier(ruleSet: try Sample.ruleSet(Self.rules))
    var verdict: Verdict?
    let time = ContinuousClock().measure { verdict = classifier.verdict(for: verbatim) }
    #expect(verdict?.unscored == nil)
    print("TIMING \(piece.debugDescription) \(time)")
    #expect(time < .seconds(20))
  }

  @Test(arguments: ["not not not ", "nobody called me back and they were rude, still waiting for a refund. "])
  func ownRulesReadAMegabyteInTime(_ piece: String) throws {
    let ruleSet = try #require(RuleSet.load(folder: Folders.rules.path).ruleSet)
    let verbatim = Sample.verbatim(
      String(repeating: piece, count: 1_000_000 / piece.utf8.count))
    var classifier = Classifier(ruleSet: ruleSet)
    let time = ContinuousClock().measure { _ = classifier.verdict(for: verbatim) }
    print("TIMING \(piece.debugDescription) \(time)")
    #expect(time < .seconds(60))
  }
}
