/// A compiled pattern as a graph of words, for asking what it can match at all.
struct PatternGraph {
  /// What leads from one state to another.
  enum Step {
    /// A word of a class.
    case words(Int)
    /// Any word.
    case any
    case nothing
  }

  private(set) var edges: [[(step: Step, target: Int)]] = [[]]
  private(set) var end = 0
  /// Whether the pattern says where in its sentence it stands.
  private(set) var isAnchored = false

  /// Larger patterns are not looked into.
  static let largest = 400

  /// The graph of a pattern; nil where it is too large.
  init?(_ nodes: [Node]) {
    end = add(nodes, from: 0)
    if edges.count > PatternGraph.largest { return nil }
  }

  private mutating func add(_ nodes: [Node], from start: Int) -> Int {
    var at = start
    for node in nodes {
      guard edges.count <= PatternGraph.largest else { return at }
      switch node {
      case .symbols(let classID): at = add(.words(classID), from: at)
      case .gap(let low, let high):
        var shorter: [Int] = []
        for length in 0..<high {
          if length >= low { shorter.append(at) }
          at = add(.any, from: at)
        }
        for state in shorter { edges[state].append((.nothing, at)) }
      case .start, .question: isAnchored = true
      case .choice(let choice):
        var ends: [Int] = []
        for branch in choice.branches where edges.count <= PatternGraph.largest {
          ends.append(add(branch, from: at))
        }
        edges.append([])
        at = edges.count - 1
        for state in ends { edges[state].append((.nothing, at)) }
      }
    }
    return at
  }

  private mutating func add(_ step: Step, from state: Int) -> Int {
    edges.append([])
    edges[state].append((step, edges.count - 1))
    return edges.count - 1
  }

  /// All states that are reached without a word.
  func closure(_ states: Set<Int>) -> Set<Int> {
    var known = states
    var waiting = Array(states)
    while let state = waiting.popLast() {
      for edge in edges[state] {
        if case .nothing = edge.step, known.insert(edge.target).inserted {
          waiting.append(edge.target)
        }
      }
    }
    return known
  }
}

extension SymbolClasses {
  /// Whether two classes have a word in common.
  func intersect(_ one: Int, _ other: Int) -> Bool {
    if one == other { return !members[one].isEmpty }
    return common(members[one], members[other], atMost: 1) > 0
  }

  /// Whether every word of `narrow` is in `wide`.
  func holds(_ wide: Int, _ narrow: Int) -> Bool {
    wide == narrow
      || common(members[narrow], members[wide], atMost: .max) == members[narrow].count
  }

  /// How many symbols two ascending lists share; no more than `limit` are counted.
  private func common(
    _ one: [Symbols.Symbol], _ other: [Symbols.Symbol], atMost limit: Int
  ) -> Int {
    var (left, right, count) = (0, 0, 0)
    while left < one.count, right < other.count, count < limit {
      if one[left] == other[right] { count += 1 }
      let isLeftBehind = one[left] <= other[right]
      if one[left] >= other[right] { right += 1 }
      if isLeftBehind { left += 1 }
    }
    return count
  }
}
