/// An automaton while its patterns are compiled.
struct AutomatonBuilder {
  var code: [Instruction] = []
  var targets: [Int32] = []
  var anchors: [Automaton.Anchor] = []
  var leads: [Lead] = []
  var groupStarts: [Int32] = []
  var groups: [Automaton.AnchorGroup] = []
  var anchorList: [Int32] = []
  var owners: [Automaton.Owner] = []

  /// A compiled run of nodes and what it must begin with.
  struct Segment {
    var start: Int32
    var lead: Int32
  }

  /// Files the anchors under the symbols of their classes, grouped by what must follow.
  mutating func file(
    _ byClass: [(anchor: Int32, classID: Int)], _ classes: SymbolClasses
  ) {
    let order = byClass.sorted {
      let (left, right) = (anchors[Int($0.anchor)], anchors[Int($1.anchor)])
      return (left.afterLead, left.after, left.beforeLead, $0.anchor)
        < (right.afterLead, right.after, right.beforeLead, $1.anchor)
    }
    var lists = [[Int32]](repeating: [], count: classes.symbolCount)
    for (anchor, classID) in order {
      for symbol in classes.members[classID] { lists[Int(symbol)].append(anchor) }
    }
    groupStarts = [0]
    for list in lists {
      var lead: Int32?
      for anchor in list {
        if anchors[Int(anchor)].afterLead != lead {
          lead = anchors[Int(anchor)].afterLead
          let start = Int32(anchorList.count)
          groups.append(
            Automaton.AnchorGroup(lead: anchors[Int(anchor)].afterLead, first: start, last: start))
        }
        anchorList.append(anchor)
        groups[groups.count - 1].last += 1
      }
      groupStarts.append(Int32(groups.count))
    }
  }

  /// Files the anchors, whose classes are given, under their owners.
  mutating func fileOwners(_ classIDs: [Int], _ classes: inout SymbolClasses) {
    var start = 0
    while start < anchors.count {
      let owner = Int(anchors[start].owner)
      let end = anchors[start...].firstIndex { Int($0.owner) != owner } ?? anchors.count
      while owners.count < owner {
        owners.append(Automaton.Owner(anchors: start..<start, column: -1))
      }
      let union = classes.union(of: Set(classIDs[start..<end]))
      owners.append(Automaton.Owner(anchors: start..<end, column: classes.column(of: union)))
      start = end
    }
  }

  mutating func emit(_ nodes: [Node], _ classes: inout SymbolClasses) {
    for node in nodes {
      switch node {
      case .symbols(let classID):
        let members = classes.members[classID]
        code.append(
          members.count == 1
            ? Instruction(operation: .symbol, x: members[0])
            : Instruction(operation: .symbols, x: classes.column(of: classID)))
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
          emit(branch, &classes)
          jumps.append(code.count)
          code.append(Instruction(operation: .jump))
          if code.count - fork > Automaton.longestCode { break }
        }
        for jump in jumps { code[jump].x = Int32(code.count) }
      }
    }
  }

  static func reversed(_ nodes: [Node]) -> [Node] {
    nodes.reversed().map { node in
      if case .choice(let branches) = node { return .choice(branches.map(reversed)) }
      return node
    }
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
