/// An automaton while its patterns are compiled.
struct AutomatonBuilder {
  var code: [Instruction] = []
  var anchors: [Automaton.Anchor] = []
  /// For each anchor its class, and what must stand after it, in `leads`.
  var classIDs: [Int] = []
  var afterLeads: [Int32] = []
  private(set) var leads: [Leads] = []
  private var leadIDs: [Leads: Int32] = [:]
  var patternOwners: [Int32] = []
  var symbolGroups: [Range<Int32>] = []
  var groups: [Automaton.AnchorGroup] = []
  var ownerSignatures: [Signature] = []
  var ownerColumns: [Int32] = []
  private var segments: [[Node]: Segment] = [:]
  /// The steps that stand for choices whose branches are compiled.
  private var forks: [Choice: [Instruction]] = [:]
  private var reversedChoices: [Choice: Choice] = [:]

  /// A compiled run of nodes and what it must begin with.
  struct Segment {
    var start: Int32
    /// In `leads`.
    var lead: Int32
    var isFar: Bool
  }

  /// Compiles the nodes of one side of an anchor, each run once; nil when they are too many.
  mutating func segment(_ nodes: [Node], _ classes: inout SymbolClasses) -> Segment? {
    if let segment = segments[nodes] { return segment }
    guard Node.stepCount(nodes) < Automaton.longestCode else { return nil }
    let lead = Leads(of: nodes, classes: classes)
    let leadID = leadIDs[lead] ?? Int32(leads.count)
    if Int(leadID) == leads.count {
      leads.append(lead)
      leadIDs[lead] = leadID
    }
    let segment = Segment(
      start: nodes.isEmpty ? Automaton.nothing : emit(nodes, &classes), lead: leadID,
      isFar: Node.longestSpan(nodes) >= NearPlaces.count)
    segments[nodes] = segment
    return segment
  }

  /// Compiles nodes; returns where their steps begin.
  private mutating func emit(_ nodes: [Node], _ classes: inout SymbolClasses) -> Int32 {
    for case .choice(let choice) in nodes where forks[choice] == nil {
      forks[choice] = fork(choice, &classes)
    }
    let start = Int32(code.count)
    for node in nodes {
      switch node {
      case .symbols(let classID):
        let members = classes.members[classID]
        let isOne = members.count == 1
        code.append(
          Instruction(
            words: classes.signature(of: classID).folded,
            x: isOne ? members[0] : classes.column(of: classID),
            operation: isOne ? .symbol : .symbols))
      case .gap(let low, let high):
        code.append(Instruction(x: Int32(low), y: UInt16(high), operation: .gap))
      case .start: code.append(Instruction(operation: .start))
      case .question: code.append(Instruction(operation: .question))
      case .choice(let choice):
        code += forks[choice] ?? []
      }
    }
    code.append(Instruction(operation: .end))
    return start
  }

  /// Compiles the branches of a choice; returns the steps that stand for it.
  private mutating func fork(_ choice: Choice, _ classes: inout SymbolClasses) -> [Instruction] {
    let branches = choice.branches.map { branch in
      let start = emit(branch, &classes)
      return Instruction(words: code[Int(start)].words, x: start, operation: .branch)
    }
    let first = code.count
    code += branches
    let words = branches.reduce(0) { $0 | $1.words }
    let fork = Instruction(
      words: words, x: Int32(first), y: UInt16(branches.count), operation: .fork)
    guard let ids = FirstWords(of: [.choice(choice)])?.classIDs else { return [fork] }
    let column = classes.column(of: classes.union(of: ids))
    return [Instruction(words: words, x: column, operation: .ahead), fork]
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

  /// The cheapest set of anchors one of which every match must hold.
  static func anchors(
    in nodes: [Node], classes: SymbolClasses
  ) -> (cost: Double, entries: [Entry])? {
    var best: (cost: Double, entries: [Entry])?
    for (index, node) in nodes.enumerated() {
      var cost = 0.0
      var entries: [Entry] = []
      switch node {
      case .symbols(let classID):
        cost = classes.costs[classID]
        entries = [Entry(before: [], classID: classID, after: [])]
      case .choice(let choice):
        for branch in choice.branches {
          guard let inner = anchors(in: branch, classes: classes) else {
            cost = .infinity
            break
          }
          cost += inner.cost
          entries += inner.entries
        }
      case .gap, .start, .question: continue
      }
      guard cost < best?.cost ?? .infinity else { continue }
      let before = nodes[..<index]
      let after = nodes[(index + 1)...]
      best = (
        cost,
        entries.map {
          Entry(before: before + $0.before, classID: $0.classID, after: $0.after + after)
        }
      )
    }
    return best
  }
}
