import Classify

/// A labelled text as a fit sees it: what is labelled, and where rules found evidence.
struct FitText: Sendable {
  var industry: String
  var isComplaint: Bool
  /// The slots labelled.
  var labels: Set<Int>
  /// The evidence of each slot that has some, in the order of the slots.
  var evidence: [(slot: Int, found: RuleEvidence)]
  /// Whether the gate opens: it does not depend on what is fitted.
  var passesGate: Bool

  init(_ text: LabelledText, _ observation: Observation, _ slots: TagSlots) {
    industry = text.industry ?? ""
    isComplaint = text.isComplaint
    labels = Set(slots.labelled(text).keys)
    evidence = observation.evidence.compactMap { tag, found in
      slots.slot(of: tag).map { ($0, found) }
    }
    .sorted { $0.slot < $1.slot }
    passesGate = observation.passesGate
  }
}

extension [FitText] {
  /// Leaves out the evidence of causes, effects or praise where no text is labelled with any: who
  /// labelled did not look for them.
  mutating func leaveOutKindsWithoutLabels(_ slots: TagSlots) {
    let labelled = reduce(into: Set<Int>()) { $0.formUnion($1.labels) }
    for kind in [slots.causes, slots.effects, slots.praise..<slots.praise + 1]
    where labelled.isDisjoint(with: kind) {
      for index in indices { self[index].evidence.removeAll { kind.contains($0.slot) } }
    }
  }

  /// The industries, each once, in the order of their names.
  var industries: [String] { Set(map(\.industry)).sorted() }

  /// The texts of all other industries.
  func without(_ industry: String) -> [FitText] { filter { $0.industry != industry } }
}
