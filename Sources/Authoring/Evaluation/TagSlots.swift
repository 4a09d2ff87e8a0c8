import Classify
import Complaints

/// The types that are counted; a *slot* is a type's place in the count vector.
struct TagSlots: Sendable {
  let failures: Range<Int>
  let causes: Range<Int>
  let effects: Range<Int>
  let praise: Int
  /// The type of each slot.
  let names: [String]
  private let slotOfFailure: [String: Int]
  private let slotOfCause: [String: Int]
  private let slotOfEffect: [String: Int]

  init(_ taxonomy: Taxonomy) {
    var names: [String] = []
    func add(_ types: [String]) -> (Range<Int>, [String: Int]) {
      let start = names.count
      names += types
      let slots = types.enumerated().map { ($1, start + $0) }
      return (start..<names.count, Dictionary(slots) { first, _ in first })
    }
    (failures, slotOfFailure) = add(taxonomy.failures.map(\.id))
    (causes, slotOfCause) = add(taxonomy.causes.map(\.id))
    (effects, slotOfEffect) = add(taxonomy.effects.map(\.id))
    (praise, self.names) = (names.count, names + ["praise"])
  }

  /// The slot of what a rule tags; nil for tags that are not counted.
  func slot(of tag: Rule.Tag) -> Int? {
    switch tag {
    case .failure(let type): slotOfFailure[type]
    case .cause(let type): slotOfCause[type]
    case .effect(let type): slotOfEffect[type]
    case .praise: praise
    case .touchpoint, .promise, .complaint, .notComplaint, .sarcasm: nil
    }
  }

  /// What rule files call the tag of a slot.
  func tag(of slot: Int) -> Rule.Tag {
    if failures.contains(slot) { return .failure(names[slot]) }
    if causes.contains(slot) { return .cause(names[slot]) }
    return effects.contains(slot) ? .effect(names[slot]) : .praise
  }

  /// The labelled evidence by slot; unknown types have none.
  func labelled(_ text: LabelledText) -> [Int: [String]] {
    var tags: [Int: [String]] = [:]
    func put(_ evidence: [String], at slot: Int?) {
      if let slot { tags[slot] = evidence }
    }
    for (type, evidence) in text.failures { put(evidence, at: slotOfFailure[type]) }
    for (type, evidence) in text.causes { put(evidence, at: slotOfCause[type]) }
    for (type, evidence) in text.effects { put(evidence, at: slotOfEffect[type]) }
    if text.praise { put([], at: praise) }
    return tags
  }

  /// The given evidence by slot.
  func given(_ verdict: Verdict) -> [Int: [Evidence]] {
    var tags: [Int: [Evidence]] = [:]
    func put(_ evidence: [Evidence], at slot: Int?) {
      if let slot { tags[slot] = evidence }
    }
    for failure in verdict.failures { put(failure.evidence, at: slotOfFailure[failure.type]) }
    for cause in verdict.causes { put(cause.evidence, at: slotOfCause[cause.type]) }
    for effect in verdict.effects { put(effect.evidence, at: slotOfEffect[effect.type]) }
    for finding in verdict.praise { put(finding.evidence, at: praise) }
    return tags
  }
}
