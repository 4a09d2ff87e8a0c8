public import Classify
import Complaints
import Statistics
import Text

/// Holds the rules against labelled texts.
///
/// Every text is read as one customer's letter in English. All failures count, also those of other
/// companies, as in the labels.
public enum Evaluation {
  /// What texts may be grouped by.
  public enum Key: String, Sendable, CaseIterable {
    case industry, source
  }

  /// Types with fewer labelled cases are left out of the macro value.
  public static let smallestSupport = 8
  /// How often the texts are drawn again for the intervals.
  public static let replicateCount = 1000
  /// The level of the intervals.
  public static let level = 0.95
  /// The seed of the draws.
  public static let seed: UInt64 = 20_261_117

  /// Classifies every text once and compares.
  ///
  /// - Parameters:
  ///   - places: what a `TouchpointFile` says of each text, by text id.
  ///   - other: rules to compare with.
  ///   - key: also gives the figures of each group of texts.
  public static func run(
    texts: [LabelledText], ruleSet: RuleSet, places: [String: LabelledPlaces] = [:],
    by key: Key? = nil, comparedWith other: RuleSet? = nil
  ) -> EvaluationReport {
    let slots = TagSlots(ruleSet.taxonomy)
    var confusion = NeighbourCount(ruleSet.taxonomy)
    let outcomes = outcomes(of: texts, ruleSet, slots, places) { confusion.add($0, on: $1) }
    var groups: [EvaluationReport.Group] = []
    if let key {
      let members = Dictionary(grouping: texts.indices) { texts[$0].value(of: key) }
      let names = members.keys.compactMap(\.self).sorted().map(String?.some)
      groups = (names + [nil]).compactMap { name in
        members[name].map { indexes in
          EvaluationReport.Group(
            name: name, figures: figures(indexes.map { outcomes[$0] }, slots))
        }
      }
    }
    let comparison = other.map { other in
      let otherSlots = TagSlots(other.taxonomy)
      return Comparison(
        outcomes, slots, with: Evaluation.outcomes(of: texts, other, otherSlots, places),
        otherSlots, ruleSet: other.fingerprint)
    }
    return EvaluationReport(
      ruleSet: ruleSet.fingerprint, all: figures(outcomes, slots),
      neighbours: confusion.neighbours, key: key, groups: groups, comparison: comparison)
  }

  private static func outcomes(
    of texts: [LabelledText], _ ruleSet: RuleSet, _ slots: TagSlots,
    _ places: [String: LabelledPlaces], seeing see: (Verdict, LabelledText) -> Void = { _, _ in }
  ) -> [Outcome] {
    var classifier = Classifier(ruleSet: ruleSet)
    return texts.map { text in
      let verdict = classifier.verdict(for: text.verbatim)
      see(verdict, text)
      return Outcome(verdict, on: text, places: places[text.id], slots: slots)
    }
  }

  private static func figures(_ outcomes: [Outcome], _ slots: TagSlots) -> EvaluationReport.Figures
  {
    var tally = Tally(slotCount: slots.names.count)
    for outcome in outcomes { tally.add(outcome) }
    func types(_ range: Range<Int>) -> [EvaluationReport.TypeCounts] {
      range.map { EvaluationReport.TypeCounts(type: slots.names[$0], counts: tally.tags[$0]) }
    }
    return EvaluationReport.Figures(
      textCount: tally.textCount, complaintCount: tally.complaint.support,
      unscoredCount: tally.unscoredCount, complaint: tally.complaint,
      failures: types(slots.failures), causes: types(slots.causes), effects: types(slots.effects),
      praise: tally.tags[slots.praise], estimates: estimates(tally, outcomes, slots))
  }

  /// The types of the macro value are those of the whole, not of each draw.
  private static func estimates(
    _ whole: Tally, _ outcomes: [Outcome], _ slots: TagSlots
  ) -> [Measure: EvaluationReport.Estimate] {
    let macroSlots = slots.failures.filter { whole.tags[$0].support >= smallestSupport }
    func values(_ tally: Tally) -> [(value: Double, count: Int)?] {
      Measure.allCases.map { $0.value(in: tally, slots: slots, macroSlots: macroSlots) }
    }
    let intervals = Bootstrap.intervals(
      of: outcomes.count, replicates: replicateCount, level: level, seed: seed
    ) { draw in
      var tally = Tally(slotCount: slots.names.count)
      for index in draw { tally.add(outcomes[index]) }
      return values(tally).map { $0?.value ?? .nan }
    }
    var estimates: [Measure: EvaluationReport.Estimate] = [:]
    for ((measure, found), interval) in zip(zip(Measure.allCases, values(whole)), intervals) {
      guard let found else { continue }
      estimates[measure] = EvaluationReport.Estimate(
        value: found.value, interval: interval, count: found.count)
    }
    return estimates
  }
}

extension LabelledText {
  /// The text as one customer's letter.
  var verbatim: Verbatim {
    Verbatim(
      words: text, id: Fingerprint(fields: ["labelled text", id]),
      source: SourceReference(printed: id))
  }

  func value(of key: Evaluation.Key) -> String? {
    switch key {
    case .industry: industry
    case .source: source
    }
  }
}
