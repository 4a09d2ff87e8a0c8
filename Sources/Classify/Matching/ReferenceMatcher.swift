/// The slow, obvious matcher: every pattern at every position. The oracle of the fast one, and what
/// `explain --why-not` asks how far a pattern got.
struct ReferenceMatcher {
  let classes: SymbolClasses

  /// For each start in the sentence the shortest reading of the pattern.
  func matches(_ nodes: [Node], in sentence: Tokens.Sentence, of tokens: Tokens) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for start in sentence.start..<sentence.end {
      if let end = ends(nodes[...], start, sentence, tokens).min(), end > start {
        found.append(start..<end)
      }
    }
    return found
  }

  /// Every position where the nodes can end when they begin at `position`.
  func ends(
    _ nodes: ArraySlice<Node>, _ position: Int, _ sentence: Tokens.Sentence, _ tokens: Tokens
  ) -> Set<Int> {
    guard let first = nodes.first else { return [position] }
    var after: Set<Int> = []
    switch first {
    case .symbols(let classID):
      if position < sentence.end,
        classes.members[classID].contains(tokens.tokens[position].symbol)
      {
        after = [position + 1]
      }
    case .gap(let low, let high):
      for skip in low...high where position + skip <= sentence.end { after.insert(position + skip) }
    case .choice(let branches):
      for branch in branches { after.formUnion(ends(branch[...], position, sentence, tokens)) }
    case .start: if position == sentence.start { after = [position] }
    case .question: if position == sentence.end, sentence.isQuestion { after = [position] }
    }
    var result: Set<Int> = []
    for next in after { result.formUnion(ends(nodes.dropFirst(), next, sentence, tokens)) }
    return result
  }

  /// How many leading elements of a pattern can be found in the sentence, and the words they cover.
  func reach(
    _ nodes: [Node], in sentence: Tokens.Sentence, of tokens: Tokens
  ) -> (elementCount: Int, range: Range<Int>)? {
    var best: (elementCount: Int, range: Range<Int>)?
    for start in sentence.start..<sentence.end {
      for count in stride(from: nodes.count, to: best?.elementCount ?? 0, by: -1) {
        if case .gap = nodes[count - 1] { continue }
        if let end = ends(nodes[..<count], start, sentence, tokens).min(), end > start {
          best = (count, start..<end)
          break
        }
      }
    }
    return best
  }
}
