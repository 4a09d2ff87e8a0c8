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
    case .choice(let choice):
      return choice.branches.reduce(into: []) {
        $0.formUnion(ends($1, positions, sentence, tokens))
      }
    case .start: return positions.filter { $0 == sentence.start }
    case .question: return sentence.isQuestion ? positions.filter { $0 == sentence.end } : []
    }
  }

  /// How far a pattern got in a sentence.
  struct Reach {
    /// How many leading elements were found, gaps between them included.
    var elementCount: Int
    /// The words of each element found; gaps have none.
    var parts: [Range<Int>]
    /// Where not even the first element was found but the beginning of some of its branches: what
    /// was found with each, and what it wanted to the end of the pattern.
    var branches: [(found: [Node], wanted: [Node])] = []
  }

  /// The longest run of leading elements that can be found in the sentence, the first of equals,
  /// else the longest beginning of a branch of the first one; nil when not even one word is there.
  func reach(_ nodes: [Node], in sentence: Tokens.Sentence, of tokens: Tokens) -> Reach? {
    var best: (count: Int, positions: [Set<Int>])?
    for start in sentence.start..<sentence.end {
      var positions: [Set<Int>] = [[start]]
      for (index, node) in nodes.enumerated() {
        let next = ends(node, positions[index], sentence, tokens)
        guard let end = next.min() else { break }
        positions.append(next)
        if case .gap = node { continue }
        if index + 1 > best?.count ?? 0, end > start { best = (index + 1, positions) }
      }
    }
    guard let best, var end = best.positions[best.count].min() else {
      return reachInBranch(nodes, in: sentence, of: tokens)
    }
    var parts: [Range<Int>] = []
    for index in stride(from: best.count - 1, through: 0, by: -1) {
      let starts = best.positions[index].filter {
        ends(nodes[index], [$0], sentence, tokens).contains(end)
      }
      guard let start = starts.max() else { break }
      if case .gap = nodes[index] {} else if start < end { parts.append(start..<end) }
      end = start
    }
    return Reach(elementCount: best.count, parts: parts.reversed())
  }

  /// The longest beginning of branches, of the elements that the pattern can begin with.
  private func reachInBranch(
    _ nodes: [Node], in sentence: Tokens.Sentence, of tokens: Tokens
  ) -> Reach? {
    var best: Reach?
    for (index, node) in nodes.enumerated() {
      guard case .choice(let choice) = node else {
        if case .start = node { continue }
        break
      }
      for branch in choice.branches where branch.count > 1 {
        let path = Array(nodes[..<index] + branch + nodes[(index + 1)...])
        guard var reach = reach(path, in: sentence, of: tokens) else { continue }
        if reach.branches.isEmpty {
          reach.branches = [
            (Array(path[..<reach.elementCount]), Array(path[reach.elementCount...]))
          ]
        }
        reach.elementCount = 0
        if reach.parts.count > best?.parts.count ?? 0 {
          best = reach
        } else if reach.parts == best?.parts {
          best?.branches += reach.branches
        }
      }
      if choice.shortestSpan > 0 { break }
    }
    return best
  }
}
