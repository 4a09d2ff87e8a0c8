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
    let evidence = RuleEvidence(hits)
    return evidence.ranked(probability).map {
      Signal(
        rule: evidence.rules[$0.place], probability: $0.probability, isCounted: $0.isCounted)
    }
  }

  /// 1 − Π(1 − p) over the rules of some hits; where evidence overlaps the strongest rule counts.
  func score(_ hits: [Hit]) -> Double {
    guard let first = hits.first else { return 0 }
    // A single rule overlaps no other.
    if hits.allSatisfy({ $0.rule == first.rule }) {
      return RuleEvidence.rounded(probability(first.rule))
    }
    return RuleEvidence(hits).score(probability)
  }

  /// 1 − Π(1 − p) over the signals that count, to four decimals.
  static func score(_ signals: [Signal]) -> Double {
    var rest = 1.0
    for signal in signals where signal.isCounted { rest *= 1 - signal.probability }
    return RuleEvidence.rounded(1 - rest)
  }

  /// Whether a score suffices for a tag.
  func reachesThreshold(_ score: Double, _ tag: Rule.Tag) -> Bool {
    score >= ruleSet.weights.threshold(of: tag) - 1e-9
  }

  private func probability(_ rule: Int) -> Double { ruleSet.facts[rule].probability }
}
