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

/// What a rule needs: rules by their index in the rule set, tags by theirs behind all rules.
struct CompiledNeeds: Sendable {
  var all: [Int]
  var any: [Int]
  var isWithinSentence: Bool

  /// - Parameter names: the numbers of rules and tags by what rule files call them.
  init(_ needs: Rule.Needs, _ names: [String: Int]) {
    // A tag that no rule gives never counts.
    all = needs.all.map { names[$0] ?? names.count }
    any = needs.any.map { names[$0] ?? names.count }
    isWithinSentence = needs.isWithinSentence
  }

  /// The numbers of rules and tags by what rule files call them.
  static func names(_ rules: [Rule], _ tags: [Rule.Tag]) -> [String: Int] {
    var names: [String: Int] = [:]
    for (index, rule) in rules.enumerated() { names[rule.id] = index }
    for (index, tag) in tags.enumerated() { names[tag.description] = rules.count + index }
    return names
  }
}
