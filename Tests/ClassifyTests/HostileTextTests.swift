import Complaints
import Foundation
import Support
import Testing

@testable import Classify

/// Hostile texts of a size at which work that grows with the square of the length would not end
/// within the minutes allowed.
@Suite(.serialized, .timeLimit(.minutes(5))) struct HostileTextTests {
  private static let rules = [
    Sample.rule(
      "stock.a", "failure:stock", ["late", "not [8] call~ [8] back"], "unless: [\"late night\"]"),
    Sample.rule("stock.b", "failure:stock", ["late"], "with: {within: document, any: [survey]}"),
    Sample.rule(
      "repair.c", "failure:repair", ["late [2] late"], "needs: {all: [\"failure:stock\"]}"),
    Sample.rule("attitude.d", "failure:attitude", ["rude", "rude [1] late"]),
    Sample.rule("promise.e", "promise", ["late [1] late", "rude"], "what: call"),
    Sample.rule("delivery.f", "touchpoint:delivery", ["door", "late"]),
    Sample.rule("attitude.g", "failure:attitude", ["(late|rude) [8] (late|rude)"]),
  ]

  private static func verdict(_ ruleSet: RuleSet, _ piece: String, byteCount: Int) -> Verdict {
    let verbatim = Sample.verbatim(
      String(repeating: piece, count: byteCount / piece.utf8.count))
    var classifier = Classifier(ruleSet: ruleSet)
    return classifier.verdict(for: verbatim)
  }

  @Test(arguments: [
    "word ", "a", "not ", "don't've ", "é", "😡", "x’", "\n", "\n ", " ", "- \n", "?", "... ", "£",
    "1,", "\u{AD}",
    "\u{A0}\n", "on Monday 3 March ",
  ])
  func aMegabyteWithoutEvidenceIsRead(_ piece: String) throws {
    let verdict = Self.verdict(
      try Sample.ruleSet(Self.rules), piece, byteCount: 1_000_000)
    #expect(verdict.isComplaint == false)
  }

  @Test(arguments: [
    "not late ", "late ", "late. ", "late rude door ", "if not only late but no ",
    "“late” (rude). ", "rude\n\n",
    "call not back ",
  ])
  func textsFullOfEvidenceAreRead(_ piece: String) throws {
    let verdict = Self.verdict(try Sample.ruleSet(Self.rules), piece, byteCount: 100_000)
    #expect(verdict.unscored == nil)
  }

  @Test func aHundredThousandMatchesAreRead() throws {
    let ruleSet = try Sample.ruleSet([Sample.rule("stock.a", "failure:stock", ["very late"])])
    let verdict = Self.verdict(ruleSet, "so very late. ", byteCount: 1_400_000 / 2)
    let cancelled = Self.verdict(ruleSet, "not very late. ", byteCount: 1_500_000 / 2)
    #expect(verdict.failures.first?.evidence.count == 50_000)
    #expect(cancelled.failures.isEmpty)
  }

  @Test(arguments: [
    "not not not ", "nobody called me back and they were rude, still waiting for a refund. ",
  ])
  func ownRulesReadHostileText(_ piece: String) throws {
    let ruleSet = try #require(RuleSet.load(folder: Folders.rules.path).ruleSet)
    let verdict = Self.verdict(ruleSet, piece, byteCount: 200_000)
    #expect(verdict.unscored == nil)
  }
}
