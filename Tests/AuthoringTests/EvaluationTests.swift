import Classify
import Complaints
import Foundation
import Statistics
import Support
import Testing

@testable import Authoring

struct EvaluationTests {
  private let ruleSet: RuleSet

  init() throws {
    ruleSet = try SmallRules.load()
  }

  /// What the small rules make of each text stands behind it.
  private let texts = [
    // stock right with evidence beside the label's, delay right, billing missed.
    LabelledText(
      id: "1", text: "It was sold out and came late because of the courier. The price was wrong.",
      source: "x", industry: "retail", isComplaint: true,
      failures: [
        "stock": ["It was"], "delay": ["late because"], "billing": ["The price was wrong"],
      ], causes: ["supplier": ["the courier"]]),
    // delay right by the second place of the quote, stock false.
    LabelledText(
      id: "2", text: "late? It came late, the other was sold out. I will leave.", source: "y",
      industry: "retail", isComplaint: true, failures: ["delay": ["late"]],
      effects: ["churn": ["I will leave"]]),
    // No complaint, but taken for one.
    LabelledText(id: "3", text: "They said they charged twice.", source: "x", industry: "travel"),
    // A complaint that is missed; praise right.
    LabelledText(
      id: "4", text: "It hurt. She was so kind.", industry: "travel", isComplaint: true,
      praise: true, failures: ["delay": ["It hurt"]]),
    // No complaint, and none seen.
    LabelledText(id: "5", text: "Open on Sundays?", source: "y"),
  ]

  private func counts(_ right: Int, _ wrong: Int, _ missed: Int, overlap: (Int, Int)) -> TagCounts {
    var counts = TagCounts()
    counts.truePositives = right
    counts.falsePositives = wrong
    counts.falseNegatives = missed
    (counts.overlapping, counts.evidenced) = overlap
    return counts
  }

  @Test func countsAreThoseOfAPerson() {
    let all = Evaluation.run(texts: texts, ruleSet: ruleSet).all
    #expect(all.textCount == 5 && all.complaintCount == 3 && all.unscoredCount == 0)
    #expect(all.failures.map(\.type) == ["stock", "delay", "billing"])
    #expect(
      all.failures.map(\.counts) == [
        counts(1, 1, 0, overlap: (0, 1)), counts(2, 0, 1, overlap: (2, 2)),
        counts(0, 1, 1, overlap: (0, 0)),
      ])
    #expect(all.causes.map(\.counts) == [counts(1, 0, 0, overlap: (1, 1))])
    #expect(all.effects.map(\.counts) == [counts(0, 0, 1, overlap: (0, 0))])
    #expect(all.praise == counts(1, 0, 0, overlap: (0, 0)))
    #expect(all.complaint == counts(2, 1, 1, overlap: (0, 0)))
  }

  @Test func measuresFollowFromTheCounts() {
    let estimates = Evaluation.run(texts: texts, ruleSet: ruleSet).all.estimates
    #expect(estimates[.isComplaintAccuracy]?.value == 0.6)
    #expect(estimates[.isComplaintAccuracy]?.count == 5)
    #expect(estimates[.falseAlarmShare]?.value == 0.5)
    #expect(estimates[.falseAlarmShare]?.count == 2)
    #expect(estimates[.failurePrecision]?.value == 0.6)
    #expect(estimates[.failurePrecision]?.count == 5)
    #expect(estimates[.failureRecall]?.value == 0.6)
    #expect(estimates[.failureMicroF1]?.value == 0.6)
    #expect(estimates[.evidenceOverlap]?.value == 2.0 / 3)
    #expect(estimates[.causeMicroF1]?.value == 1)
    #expect(estimates[.effectMicroF1]?.value == 0)
    #expect(estimates[.praiseF1]?.value == 1)
    #expect(estimates[.failureMacroF1] == nil, "no type has eight cases")
    #expect(estimates[.touchpointAccuracy] == nil, "no touchpoints are labelled")
    for estimate in estimates.values { #expect(estimate.interval.contains(estimate.value)) }
  }

  @Test func theMacroValueIsOverTypesWithEightCases() {
    let late = (0..<8).map { index in
      LabelledText(
        id: "late\(index)", text: index < 6 ? "It came late." : "Where is it?", isComplaint: true,
        failures: ["delay": index < 6 ? ["late"] : ["Where"]])
    }
    let gone = (0..<7).map { index in
      LabelledText(
        id: "gone\(index)", text: "No stock.", isComplaint: true, failures: ["stock": ["No stock"]])
    }
    let estimate = Evaluation.run(texts: late + gone, ruleSet: ruleSet).all
      .estimates[.failureMacroF1]
    #expect(estimate?.count == 1)
    #expect(estimate?.value == 12.0 / 14)
  }

  @Test func touchpointsCountWhereTheTypeWasGivenAndLabelled() {
    let places = [
      "1": LabelledPlaces(
        touchpoints: ["delay": "delivery", "stock": "payment", "billing": "payment"]),
      "2": LabelledPlaces(touchpoints: ["delay": "delivery", "stock": "ordering"]),
      "none": LabelledPlaces(touchpoints: ["delay": "payment"]),
    ]
    let estimate = Evaluation.run(texts: texts, ruleSet: ruleSet, places: places).all
      .estimates[.touchpointAccuracy]
    #expect(estimate?.count == 3)
    #expect(estimate?.value == 2.0 / 3)
  }

  @Test func groupsAddUpAndTextsWithoutOneComeLast() throws {
    let report = Evaluation.run(texts: texts, ruleSet: ruleSet, by: .source)
    #expect(report.groups.map(\.name) == ["x", "y", nil])
    #expect(report.groups.map(\.figures.textCount) == [2, 2, 1])
    let alone = Evaluation.run(texts: texts.filter { $0.source == "x" }, ruleSet: ruleSet)
    #expect(report.groups.first?.figures == alone.all)
    #expect(Evaluation.run(texts: texts, ruleSet: ruleSet).groups.isEmpty)
  }

  @Test func theSameTextsGiveTheSameReport() {
    let reports = (0..<2).map { _ in Evaluation.run(texts: texts, ruleSet: ruleSet, by: .industry) }
    #expect(reports[0] == reports[1])
    #expect(reports[0].json == reports[1].json)
  }

  @Test func noTextsGiveNoFigures() {
    let report = Evaluation.run(texts: [], ruleSet: ruleSet, by: .industry)
    #expect(report.all.estimates.isEmpty && report.groups.isEmpty)
    #expect(report.table.hasPrefix("0 labelled texts, 0 of them complaints\n"))
  }

  @Test func textsTooLongToScoreAreGivenNoTag() {
    let long = LabelledText(
      id: "1", text: String(repeating: "It came late. ", count: 80_000), isComplaint: true,
      failures: ["delay": ["It came late."]])
    let all = Evaluation.run(texts: [long], ruleSet: ruleSet).all
    #expect(all.unscoredCount == 1)
    #expect(all.complaint == counts(0, 0, 1, overlap: (0, 0)))
  }

  @Test(arguments: [
    ("a", "banana", [1..<2, 3..<4, 5..<6]), ("ana", "banana", [1..<4, 3..<6]),
    ("", "banana", []), ("bananas", "banana", []), ("é", "éé", [0..<2, 2..<4]),
    ("banana", "banana", [0..<6]), ("x", "", []),
  ])
  func everyOccurrenceIsFound(needle: String, text: String, expected: [Range<Int>]) {
    #expect(occurrences(of: needle, in: text) == expected)
  }

  @Test(.enabled(if: Folders.shared != nil, "needs ../shared"))
  func theOwnRulesReadTheDevelopmentTexts() throws {
    let labels = try #require(Folders.shared).appendingPathComponent("labels")
    let rules = try #require(RuleSet.load(folder: Folders.rules.path).ruleSet)
    let texts = LabelFile.read(
      path: labels.appendingPathComponent("dev.jsonl").path, taxonomy: rules.taxonomy
    ).texts
    let report = Evaluation.run(texts: texts, ruleSet: rules, by: .industry)
    let estimates = report.all.estimates
    #expect(estimates[.failureMicroF1].map { $0.value > 0.6 } == true)
    #expect(estimates[.isComplaintAccuracy].map { $0.value > 0.9 } == true)
    #expect(estimates[.failureMacroF1]?.count == 18)
    for estimate in estimates.values { #expect(estimate.interval.contains(estimate.value)) }
    #expect(report.groups.count == 14)
    #expect(report.table.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}
