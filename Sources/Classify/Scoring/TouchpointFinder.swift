/// Where in the customer's journey a failure happened: the place named nearest to its evidence.
struct TouchpointFinder {
  let ruleSet: RuleSet
  /// The hits of touchpoint rules.
  let hits: [Hit]

  /// The touchpoint of a failure with this evidence; "unspecified" when nothing says.
  ///
  /// Places named in the same sentence come first, then the rule's own, then the type's usual one,
  /// then places named in other sentences, the nearer the heavier.
  func touchpoint(of type: String, _ evidence: [Hit]) -> String {
    let scorer = Scorer(ruleSet: ruleSet)
    let sentences = Set(evidence.map(\.sentence))
    var here: [String: Double] = [:]
    var elsewhere: [String: Double] = [:]
    for hit in hits {
      guard case .touchpoint(let place) = ruleSet.rules[hit.rule].tag else { continue }
      let weight = scorer.probability(ofRule: hit.rule)
      let distance = sentences.map { abs($0 - hit.sentence) }.min() ?? 0
      if distance == 0 {
        here[place, default: 0] += weight
      } else {
        elsewhere[place, default: 0] += weight / Double(distance + 1)
      }
    }
    if let place = heaviest(here) { return place }
    let own = evidence.compactMap { ruleSet.rules[$0.rule].touchpoint }
    if let place = heaviest(own.reduce(into: [:]) { $0[$1, default: 0] += 1 }) { return place }
    let usual = ruleSet.taxonomy.failures.first { $0.id == type }?.touchpoint ?? "unspecified"
    if usual != "unspecified" { return usual }
    return heaviest(elsewhere.filter { $0.value >= 0.15 }) ?? "unspecified"
  }

  private func heaviest(_ weights: [String: Double]) -> String? {
    weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
