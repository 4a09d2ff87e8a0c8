import Complaints

extension RuleSet {
  /// What reading a text needs to know of a rule, without references.
  struct Facts: Sendable {
    var isLive: Bool
    /// One bit for each guard that applies to it.
    var guards: UInt32
    var speaker: Rule.Speaker
    /// One bit for each kind of passage the rule reads.
    var passages: UInt16
    /// The context index of its `unless` patterns, -1 without.
    var unless: Int32
    /// The context index of its `with` patterns, -1 without.
    var with: Int32
    /// How many sentences away the context may stand, -1 for anywhere.
    var within: Int
    /// Index of its tag.
    var tag: Int
    /// Index in `places` of the touchpoint that its evidence names or that it has itself, -1 without.
    var place: Int
    /// Whether its evidence names a touchpoint.
    var isTouchpoint: Bool
    /// What its evidence does to the gate.
    var side: Gate.Side
    /// Whether its evidence is no cue of a guard.
    var consumesCues: Bool
    /// Whether its tag is praise, and whether it is sarcasm, which takes praise away.
    var isPraise: Bool
    var isSarcasm: Bool
    var probability: Double
    /// What it adds to the gate. Of a failure's rule as written: how sure its type is, which is
    /// what is fitted, says nothing of whether the text is a complaint.
    var gateProbability: Double
  }
}

extension RuleSet.Facts {
  /// Whether a guard applies, given by its index.
  func isSubject(toGuard index: Int) -> Bool { guards & 1 << UInt32(index) != 0 }
}

extension RuleFolder {
  /// One bit for each guard that applies to a rule. `past` takes nothing away: it is told whichever
  /// guards the rule has chosen.
  func guards(of rule: Rule) -> UInt32 {
    guards.enumerated().reduce(0) { bits, cue in
      let isChosen =
        rule.guards.map { chosen in
          chosen.contains(cue.element.name.rawValue)
            || (cue.element.name == .past && cue.element.isLabel && !chosen.isEmpty)
        } ?? true
      return isChosen ? bits | 1 << UInt32(cue.offset) : bits
    }
  }
}

extension RuleSet {
  /// Whether a cue may decide that a hit is long over, or else whether it counts. A pseudo phrase
  /// may always: what it covers is no cue.
  func mayDecide(_ cue: Match, isPast: Bool) -> Bool {
    switch cueKinds[Int(cue.owner)] {
    case .forward(let index), .backward(let index): (index == pastGuard) == isPast
    case .pseudo, .stop: true
    }
  }
}

extension RuleSet.Facts {
  init(
    _ rule: Rule, tag: Int, places: [String], guards: UInt32, unless: Int32, with: Int32,
    weights: Weights
  ) {
    isLive = rule.status == .live
    self.guards = guards
    speaker = rule.speaker
    passages = rule.passages.map { $0.reduce(0) { $0 | $1.bit } } ?? .max
    self.unless = unless
    self.with = with
    within = rule.with?.within ?? -1
    self.tag = tag
    if case .touchpoint(let name) = rule.tag {
      isTouchpoint = true
      place = places.firstIndex(of: name) ?? -1
    } else {
      isTouchpoint = false
      place = rule.touchpoint.flatMap(places.firstIndex) ?? -1
    }
    side = Gate.Side(of: rule.tag)
    consumesCues = rule.tag.consumesCues
    isPraise = rule.tag == .praise
    isSarcasm = rule.tag == .sarcasm
    probability = weights.probabilities[rule.id] ?? rule.strength.probability
    gateProbability = rule.tag.isFailure ? rule.strength.probability : probability
  }
}

extension PassageKind {
  /// A bit of its own.
  var bit: UInt16 { 1 << UInt16(PassageKind.allCases.firstIndex(of: self) ?? 15) }
}
