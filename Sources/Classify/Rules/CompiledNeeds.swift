/// What a rule needs: rules by their index in the rule set, tags by theirs behind all rules.
struct CompiledNeeds: Sendable {
  var all: [Int]
  var any: [Int]
  var isWithinSentence: Bool

  /// - Parameters:
  ///   - names: the numbers of rules and tags by what rule files call them.
  ///   - unknown: the number of what never counts, such as a tag that no rule gives.
  init(_ needs: Rule.Needs, _ names: [String: Int], unknown: Int) {
    all = needs.all.map { names[$0] ?? unknown }
    any = needs.any.map { names[$0] ?? unknown }
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
