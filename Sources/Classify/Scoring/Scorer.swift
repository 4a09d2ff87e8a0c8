/// Scores of tags: noisy-or over the rules that found evidence.
struct Scorer {
  let ruleSet: RuleSet

  /// 1 − Π(1 − p) over the rules of some hits, each once.
  func score(_ hits: some Collection<Hit>) -> Double {
    RuleEvidence.score(hits, probability)
  }

  /// The rules of some hits, the strongest first; among equals in the order of their ids.
  func rules(of hits: [Hit]) -> [Int] {
    RuleEvidence(hits).rules.sorted { (probability($1), $0) < (probability($0), $1) }
  }

  /// What a rule adds to a score: its strength as fitted or as written.
  func probability(_ rule: Int) -> Double { ruleSet.facts[rule].probability }

  /// Whether a score suffices for a tag, given by its index.
  func reachesThreshold(_ score: Double, tag: Int) -> Bool {
    score >= ruleSet.thresholds[tag] - 1e-9
  }
}
