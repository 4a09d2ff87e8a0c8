/// Which of the rules and tags that others need count, and in which sentences.
struct Presence {
  private let ruleSet: RuleSet
  /// Numbers of rules and tags.
  private var found: Set<Int> = []
  /// The same with the sentences.
  private var sentences: Set<Int> = []

  init(_ ruleSet: RuleSet) { self.ruleSet = ruleSet }

  mutating func enter(_ hit: Hit) {
    for name in [hit.rule, ruleSet.rules.count + ruleSet.facts[hit.rule].tag]
    where ruleSet.isNeeded[name] {
      found.insert(name)
      sentences.insert(name << 32 | hit.sentence)
    }
  }

  /// Whether a rule or tag counts in the text, or in the hit's sentence.
  func holds(_ name: Int, _ needs: CompiledNeeds, _ hit: Hit) -> Bool {
    needs.isWithinSentence
      ? sentences.contains(name << 32 | hit.sentence) : found.contains(name)
  }

  func meets(_ needs: CompiledNeeds, _ hit: Hit) -> Bool {
    needs.all.allSatisfy { holds($0, needs, hit) }
      && (needs.any.isEmpty || needs.any.contains { holds($0, needs, hit) })
  }
}
