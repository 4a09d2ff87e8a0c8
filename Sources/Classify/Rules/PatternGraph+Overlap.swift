extension PatternGraph {
  /// Whether some words can be part of a match of both patterns at once.
  ///
  /// One of the two begins; from some word on both go on together, until one of them ends.
  /// Where in a sentence a pattern stands is not asked, so "true" may be wrong, "false" never is.
  func canOverlap(_ other: PatternGraph, _ classes: SymbolClasses) -> Bool {
    let width = other.edges.count
    // Two flags a pair of states: reached with no word in common, and with some.
    var known = [Bool](repeating: false, count: 2 * edges.count * width)
    var waiting: [(own: Int, others: Int, isShared: Bool)] = []
    func reach(_ own: Int, _ others: Int, _ isShared: Bool) {
      let slot = 2 * (own * width + others) + (isShared ? 1 : 0)
      guard !known[slot] else { return }
      known[slot] = true
      waiting.append((own, others, isShared))
    }
    for state in edges.indices { reach(state, 0, false) }
    for state in other.edges.indices { reach(0, state, false) }
    while let (own, others, isShared) = waiting.popLast() {
      if isShared, own == end || others == other.end { return true }
      for edge in edges[own] {
        if case .nothing = edge.step {
          reach(edge.target, others, isShared)
          continue
        }
        for counterpart in other.edges[others]
        where PatternGraph.share(edge.step, counterpart.step, classes) {
          reach(edge.target, counterpart.target, true)
        }
      }
      for edge in other.edges[others] {
        if case .nothing = edge.step { reach(own, edge.target, isShared) }
      }
    }
    return false
  }

  /// Whether some word is right for both steps.
  private static func share(_ one: Step, _ other: Step, _ classes: SymbolClasses) -> Bool {
    switch (one, other) {
    case (.nothing, _), (_, .nothing): false
    case (.any, .any): true
    case (.any, .words(let id)), (.words(let id), .any): !classes.members[id].isEmpty
    case (.words(let one), .words(let other)): classes.intersect(one, other)
    }
  }
}
