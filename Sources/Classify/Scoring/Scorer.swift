/// Scores of tags: noisy-or over evidence that does not overlap.
struct Scorer {
  let ruleSet: RuleSet

  /// What one rule adds to a score.
  struct Signal: Equatable {
    /// Index of the rule in the rule set.
    var rule: Int
    var probability: Double
    /// Whether it adds to the score: false where all its evidence overlaps that of stronger rules.
    var isCounted: Bool
  }

  /// The rules of some hits, the strongest first, and whether each of them counts.
  func signals(_ hits: [Hit]) -> [Signal] {
    var signals: [Signal] = []
    var hitsByRule: [Int: [Range<Int>]] = [:]
    for hit in hits { hitsByRule[hit.rule, default: []].append(hit.range) }
    var end = 0
    for hit in hits { end = max(end, hit.range.upperBound) }
    // A single rule overlaps no other.
    var isTaken = [Bool](repeating: false, count: hitsByRule.count > 1 ? end : 0)
    let order = hitsByRule.keys.map { (probability: ruleSet.facts[$0].probability, rule: $0) }
      .sorted { ($1.probability, $0.rule) < ($0.probability, $1.rule) }
    for entry in order {
      let ranges = hitsByRule[entry.rule] ?? []
      var isFree = isTaken.isEmpty
      if !isTaken.isEmpty {
        isFree = ranges.contains { range in !range.contains { isTaken[$0] } }
        for range in ranges { for token in range { isTaken[token] = true } }
      }
      signals.append(Signal(rule: entry.rule, probability: entry.probability, isCounted: isFree))
    }
    return signals
  }

  /// 1 − Π(1 − p) over the rules of some hits; where evidence overlaps the strongest rule counts.
  func score(_ hits: [Hit]) -> Double { Scorer.score(signals(hits)) }

  /// 1 − Π(1 − p) over the signals that count, to four decimals.
  static func score(_ signals: [Signal]) -> Double {
    var rest = 1.0
    for signal in signals where signal.isCounted { rest *= 1 - signal.probability }
    return ((1 - rest) * 10_000).rounded() / 10_000
  }

  /// Whether a score suffices for a tag.
  func reachesThreshold(_ score: Double, _ tag: Rule.Tag) -> Bool {
    score >= ruleSet.weights.threshold(of: tag) - 1e-9
  }
}
