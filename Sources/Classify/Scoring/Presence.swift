/// Which rules and tags count, and in which sentences.
struct Presence {
  private var sentences: [String: Set<Int>] = [:]

  mutating func enter(_ hit: Hit, _ rule: Rule) {
    sentences[rule.id, default: []].insert(hit.sentence)
    sentences[rule.tag.description, default: []].insert(hit.sentence)
  }

  /// Whether a rule or tag counts in the text, or in the hit's sentence.
  func holds(_ name: String, _ needs: Rule.Needs, _ hit: Hit) -> Bool {
    guard let found = sentences[name] else { return false }
    return !needs.isWithinSentence || found.contains(hit.sentence)
  }

  func meets(_ needs: Rule.Needs?, _ hit: Hit) -> Bool {
    guard let needs else { return true }
    return needs.all.allSatisfy { holds($0, needs, hit) }
      && (needs.any.isEmpty || needs.any.contains { holds($0, needs, hit) })
  }
}
