/// Writes the steps of an automaton: runs of nodes that are alike are written once.
struct CodeWriter {
  private(set) var code: [Instruction] = []
  var tables = SymbolTables()
  /// Where the steps of runs of nodes begin.
  private var starts: [[Node]: Int32] = [:]
  private(set) var branchIndex = BranchIndex()
  /// The steps that stand for choices whose branches are written.
  private var choices: [Choice: Instruction] = [:]
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
    for case .choice(let choice) in nodes where choices[choice] == nil {
      choices[choice] = step(for: choice, &classes)
    }
    let start = code.count
    var gap = Instruction.Gap()
    func add(_ step: Instruction) {
      code.append(step)
      code[code.count - 1].gap = gap
      gap = Instruction.Gap()
    }
    for node in nodes {
      switch node {
      case .symbols(let classID):
        let members = classes.members[classID]
        add(
          1...Instruction.fewCount ~= members.count
            ? Instruction(few: members)
            : Instruction(
              .symbols, words: classes.signature(of: classID).folded,
              table: tables.place(of: classID, classes)))
      case .gap(let low, let high):
        if !gap.isNone { add(Instruction(operation: .skip)) }
        gap = Instruction.Gap(low...high)
      case .start: add(Instruction(operation: .start))
      case .question: add(Instruction(operation: .question))
      case .choice(let choice): if let step = choices[choice] { add(step) }
      }
    }
    if code.count == start || !gap.isNone { add(Instruction(operation: .skip)) }
    code[code.count - 1].isLast = true
    return Int32(start)
  }

  /// Writes the branches of a choice; returns the step that stands for it.
  private mutating func step(for choice: Choice, _ classes: inout SymbolClasses) -> Instruction {
    var ways: [(classIDs: [Int], way: BranchIndex.Way)] = []
    var branches: [Instruction] = []
    for nodes in choice.branches {
      if let way = way(nodes, &classes) {
        ways.append(way)
      } else {
        branches.append(Instruction(x: start(of: nodes, &classes), operation: .branch))
      }
    }
    let words = ways.lazy.flatMap(\.classIDs).reduce(0) { $0 | classes.signature(of: $1).folded }
    let choose =
      ways.isEmpty
      ? nil : Instruction(.choose, words: words, table: branchIndex.add(ways, classes))
    if let choose, branches.isEmpty { return choose }
    if var choose {
      branches.append(Instruction(x: Int32(code.count), operation: .branch))
      choose.isLast = true
      code.append(choose)
    }
    // A choice has at least one branch.
    branches[branches.count - 1].isLast = true
    let first = code.count
    code += branches
    return Instruction(x: Int32(first), operation: .fork)
  }

  /// How a branch goes on and the classes of the words that it begins with; nil where it can match
  /// without a word or begins with a gap.
  private mutating func way(
    _ nodes: [Node], _ classes: inout SymbolClasses
  ) -> (classIDs: [Int], way: BranchIndex.Way)? {
    if case .symbols(let classID)? = nodes.first {
      let steps = start(of: Array(nodes.dropFirst()), &classes)
      return ([classID], BranchIndex.Way(steps: steps, isBehindWord: true))
    }
    guard let words = FirstWords(of: nodes) else { return nil }
    return (
      words.classIDs,
      BranchIndex.Way(steps: start(of: nodes, &classes), isBehindWord: false)
    )
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
