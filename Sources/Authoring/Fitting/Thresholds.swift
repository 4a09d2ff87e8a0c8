import Classify

/// From which score a failure tag is given: one figure for all types, lest chance choose.
enum Thresholds {
  /// Where nothing is fitted.
  static let usual = 0.5
  /// The nearest to the usual one first: of equals it is taken.
  private static let candidates = (8...36).map { Double($0) / 40 }.sorted {
    abs($0 - usual) < abs($1 - usual)
  }

  /// The threshold with the best micro-F1 of failures among those that give at least this
  /// precision; the most precise where none does.
  static func best(for texts: [ScoredText], _ slots: TagSlots, leastPrecision: Double?) -> Double {
    let figures = candidates.map { threshold in
      let thresholds = all(threshold, slots)
      return (threshold, FitFigures(texts.map { $0.outcome(thresholds, slots) }, slots))
    }
    let precise = figures.filter { ($0.1.precision ?? 0) >= leastPrecision ?? 0 }
    let best =
      precise.max { ($0.1.microF1 ?? 0) < ($1.1.microF1 ?? 0) }
      ?? figures.max { ($0.1.precision ?? 0) < ($1.1.precision ?? 0) }
    return best?.0 ?? usual
  }

  /// By slot: the thresholds in force for failures, the usual one for other tags.
  static func inForce(_ ruleSet: RuleSet, _ slots: TagSlots) -> [Double] {
    let failures = ruleSet.failureThresholds
    return slots.names.indices.map {
      slots.failures.contains($0) ? failures[slots.names[$0]] ?? usual : usual
    }
  }

  /// By slot: the threshold for failures, the usual one for other tags.
  static func all(_ failure: Double, _ slots: TagSlots) -> [Double] {
    slots.names.indices.map { slots.failures.contains($0) ? failure : usual }
  }
}
