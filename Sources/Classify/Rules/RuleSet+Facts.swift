import Complaints

extension RuleSet {
  /// What reading a text needs to know of a rule, without references.
  struct Facts: Sendable {
    var isLive: Bool
    var hasNeeds: Bool
    /// Whether some guard applies to it.
    var isGuarded: Bool
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
    var probability: Double
    /// What it adds to the gate. Of a failure's rule as written: how sure its type is, which is
    /// what is fitted, says nothing of whether the text is a complaint.
    var gateProbability: Double
  }
}

extension RuleSet.Facts {
  init(
    _ rule: Rule, tag: Int, places: [String], isGuarded: Bool, unless: Int32, with: Int32,
    weights: Weights
  ) {
    isLive = rule.status == .live
    hasNeeds = rule.needs != nil
    self.isGuarded = isGuarded
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
    probability = weights.probabilities[rule.id] ?? rule.strength.probability
    gateProbability = rule.tag.isFailure ? rule.strength.probability : probability
  }
}

extension PassageKind {
  /// A bit of its own.
  var bit: UInt16 { 1 << UInt16(PassageKind.allCases.firstIndex(of: self) ?? 15) }
}
