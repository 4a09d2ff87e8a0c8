/// A step of a compiled pattern.
struct Instruction: Sendable {
  enum Operation: UInt8, Sendable {
    /// The token's symbol is in class `x`.
    case symbols
    /// Skip `x` to `y` tokens.
    case gap
    /// Continue at each of the `y` targets from `x` in the target table.
    case fork
    /// Continue at `x`.
    case jump
    /// The sentence starts here.
    case start
    /// The sentence ends here with a question mark.
    case question
    case end
  }
  var operation: Operation
  var x: Int32 = 0
  var y: Int32 = 0
}

/// A pattern with word lists resolved and words numbered.
indirect enum Node: Sendable, Equatable {
  case symbols(Int)
  case gap(Int, Int)
  case choice([[Node]])
  case start
  case question
}

/// Patterns compiled for matching around their rarest word; immutable and shared by all tasks.
///
/// Each pattern is filed under the symbols of one of its words, the anchor. A text's tokens are
/// scanned once; at an anchor the rest of the pattern is verified backwards and forwards.
struct Automaton: Sendable {
  /// One way to match a pattern: backwards from before the anchor, forwards from after it.
  struct Anchor: Sendable {
    var owner: Int32
    var pattern: Int32
    var before: Int32
    var after: Int32
  }

  private(set) var code: [Instruction] = []
  private(set) var targets: [Int32] = []
  private(set) var anchors: [Anchor] = []
  /// For each symbol the half-open range of its anchors in `anchorList`.
  private(set) var anchorStarts: [Int32] = []
  private(set) var anchorList: [Int32] = []

  /// The longest compiled sequence; longer patterns are refused when rules are read.
  static let longestCode = 512

  /// Compiles patterns; each match names its `owner`.
  ///
  /// - Returns: the automaton, and which patterns are too large for it.
  static func compile(
    _ patterns: [(owner: Int, nodes: [Node])], classes: SymbolClasses
  ) -> (automaton: Automaton, tooLarge: [Int]) {
    var automaton = Automaton()
    var byClass: [(anchor: Int32, symbols: [Symbols.Symbol])] = []
    var tooLarge: [Int] = []
    var known: [[Node]: Int32] = [:]
    func segment(_ nodes: [Node]) -> Int32? {
      if let start = known[nodes] { return start }
      let start = Int32(automaton.code.count)
      automaton.emit(nodes)
      automaton.code.append(Instruction(operation: .end))
      guard automaton.code.count - Int(start) <= longestCode else { return nil }
      known[nodes] = start
      return start
    }
    for (pattern, (owner, nodes)) in patterns.enumerated() {
      guard let best = Automaton.anchors(in: nodes, classes: classes) else { continue }
      for entry in best.entries {
        guard let before = segment(Automaton.reversed(entry.before)),
          let after = segment(entry.after)
        else {
          tooLarge.append(pattern)
          break
        }
        byClass.append((Int32(automaton.anchors.count), classes.members[entry.classID]))
        automaton.anchors.append(
          Anchor(owner: Int32(owner), pattern: Int32(pattern), before: before, after: after))
      }
    }
    var lists = [[Int32]](repeating: [], count: classes.symbolCount)
    for (anchor, symbols) in byClass {
      for symbol in symbols { lists[Int(symbol)].append(anchor) }
    }
    automaton.anchorStarts = [0]
    for list in lists {
      automaton.anchorList += list
      automaton.anchorStarts.append(Int32(automaton.anchorList.count))
    }
    return (automaton, tooLarge)
  }

  private mutating func emit(_ nodes: [Node]) {
    for node in nodes {
      switch node {
      case .symbols(let classID):
        code.append(Instruction(operation: .symbols, x: Int32(classID)))
      case .gap(let low, let high):
        code.append(Instruction(operation: .gap, x: Int32(low), y: Int32(high)))
      case .start: code.append(Instruction(operation: .start))
      case .question: code.append(Instruction(operation: .question))
      case .choice(let branches):
        let fork = code.count
        let table = targets.count
        code.append(
          Instruction(operation: .fork, x: Int32(table), y: Int32(branches.count)))
        targets += [Int32](repeating: 0, count: branches.count)
        var jumps: [Int] = []
        for (index, branch) in branches.enumerated() {
          targets[table + index] = Int32(code.count)
          emit(branch)
          jumps.append(code.count)
          code.append(Instruction(operation: .jump))
          if code.count - fork > Automaton.longestCode { break }
        }
        for jump in jumps { code[jump].x = Int32(code.count) }
      }
    }
  }

  private static func reversed(_ nodes: [Node]) -> [Node] {
    nodes.reversed().map { node in
      if case .choice(let branches) = node { return .choice(branches.map(reversed)) }
      return node
    }
  }

  private struct Entry {
    var before: [Node]
    var classID: Int
    var after: [Node]
  }

  /// The cheapest set of anchors one of which every match must hold.
  private static func anchors(
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
      case .choice(let branches):
        for branch in branches {
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

extension Node: Hashable {}
