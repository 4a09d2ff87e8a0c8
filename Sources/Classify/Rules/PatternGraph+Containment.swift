extension PatternGraph {
  /// Whether every match of `nodes` holds a match of this pattern: then `nodes` adds nothing where
  /// shorter matches win. "False" may be wrong, "true" never is.
  func isInEvery(_ nodes: [Node], _ classes: SymbolClasses) -> Bool {
    guard !isAnchored else { return false }
    let start = closure([0])
    return after(nodes, from: [start], start, classes)?.isEmpty ?? false
  }

  /// More ways to read the words are not followed.
  private static let mostReadings = 64

  /// For each way to read some nodes from one of the state sets the states it ends in, without the
  /// ways that have held a match; nil where there are too many. A match may begin at every word.
  private func after(
    _ nodes: [Node], from sets: Set<Set<Int>>, _ start: Set<Int>, _ classes: SymbolClasses
  ) -> Set<Set<Int>>? {
    var open = sets
    for node in nodes {
      if open.isEmpty { return open }
      switch node {
      case .symbols(let id): open = after(.words(id), from: open, start, classes)
      case .start, .question: break
      case .gap(let low, let high):
        var reached = open
        var all: Set<Set<Int>> = []
        for length in 0...high {
          if length >= low { all.formUnion(reached) }
          if length < high { reached = after(.any, from: reached, start, classes) }
        }
        open = all
      case .choice(let choice):
        var all: Set<Set<Int>> = []
        for branch in choice.branches {
          guard let reached = after(branch, from: open, start, classes) else { return nil }
          all.formUnion(reached)
          if all.count > PatternGraph.mostReadings { return nil }
        }
        open = all
      }
      if open.count > PatternGraph.mostReadings { return nil }
    }
    return open
  }

  private func after(
    _ step: Step, from sets: Set<Set<Int>>, _ start: Set<Int>, _ classes: SymbolClasses
  ) -> Set<Set<Int>> {
    var all: Set<Set<Int>> = []
    for states in sets {
      var reached: Set<Int> = []
      for state in states {
        for edge in edges[state] {
          switch (edge.step, step) {
          case (.any, _): reached.insert(edge.target)
          case (.words(let wide), .words(let narrow)) where classes.holds(wide, narrow):
            reached.insert(edge.target)
          default: break
          }
        }
      }
      let next = closure(reached)
      if !next.contains(end) { all.insert(next.union(start)) }
    }
    return all
  }
}
