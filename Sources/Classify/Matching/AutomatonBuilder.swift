/// An automaton while its patterns are compiled.
struct AutomatonBuilder {
  var code: [Instruction] = []
  var anchors: [Automaton.Anchor] = []
  /// For each anchor its class, and what must stand after it, in `leads`.
  var classIDs: [Int] = []
  var afterLeads: [Int32] = []
  private(set) var leads: [Leads] = []
  private var leadNumbers: [Leads: Int32] = [:]
  /// The owner of each pattern.
  var patternOwners: [Int32] = []
  var symbolGroups: [Range<Int32>] = []
  var groups: [Automaton.AnchorGroup] = []
  var ownerSignatures: [Signature] = []
  var ownerTables: [SymbolTables.Place] = []
  private var segments: [[Node]: Segment] = [:]
  /// The steps that stand for choices whose branches are compiled.
  private var forks: [Choice: [Instruction]] = [:]
  private var reversedChoices: [Choice: Choice] = [:]
  private var choiceCosts: [Choice: Double] = [:]

  /// A compiled run of nodes and what it must begin with.
  struct Segment {
    var start: Int32
    /// Its leads in `leads`: as what stands before an anchor, and as what stands behind it.
    var before: Int32
    var after: Int32
    var isFar: Bool
  }

  /// Compiles the nodes of one side of an anchor, each run once; nil when they are too many.
  mutating func segment(_ nodes: [Node], _ classes: inout SymbolClasses) -> Segment? {
    if let segment = segments[nodes] { return segment }
    guard Node.stepCount(nodes) < Automaton.longestCode else { return nil }
    let segment = Segment(
      start: nodes.isEmpty ? Automaton.nothing : emit(nodes, &classes),
      before: number(Leads(nodes, isBefore: true, classes: classes)),
      after: number(Leads(nodes, isBefore: false, classes: classes)),
      isFar: Node.longestSpan(nodes) >= NearPlaces.count)
    segments[nodes] = segment
    return segment
  }

  /// The place of leads in `leads`.
  private mutating func number(_ own: Leads) -> Int32 {
    if let number = leadNumbers[own] { return number }
    let number = Int32(leads.count)
    leads.append(own)
    leadNumbers[own] = number
    return number
  }

  /// Compiles nodes; returns where their steps begin.
  private mutating func emit(_ nodes: [Node], _ classes: inout SymbolClasses) -> Int32 {
    for case .choice(let choice) in nodes where forks[choice] == nil {
      forks[choice] = fork(choice, &classes)
    }
    let start = Int32(code.count)
    var gap = Instruction.Gap()
    func add(_ steps: [Instruction]) {
      code += steps
      code[code.count - steps.count].gap = gap
      gap = Instruction.Gap()
    }
    for node in nodes {
      switch node {
      case .symbols(let classID):
        let words = classes.signature(of: classID).folded
        let members = classes.members[classID]
        add([
          members.count == 1
            ? Instruction(words: words, x: members[0], operation: .symbol)
            : Instruction(.symbols, words: words, table: classes.table(of: classID))
        ])
      case .gap(let low, let high):
        if !gap.isNone { add([Instruction(operation: .skip)]) }
        gap = Instruction.Gap(low...high)
      case .start: add([Instruction(operation: .start)])
      case .question: add([Instruction(operation: .question)])
      case .choice(let choice): add(forks[choice] ?? [])
      }
    }
    add([Instruction(operation: .end)])
    return start
  }

  /// Compiles the branches of a choice; returns the steps that stand for it.
  private mutating func fork(_ choice: Choice, _ classes: inout SymbolClasses) -> [Instruction] {
    let branches = choice.branches.map { branch in
      let start = emit(branch, &classes)
      let first = code[Int(start)]
      return Instruction(
        words: first.gap.isNone ? first.words : Signature.always.folded, x: start,
        operation: .branch)
    }
    let first = code.count
    code += branches
    let words = branches.reduce(0) { $0 | $1.words }
    let fork = Instruction(
      words: words, x: Int32(first), y: UInt16(branches.count), operation: .fork)
    guard let ids = FirstWords(of: [.choice(choice)])?.classIDs else { return [fork] }
    let table = classes.table(of: classes.union(of: ids))
    return [Instruction(.ahead, words: words, table: table), fork]
  }

  /// Nodes in the order in which they are met going backwards.
  mutating func reversed(_ nodes: [Node]) -> [Node] {
    var reversed: [Node] = []
    for node in nodes.reversed() {
      guard case .choice(let choice) = node else {
        reversed.append(node)
        continue
      }
      let known = reversedChoices[choice]
      let backwards = known ?? Choice(choice.branches.map { self.reversed($0) })
      if known == nil { reversedChoices[choice] = backwards }
      reversed.append(.choice(backwards))
    }
    return reversed
  }

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
