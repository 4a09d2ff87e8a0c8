/// A figure that says how good the rules are, with an interval.
public enum Measure: String, Sendable, CaseIterable {
  case isComplaintAccuracy
  /// The share of texts labelled no complaint that get a failure tag; less is better.
  case falseAlarmShare
  /// Over all failure tags of all types together.
  case failurePrecision, failureRecall, failureMicroF1
  /// The mean over failure types with at least `Evaluation.smallestSupport` labelled cases.
  case failureMacroF1
  /// The share of right failure tags whose evidence overlaps labelled evidence.
  case evidenceOverlap
  case causeMicroF1, effectMicroF1, praiseF1
  /// The share of right failure tags at the labelled place in the customer's journey.
  case touchpointAccuracy
  /// Promises whose evidence overlaps a labelled one's, against all given and labelled ones.
  case promiseF1
  /// The share of right promises with the labelled outcome.
  case promiseOutcomeAccuracy
  /// The share of complaints in which the words that say when it happened are those labelled, or
  /// there are none and none are labelled.
  case happenedAccuracy

  /// The value in a tally and what it is a share of; nil when it is a share of nothing.
  func value(
    in tally: Tally, slots: TagSlots, macroSlots: [Int]
  ) -> (value: Double, count: Int)? {
    let failures = tally.sum(slots.failures)
    let found: (value: Double?, count: Int)
    switch self {
    case .isComplaintAccuracy:
      found = (share(tally.agreedCount, of: tally.textCount), tally.textCount)
    case .falseAlarmShare:
      found = (share(tally.falseAlarmCount, of: tally.peacefulCount), tally.peacefulCount)
    case .failurePrecision:
      found = (failures.precision, failures.truePositives + failures.falsePositives)
    case .failureRecall: found = (failures.recall, failures.support)
    case .failureMicroF1: found = (failures.f1, failures.support)
    case .failureMacroF1:
      let scores = macroSlots.compactMap { tally.tags[$0].f1 }
      found = (
        scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count), macroSlots.count
      )
    case .evidenceOverlap: found = (failures.evidenceOverlap, failures.evidenced)
    case .causeMicroF1:
      let causes = tally.sum(slots.causes)
      found = (causes.f1, causes.support)
    case .effectMicroF1:
      let effects = tally.sum(slots.effects)
      found = (effects.f1, effects.support)
    case .praiseF1: found = (tally.tags[slots.praise].f1, tally.tags[slots.praise].support)
    case .touchpointAccuracy:
      found = (share(tally.rightPlaceCount, of: tally.placeCount), tally.placeCount)
    case .promiseF1: found = (tally.promises.f1, tally.promises.support)
    case .promiseOutcomeAccuracy:
      let right = tally.promises.truePositives
      found = (share(tally.rightOutcomeCount, of: right), right)
    case .happenedAccuracy:
      found = (share(tally.rightTimeCount, of: tally.timeCount), tally.timeCount)
    }
    return found.value.map { ($0, found.count) }
  }
}
