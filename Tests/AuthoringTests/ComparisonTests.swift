import Classify
import Complaints
import Foundation
import Statistics
import Testing

@testable import Authoring

struct ComparisonTests {
  private let texts: [LabelledText] = (0..<40).map { index in
    index % 2 == 0
      ? LabelledText(
        id: "\(index)", text: "It was sold out and came late.", isComplaint: true,
        failures: ["stock": ["sold out"]])
      : LabelledText(
        id: "\(index)", text: "I was charged twice, it came late.", isComplaint: true,
        failures: ["billing": ["charged twice"], "delay": ["charged twice, it came late"]])
  }

  @Test func aRuleSetIsAsGoodAsItself() throws {
    let ruleSet = try SmallRules.load()
    let comparison = try #require(
      Evaluation.run(texts: texts, ruleSet: ruleSet, comparedWith: ruleSet).comparison)
    #expect(comparison.differences.allSatisfy { $0.difference == 0 && $0.greaterShare == 0.5 })
    #expect(comparison.addedCount == 0 && comparison.lostCount == 0)
  }

  @Test func rulesWithoutAWrongOneAreMorePreciseInEveryDraw() throws {
    let rules = SmallRules.rules.replacingOccurrences(of: "came late", with: "twice it came late")
    let report = Evaluation.run(
      texts: texts, ruleSet: try SmallRules.load(rules: rules),
      comparedWith: try SmallRules.load())
    let comparison = try #require(report.comparison)
    let precision = try #require(
      comparison.differences.first { $0.measure == .failurePrecision })
    #expect(precision.value == 1 && precision.other == 0.75)
    #expect(precision.interval.low > 0 && precision.greaterShare == 1)
    #expect(comparison.lostCount == 20 && comparison.lostRightCount == 0)
    #expect(report.table.contains("only there: 20, 0 of them labelled"))
  }

  @Test func neighboursAreTheTypesOnTheSameWords() throws {
    let texts = [
      LabelledText(
        id: "1", text: "It came late.", isComplaint: true, failures: ["stock": ["came late"]]),
      LabelledText(id: "2", text: "It came late.", isComplaint: true),
      LabelledText(id: "3", text: "It came late.", isComplaint: false),
      LabelledText(
        id: "4", text: "Nobody rang.", isComplaint: true, failures: ["delay": ["Nobody"]]),
    ]
    let neighbours = Evaluation.run(texts: texts, ruleSet: try SmallRules.load()).neighbours
    let delay = try #require(neighbours.first { $0.type == "delay" })
    #expect(delay.falseCount == 3 && delay.unlabelledCount == 1 && delay.peacefulCount == 1)
    #expect(delay.labelledInstead == [Neighbours.Count(type: "stock", count: 1)])
    #expect(delay.missedCount == 1 && delay.silentCount == 1)
    let stock = try #require(neighbours.first { $0.type == "stock" })
    #expect(stock.givenInstead == [Neighbours.Count(type: "delay", count: 1)])
  }

  @Test func whenItHappenedAgreesWithAPartOfTheWords() {
    let time = LabelledPlaces.Time.words("Monday, March 19th")
    #expect(time.agrees(with: "on monday"))
    #expect(time.agrees(with: "march 19th"))
    #expect(!time.agrees(with: "on Tuesday"))
    #expect(!time.agrees(with: nil))
    #expect(LabelledPlaces.Time.unsaid.agrees(with: nil))
    #expect(!LabelledPlaces.Time.unsaid.agrees(with: "today"))
  }
}
