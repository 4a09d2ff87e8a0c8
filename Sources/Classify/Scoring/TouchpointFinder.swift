/// Where in the customer's journey a failure happened: the place named nearest to its evidence.
struct TouchpointFinder {
  let ruleSet: RuleSet
  /// The places that touchpoint rules found.
  private let places: [(place: String, sentence: Int, weight: Double)]

  /// A finder over the hits that count.
  init(ruleSet: RuleSet, hits: [Hit]) {
    self.ruleSet = ruleSet
    let scorer = Scorer(ruleSet: ruleSet)
    places = hits.compactMap { hit in
      guard case .touchpoint(let place) = ruleSet.rules[hit.rule].tag else { return nil }
      return (place, hit.sentence, scorer.probability(ofRule: hit.rule))
    }
  }

  /// The touchpoint of a failure with this evidence; "unspecified" when nothing says.
  ///
  /// Places named in the same sentence come first, then the rule's own, then the type's usual one,
  /// then places named in other sentences, the nearer the heavier.
  func touchpoint(of type: String, _ evidence: [Hit]) -> String {
    let sentences = Set(evidence.map(\.sentence)).sorted()
    var here: [String: Double] = [:]
    var elsewhere: [String: Double] = [:]
    for (place, sentence, weight) in places {
      let distance = TouchpointFinder.distance(from: sentence, to: sentences)
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

  /// How far the nearest of some ascending numbers is; 0 when there are none.
  private static func distance(from sentence: Int, to sentences: [Int]) -> Int {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle] < sentence { low = middle + 1 } else { high = middle }
    }
    let after = low < sentences.count ? sentences[low] - sentence : Int.max
    let before = low > 0 ? sentence - sentences[low - 1] : Int.max
    return sentences.isEmpty ? 0 : min(after, before)
  }

  private func heaviest(_ weights: [String: Double]) -> String? {
    weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
