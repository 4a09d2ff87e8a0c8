extension AutomatonBuilder {
  /// One way to match a pattern.
  struct Entry {
    var before: [Node]
    var classID: Int
    var after: [Node]
  }

  /// The cheapest set of anchors one of which every match must hold, at what classes cost; nil
  /// where there is none.
  mutating func anchors(in nodes: [Node], _ costs: [Double]) -> [Entry]? {
    guard let index = rarest(of: nodes, costs)?.index else { return nil }
    let entries: [Entry] =
      switch nodes[index] {
      case .symbols(let classID): [Entry(before: [], classID: classID, after: [])]
      case .choice(let choice): choice.branches.flatMap { anchors(in: $0, costs) ?? [] }
      case .gap, .start, .question: []
      }
    let before = nodes[..<index]
    let after = nodes[(index + 1)...]
    return entries.map {
      Entry(before: before + $0.before, classID: $0.classID, after: $0.after + after)
    }
  }

  /// The element whose anchors are expected to occur least often, the first of equals.
  private mutating func rarest(
    of nodes: [Node], _ costs: [Double]
  ) -> (index: Int, cost: Double)? {
    var best: (index: Int, cost: Double)?
    for (index, node) in nodes.enumerated() {
      let nodeCost =
        switch node {
        case .symbols(let classID): costs[classID]
        case .choice(let choice): cost(of: choice, costs)
        case .gap, .start, .question: Double.infinity
        }
      if nodeCost < best?.cost ?? .infinity { best = (index, nodeCost) }
    }
    return best
  }

  /// How often the anchors of a choice are expected to occur, each choice reckoned once; infinite
  /// where a branch has none.
  private mutating func cost(of choice: Choice, _ costs: [Double]) -> Double {
    if let cost = choiceCosts[choice] { return cost }
    let cost = choice.branches.reduce(0) { $0 + (rarest(of: $1, costs)?.cost ?? .infinity) }
    choiceCosts[choice] = cost
    return cost
  }
}

extension Automaton {
  /// Compiles patterns in the order of their owners; each match names its `owner`.
  ///
  /// - Parameter isAskedByOwner: whether matches of a single owner will be looked for, else those
  ///   of all.
  /// - Returns: the automaton, and which patterns are too large for it.
  static func compile(
    _ patterns: [(owner: Int, nodes: [Node])], isAskedByOwner: Bool,
    classes: inout SymbolClasses
  ) -> (automaton: Automaton, tooLarge: [Int]) {
    var builder = AutomatonBuilder()
    let costs = classes.costs
    builder.patternOwners = patterns.map { Int32($0.owner) }
    var entries: [(pattern: Int, entry: AutomatonBuilder.Entry)] = []
    for (pattern, (_, nodes)) in patterns.enumerated() {
      for entry in builder.anchors(in: nodes, costs) ?? [] { entries.append((pattern, entry)) }
    }
    // What is looked at most stands together, near the processor.
    let order = entries.indices.sorted {
      (-costs[entries[$0].entry.classID], $0) < (-costs[entries[$1].entry.classID], $1)
    }
    var tooLarge: Set<Int> = []
    for index in order {
      let (pattern, entry) = entries[index]
      if !builder.add(entry, of: pattern, &classes) { tooLarge.insert(pattern) }
    }
    builder.file(isAskedByOwner: isAskedByOwner, &classes)
    return (Automaton(builder), tooLarge.sorted())
  }
}
