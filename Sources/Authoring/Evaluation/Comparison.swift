import Classify
public import Complaints
public import Statistics

/// Two rule sets on the same texts.
public struct Comparison: Sendable, Equatable {
  /// One measure under both.
  public struct Difference: Sendable, Equatable {
    /// What is measured.
    public var measure: Measure
    /// Under the rules that are evaluated.
    public var value: Double
    /// Under the other rules.
    public var other: Double
    /// Of `value - other`: 95 %, by drawing the texts again, the same ones for both.
    public var interval: Interval
    /// The share of draws in which `value` is greater; a draw of equals counts half.
    public var greaterShare: Double

    /// How much more the measure is than under the other rules.
    public var difference: Double { value - other }
  }

  /// The other rules.
  public var ruleSet: Fingerprint
  /// In the order of `measures`; without those that are a share of nothing.
  public var differences: [Difference]
  /// Failure tags that only the evaluated rules give, and how many of them are labelled.
  public var addedCount: Int
  /// Those of them that are labelled.
  public var addedRightCount: Int
  /// Failure tags that only the other rules give.
  public var lostCount: Int
  /// Those of them that are labelled.
  public var lostRightCount: Int

  /// What is compared.
  public static let measures: [Measure] = [
    .failureMicroF1, .failureMacroF1, .failurePrecision, .failureRecall, .isComplaintAccuracy,
    .falseAlarmShare,
  ]
}

extension Comparison {
  /// Compares outcomes text by text.
  init(
    _ outcomes: [Outcome], _ slots: TagSlots, with others: [Outcome], _ otherSlots: TagSlots,
    ruleSet: Fingerprint
  ) {
    self.ruleSet = ruleSet
    let own = Side(outcomes, slots)
    let other = Side(others, otherSlots)
    var greater = [Double](repeating: 0, count: Comparison.measures.count)
    var draws = greater
    let intervals = Bootstrap.intervals(
      of: outcomes.count, replicates: Evaluation.replicateCount, level: Evaluation.level,
      seed: Evaluation.seed
    ) { draw in
      let differences = zip(own.values(draw), other.values(draw)).map { $0 - $1 }
      for (index, difference) in differences.enumerated() where difference.isFinite {
        draws[index] += 1
        greater[index] += difference > 0 ? 1 : difference == 0 ? 0.5 : 0
      }
      return differences
    }
    let all = Array(outcomes.indices)
    let values = zip(own.values(all), other.values(all))
    differences = zip(Comparison.measures.indices, values).compactMap { index, values in
      guard values.0.isFinite, values.1.isFinite, draws[index] > 0 else { return nil }
      return Difference(
        measure: Comparison.measures[index], value: values.0, other: values.1,
        interval: intervals[index], greaterShare: greater[index] / draws[index])
    }
    (addedCount, addedRightCount) = Comparison.only(in: own, not: other)
    (lostCount, lostRightCount) = Comparison.only(in: other, not: own)
  }

  /// One rule set's outcomes.
  private struct Side {
    let outcomes: [Outcome]
    let slots: TagSlots
    let macroSlots: [Int]

    init(_ outcomes: [Outcome], _ slots: TagSlots) {
      self.outcomes = outcomes
      self.slots = slots
      var tally = Tally(slotCount: slots.names.count)
      for outcome in outcomes { tally.add(outcome) }
      macroSlots = slots.failures.filter {
        tally.tags[$0].support >= Evaluation.smallestSupport
      }
    }

    /// The measures of a draw; not a number where they are a share of nothing.
    func values(_ draw: [Int]) -> [Double] {
      var tally = Tally(slotCount: slots.names.count)
      for index in draw { tally.add(outcomes[index]) }
      return Comparison.measures.map {
        $0.value(in: tally, slots: slots, macroSlots: macroSlots)?.value ?? .nan
      }
    }

    /// The failures given for a text, each with whether it is labelled.
    func given(_ index: Int) -> [String: Bool] {
      let marks = outcomes[index].marks.filter { $0.isGiven && slots.failures.contains($0.slot) }
      return Dictionary(marks.map { (slots.names[$0.slot], $0.isLabelled) }) { first, _ in first }
    }
  }

  private static func only(in side: Side, not other: Side) -> (count: Int, right: Int) {
    var found = (count: 0, right: 0)
    for index in side.outcomes.indices {
      let others = other.given(index)
      for (type, isLabelled) in side.given(index) where others[type] == nil {
        found.count += 1
        if isLabelled { found.right += 1 }
      }
    }
    return found
  }
}
