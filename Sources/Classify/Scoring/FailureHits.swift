/// The hits of one failure type that make its score and prove it.
struct FailureHits {
  /// Of rules.
  var ruled: [Hit]
  /// Of these, those that are not about another company, where there are any.
  var proof: [Hit]
  /// The proof and the words that lean to the type; nothing without proof.
  var scored: [Hit]
  /// Whether all proof is about another company.
  var isAboutOther: Bool

  /// - Parameter hits: the type's hits that count, in the order of rules.
  init(_ hits: [Hit], _ ruleSet: RuleSet) {
    ruled = hits.filter { !ruleSet.facts[$0.rule].isWord }
    let own = ruled.filter { !$0.isAboutOther }
    isAboutOther = own.isEmpty
    proof = own.isEmpty ? ruled : own
    guard !ruled.isEmpty, ruled.count < hits.count else {
      scored = proof
      return
    }
    let isOther = own.isEmpty
    scored = hits.filter { ruleSet.facts[$0.rule].isWord || isOther || !$0.isAboutOther }
  }
}
