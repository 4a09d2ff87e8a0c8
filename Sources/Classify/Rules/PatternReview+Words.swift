import Complaints

extension PatternReview {
  /// Patterns that stand in two rules of one tag with the same checks.
  mutating func checkTwins() {
    var first: [Wording: Int] = [:]
    for (index, entries) in evidence.enumerated() where rules[index].isPlain {
      for entry in Set(entries.map(\.nodes)) {
        let wording = Wording(tag: rules[index].tag, speaker: rules[index].speaker, nodes: entry)
        guard let other = first.updateValue(index, forKey: wording), other != index,
          let place = entries.first(where: { $0.nodes == entry })
        else { continue }
        report(
          "R020", "rule '\(rules[other].id)' of the same tag has the same pattern", place.file,
          place.place)
      }
    }
  }

  private struct Wording: Hashable {
    var tag: Rule.Tag
    var speaker: Rule.Speaker
    var nodes: [Node]
  }

  mutating func checkWords(_ entry: RulePatterns.Entry) {
    guard let count = commonWords(entry.nodes), count <= 3 else { return }
    report(
      "R022", "very common words alone match this pattern: it will hit nearly every text",
      entry.file, entry.place)
  }

  /// How many words the shortest reading has that consists of very common words; nil without one.
  private func commonWords(_ nodes: [Node]) -> Int? {
    var count = 0
    for node in nodes {
      switch node {
      case .symbols(let id):
        let isCommon = classes.members[id].contains { symbol in
          Int(symbol) < symbols.names.count
            && FunctionWords.all.contains(symbols.names[Int(symbol)])
        }
        guard isCommon else { return nil }
        count += 1
      case .choice(let choice):
        guard let least = choice.branches.compactMap(commonWords).min() else { return nil }
        count += least
      case .start, .question: return nil
      case .gap: break
      }
    }
    return count
  }

  mutating func checkBranches(_ pattern: Rule.WrittenPattern, _ rule: Rule) {
    guard let count = PatternReview.branches(pattern.pattern.elements) else { return }
    report("R023", "a group of \(count) alternatives", rule.file, pattern.place)
  }

  /// The size of a group that is too large; nil when there is none.
  private static func branches(_ elements: [Pattern.Element]) -> Int? {
    for element in elements {
      switch element {
      case .choice(let branches) where branches.count > mostBranches: return branches.count
      case .choice(let parts), .run(let parts):
        if let count = PatternReview.branches(parts) { return count }
      default: break
      }
    }
    return nil
  }
}

extension Rule {
  /// Whether the words alone decide: two such rules with one pattern do the same.
  fileprivate var isPlain: Bool {
    status == .live && unless.isEmpty && with == nil && needs == nil && guards == nil
      && passages == Rule.usualPassages
  }
}
