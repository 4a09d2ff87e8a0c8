/// Writes the steps of an automaton: runs of nodes that are alike are written once.
struct CodeWriter {
  private(set) var code: [Instruction] = []
  var tables = SymbolTables()
  /// Where the steps of runs of nodes begin.
  private var starts: [[Node]: Int32] = [:]
  /// The steps that stand for choices whose branches are written.
  private var forks: [Choice: [Instruction]] = [:]
  private var reversedChoices: [Choice: Choice] = [:]

  /// Where the steps of some nodes begin; `Automaton.nothing` where there are none.
  mutating func start(of nodes: [Node], _ classes: inout SymbolClasses) -> Int32 {
    if nodes.isEmpty { return Automaton.nothing }
    if let start = starts[nodes] { return start }
    let start = emit(nodes, &classes)
    starts[nodes] = start
    return start
  }

  /// Writes the steps of some nodes; returns where they begin.
  private mutating func emit(_ nodes: [Node], _ classes: inout SymbolClasses) -> Int32 {
    for case .choice(let choice) in nodes where forks[choice] == nil {
      forks[choice] = fork(choice, &classes)
    }
    let start = code.count
    var gap = Instruction.Gap()
    func add(_ steps: [Instruction]) {
      code += steps
      code[code.count - steps.count].gap = gap
      gap = Instruction.Gap()
    }
    for node in nodes {
      switch node {
      case .symbols(let classID):
        let members = classes.members[classID]
        add([
          1...Instruction.fewCount ~= members.count
            ? Instruction(few: members)
            : Instruction(
              .symbols, words: classes.signature(of: classID).folded,
              table: tables.place(of: classID, classes))
        ])
      case .gap(let low, let high):
        if !gap.isNone { add([Instruction(operation: .skip)]) }
        gap = Instruction.Gap(low...high)
      case .start: add([Instruction(operation: .start)])
      case .question: add([Instruction(operation: .question)])
      case .choice(let choice): add(forks[choice] ?? [])
      }
    }
    if code.count == start || !gap.isNone { add([Instruction(operation: .skip)]) }
    code[code.count - 1].isLast = true
    return Int32(start)
  }

  /// Writes the branches of a choice; returns the steps that stand for it.
  private mutating func fork(_ choice: Choice, _ classes: inout SymbolClasses) -> [Instruction] {
    var branches = choice.branches.map { branch in
      Instruction(
        words: firstWords(of: branch, classes), x: emit(branch, &classes), operation: .branch)
    }
    // A choice has at least one branch.
    branches[branches.count - 1].isLast = true
    let first = code.count
    code += branches
    let words = branches.reduce(0) { $0 | $1.words }
    let fork = Instruction(words: words, x: Int32(first), operation: .fork)
    guard let ids = FirstWords(of: [.choice(choice)])?.classIDs else { return [fork] }
    let table = tables.place(of: classes.union(of: ids), classes)
    return [Instruction(.ahead, words: words, table: table), fork]
  }

  /// The words that a branch can begin with, as a folded signature.
  private func firstWords(of branch: [Node], _ classes: SymbolClasses) -> UInt64 {
    let always = Signature.always.folded
    return switch branch.first {
    case .symbols(let id): classes.signature(of: id).folded
    case .choice(let choice):
      choice.firstWords?.classIDs.reduce(0) { $0 | classes.signature(of: $1).folded } ?? always
    case .gap, .start, .question, nil: always
    }
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
}
