/// How good the failure tags of some texts are, in the headline figures of `eval`.
public struct FitFigures: Sendable, Equatable {
  /// Over all failure tags together; nil when it is a share of nothing, as all figures here.
  public var microF1: Double?
  /// The mean over types with at least `Evaluation.smallestSupport` labelled cases.
  public var macroF1: Double?
  /// The share of given tags that are labelled.
  public var precision: Double?
  /// The share of labelled tags that are given.
  public var recall: Double?
  /// The share of texts in which 'is a complaint' is right.
  public var isComplaintAccuracy: Double?
  /// The share of texts labelled no complaint that get a failure tag.
  public var falseAlarmShare: Double?

  init(_ outcomes: [Outcome], _ slots: TagSlots) {
    var tally = Tally(slotCount: slots.names.count)
    for outcome in outcomes { tally.add(outcome) }
    let macroSlots = slots.failures.filter {
      tally.tags[$0].support >= Evaluation.smallestSupport
    }
    func value(_ measure: Measure) -> Double? {
      measure.value(in: tally, slots: slots, macroSlots: macroSlots)?.value
    }
    microF1 = value(.failureMicroF1)
    macroF1 = value(.failureMacroF1)
    precision = value(.failurePrecision)
    recall = value(.failureRecall)
    isComplaintAccuracy = value(.isComplaintAccuracy)
    falseAlarmShare = value(.falseAlarmShare)
  }

  /// The figures with their names, in the order in which they are printed.
  var named: [(name: String, value: Double?)] {
    [
      ("microF1", microF1), ("macroF1", macroF1), ("precision", precision), ("recall", recall),
      ("isComplaintAccuracy", isComplaintAccuracy), ("falseAlarmShare", falseAlarmShare),
    ]
  }
}
