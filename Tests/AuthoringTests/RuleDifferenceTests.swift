import Classify
import Complaints
import Testing

@testable import Authoring

struct RuleDifferenceTests {
  private static func rules(_ pattern: String, place: String) -> String {
    """
    rules:
    - {rule: stock.gone, tag: "failure:stock", why: w, strength: strong, touchpoint: \(place), any: ["\(pattern)"], guards: none, tests: {match: ["[\(pattern)]"], no_match: [{text: x, because: no-pattern}]}}
    """
  }

  private func difference(redacts: Bool = true) throws -> RuleDifference {
    RuleDifference(
      old: try SmallRules.load(rules: Self.rules("sold out", place: "ordering")),
      new: try SmallRules.load(rules: Self.rules("was gone", place: "delivery")), redacts: redacts)
  }

  @Test func whatComesAndGoesIsToldWithItsWords() throws {
    var difference = try difference()
    let none = difference.change(in: Verbatim(words: "Fine."))
    #expect(none == nil)
    let first = difference.change(in: Verbatim(words: "I am Ann. It is sold out now."))
    let lost = try #require(first)
    #expect(lost.gained.isEmpty)
    #expect(lost.lost.map { "\($0.tag)" } == ["complaint", "failure:stock"])
    #expect(lost.lines.contains("    stock.gone: I am [name]. It is [sold out] now."))
    let second = difference.change(in: Verbatim(words: "It was gone."))
    let gained = try #require(second)
    #expect(gained.gained.count == 2)
    let third = difference.change(in: Verbatim(words: "It was gone, sold out, they said."))
    let moved = try #require(third)
    #expect(moved.lines.last == "~ failure:stock: ordering → delivery")
    #expect(difference.textCount == 4)
    #expect(difference.changedCount == 3)
    #expect(
      difference.totals[Tag(.failure, "stock")]
        == RuleDifference.Total(oldCount: 2, newCount: 2, gainedCount: 1, lostCount: 1))
    #expect(
      difference.table.hasSuffix(
        """
        tag                                   old      new   gained     lost
        complaint                               2        2        1        1
        failure:stock                           2        2        1        1

        """))
  }

  @Test func withoutRedactionQuotesAreAsWritten() throws {
    var difference = try difference(redacts: false)
    let found = difference.change(in: Verbatim(words: "I am Ann. It is sold out."))
    let change = try #require(found)
    #expect(change.lines.contains("    stock.gone: I am Ann. It is [sold out]."))
  }

  @Test func theSameRulesChangeNothing() throws {
    let rules = try SmallRules.load()
    var difference = RuleDifference(old: rules, new: rules)
    let change = difference.change(in: Verbatim(words: "It was sold out."))
    #expect(change == nil)
    #expect(String(decoding: difference.json, as: UTF8.self).contains(#""changed":0"#))
  }
}
