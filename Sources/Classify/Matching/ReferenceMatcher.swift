/// The slow, obvious matcher: every pattern at every position. The oracle of the fast one, and what
/// `explain --why-not` asks how far a pattern got.
struct ReferenceMatcher {
  let classes: SymbolClasses

  /// For each start in the sentence the shortest reading of the pattern.
  func matches(_ nodes: [Node], in sentence: Tokens.Sentence, of tokens: Tokens) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for start in sentence.start..<sentence.end {
      if let end = ends(nodes, [start], sentence, tokens).min(), end > start {
        found.append(start..<end)
      }
    }
    return found
  }

  /// Every position where the nodes can end when they begin at one of `positions`.
  private func ends(
    _ nodes: [Node], _ positions: Set<Int>, _ sentence: Tokens.Sentence, _ tokens: Tokens
  ) -> Set<Int> {
    nodes.reduce(positions) { $0.isEmpty ? $0 : ends($1, $0, sentence, tokens) }
  }

  private func ends(
    _ node: Node, _ positions: Set<Int>, _ sentence: Tokens.Sentence, _ tokens: Tokens
  ) -> Set<Int> {
    switch node {
    case .symbols(let classID):
      let members = classes.members[classID]
      let matching = positions.filter {
        $0 < sentence.end && members.contains(tokens.tokens[$0].symbol)
      }
      return Set(matching.map { $0 + 1 })
    case .gap(let low, let high):
      return Set(positions.flatMap { at in (low...high).map { at + $0 } })
        .filter { $0 <= sentence.end }
    case .choice(let branches):
      return branches.reduce(into: []) {
        $0.formUnion(ends($1, positions, sentence, tokens))
      }
    case .start: return positions.filter { $0 == sentence.start }
    case .question: return sentence.isQuestion ? positions.filter { $0 == sentence.end } : []
    }
  }

  /// How many leading elements of a pattern can be found in the sentence, and the words they cover;
  /// the longest reach, and the first of equals.
  func reach(
    _ nodes: [Node], in sentence: Tokens.Sentence, of tokens: Tokens
  ) -> (elementCount: Int, range: Range<Int>)? {
    var best: (elementCount: Int, range: Range<Int>)?
    for start in sentence.start..<sentence.end {
      var positions: Set = [start]
      for (index, node) in nodes.enumerated() {
        positions = ends(node, positions, sentence, tokens)
        guard let end = positions.min() else { break }
        if case .gap = node { continue }
        if index + 1 > best?.elementCount ?? 0, end > start { best = (index + 1, start..<end) }
      }
    }
    return best
  }
}
