extension RuleCompiler {
  /// The branches of a choice: all that are one word are one class, the others stand once each.
  struct Alternatives {
    fileprivate var words: [Symbols.Symbol] = []
    fileprivate var others: [[Node]] = []
    fileprivate var known: Set<[Node]> = []
  }

  /// Adds a branch.
  private mutating func add(_ nodes: [Node], to alternatives: inout Alternatives) {
    if nodes.count == 1, case .symbols(let id) = nodes[0] {
      alternatives.words += classes.members[id]
    } else if alternatives.known.insert(nodes).inserted {
      alternatives.others.append(nodes)
    }
  }

  /// Adds a branch as it is written.
  mutating func add(
    _ elements: [Pattern.Element], to alternatives: inout Alternatives,
    _ pattern: Rule.WrittenPattern, _ file: String
  ) {
    if elements.count == 1 {
      add(elements[0], to: &alternatives, pattern, file)
    } else {
      add(nodes(elements, pattern, file), to: &alternatives)
    }
  }

  /// Adds a branch of one element; those of a choice in a choice are branches of their own.
  mutating func add(
    _ element: Pattern.Element, to alternatives: inout Alternatives,
    _ pattern: Rule.WrittenPattern, _ file: String
  ) {
    if case .word(let word) = element {
      let symbol = symbols.symbol(of: word)
      if symbol != Symbols.unknown { alternatives.words.append(symbol) }
      return
    }
    switch node(element, pattern, file) {
    case .choice(let inner): for branch in inner.branches { add(branch, to: &alternatives) }
    case let node: add([node], to: &alternatives)
    }
  }

  /// The choice of some branches; a class of words where no branch is longer.
  mutating func node(_ alternatives: Alternatives) -> Node {
    let (words, others) = (alternatives.words, alternatives.others)
    if others.isEmpty { return symbolNode(words) }
    return .choice(Choice(words.isEmpty ? others : [[symbolNode(words)]] + others))
  }
}
