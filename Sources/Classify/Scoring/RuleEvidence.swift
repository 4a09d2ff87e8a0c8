/// Which rules found evidence for one tag, or for one side of the gate, in a text; no strength is
/// applied yet.
package struct RuleEvidence: Sendable {
  /// Indexes in the rule set, ascending, each once.
  package private(set) var rules: [Int] = []

  /// The rules of some hits.
  init(_ hits: some Collection<Hit>) {
    // Hits mostly come rule by rule.
    var isSorted = true
    for hit in hits where hit.rule != rules.last {
      if let last = rules.last, last > hit.rule { isSorted = false }
      rules.append(hit.rule)
    }
    if !isSorted { rules = Set(rules).sorted() }
  }

  /// 1 − Π(1 − p) over the rules, to four decimals; 0 without rules. Rules on the same words count
  /// each: that several agree about a place is what makes a tag sure.
  ///
  /// - Parameter probability: the strength of a rule by its index in the rule set.
  package func score(_ probability: (Int) -> Double) -> Double {
    RuleEvidence.score(doubt: doubt(probability))
  }

  /// The score of some hits as that of their rules.
  static func score(_ hits: some Collection<Hit>, _ probability: (Int) -> Double) -> Double {
    score(doubt: doubt(hits, probability))
  }

  /// What is left to doubt after some hits: Π(1 − p) over their rules.
  static func doubt(_ hits: some Collection<Hit>, _ probability: (Int) -> Double) -> Double {
    var doubt = 1.0
    var last = -1
    for hit in hits where hit.rule != last {
      if hit.rule < last { return RuleEvidence(hits).doubt(probability) }
      last = hit.rule
      doubt *= 1 - probability(last)
    }
    return doubt
  }

  private func doubt(_ probability: (Int) -> Double) -> Double {
    rules.reduce(1) { $0 * (1 - probability($1)) }
  }

  /// Scores have four decimals.
  private static func score(doubt: Double) -> Double { ((1 - doubt) * 10_000).rounded() / 10_000 }
}
