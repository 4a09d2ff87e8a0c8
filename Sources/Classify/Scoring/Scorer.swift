/// Scores of tags: noisy-or over evidence that does not overlap.
struct Scorer {
  let ruleSet: RuleSet

  /// A rule's fitted probability, else its strength's.
  func probability(ofRule index: Int) -> Double {
    let rule = ruleSet.rules[index]
    return ruleSet.weights.probabilities[rule.id] ?? rule.strength.probability
  }

  /// 1 − Π(1 − p) over the rules of some hits; where evidence overlaps the strongest rule counts.
  func score(_ hits: [Hit]) -> Double {
    guard !hits.isEmpty else { return 0 }
    let byRule = Dictionary(grouping: hits, by: \.rule).map { rule, hits in
      (probability: probability(ofRule: rule), rule: rule, hits: hits)
    }
    .sorted { ($1.probability, $0.rule) < ($0.probability, $1.rule) }
    var taken: [Range<Int>] = []
    var rest = 1.0
    for entry in byRule {
      let isFree = entry.hits.contains { hit in
        !taken.contains { $0.overlaps(hit.range) }
      }
      if isFree { rest *= 1 - entry.probability }
      taken += entry.hits.map(\.range)
    }
    return ((1 - rest) * 10_000).rounded() / 10_000
  }

  /// Whether a hit says where a failure happened.
  func isTouchpoint(_ hit: Hit) -> Bool {
    if case .touchpoint = ruleSet.rules[hit.rule].tag { return true }
    return false
  }
}
