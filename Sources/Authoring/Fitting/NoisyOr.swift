/// Fits strengths of rules to labelled cases by expectation maximisation: the likelihood of the
/// noisy-or itself, with a beta prior at a mean of each rule's own
/// (D. Heckerman, J. S. Breese, "Causal independence for probability assessment", 1996, §4).
///
/// A leak takes up cases that are labelled for other reasons than a rule's evidence.
struct NoisyOr {
  /// One text with evidence.
  struct Case {
    /// The rules with evidence, as indexes in the rule set.
    var rules: [Int]
    var isLabelled: Bool
  }

  /// How many hits the prior is worth: a rule with the mean 0.9 counts as though it had been right
  /// in 0.9 of so many.
  let priorHits: Double
  /// By rule index.
  let means: [Double]

  /// No fitted probability is nearer to 0 or 1.
  static let margin = 0.01
  private static let longestRun = 60
  private static let precision = 1e-4

  /// Improves `probabilities` and the leak until they stay the same, for at most 60 rounds.
  ///
  /// - Parameters:
  ///   - silent: texts without evidence, and how many of them are labelled.
  func improve(
    _ probabilities: inout [Double], leak: inout Double, cases: [Case],
    silent: (count: Int, labelled: Int)
  ) {
    var counts: [Int: Double] = [:]
    for entry in cases {
      for rule in entry.rules { counts[rule, default: 0] += 1 }
    }
    let rules = counts.keys.sorted()
    var places = [Int](repeating: -1, count: probabilities.count)
    for (place, rule) in rules.enumerated() { places[rule] = place }
    let total = Double(cases.count + silent.count)
    for _ in 0..<NoisyOr.longestRun {
      var shares = [Double](repeating: 0, count: rules.count)
      var leakShare = Double(silent.labelled)
      for entry in cases where entry.isLabelled {
        let chance = max(NoisyOr.chance(entry, probabilities, leak: leak), 1e-12)
        leakShare += leak / chance
        for rule in entry.rules { shares[places[rule]] += probabilities[rule] / chance }
      }
      var change = 0.0
      for (place, rule) in rules.enumerated() {
        let fitted = (priorHits * means[rule] + shares[place]) / (priorHits + (counts[rule] ?? 0))
        let bounded = min(max(fitted, NoisyOr.margin), 1 - NoisyOr.margin)
        change = max(change, abs(bounded - probabilities[rule]))
        probabilities[rule] = bounded
      }
      leak = min(max(leakShare / max(total, 1), 1e-4), 0.9)
      if change < NoisyOr.precision { return }
    }
  }

  /// log P(label) of a case.
  static func logLikelihood(_ entry: Case, _ probabilities: [Double], leak: Double) -> Double {
    let chance = chance(entry, probabilities, leak: leak)
    return logarithm(entry.isLabelled ? chance : 1 - chance)
  }

  /// P(label) of a case.
  static func chance(_ entry: Case, _ probabilities: [Double], leak: Double) -> Double {
    var rest = 1 - leak
    for rule in entry.rules { rest *= 1 - probabilities[rule] }
    return 1 - rest
  }
}
