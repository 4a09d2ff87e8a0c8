/// An element of a pattern with word lists resolved and words numbered.
enum Node: Sendable, Hashable {
  case symbols(Int)
  case gap(Int, Int)
  case choice(Choice)
  case start
  case question

  /// The most words that some nodes can span.
  static func longestSpan(_ nodes: [Node]) -> Int {
    nodes.reduce(0) { span, node in
      switch node {
      case .symbols: span + 1
      case .gap(_, let high): span + high
      case .choice(let choice): span + choice.longestSpan
      case .start, .question: span
      }
    }
  }

  /// The fewest words that some nodes can span.
  static func shortestSpan(_ nodes: [Node]) -> Int {
    nodes.reduce(0) { span, node in
      switch node {
      case .symbols: span + 1
      case .gap(let low, _): span + low
      case .choice(let choice): span + choice.shortestSpan
      case .start, .question: span
      }
    }
  }

  /// How many steps some nodes are when every choice is written out.
  static func stepCount(_ nodes: [Node]) -> Int {
    nodes.reduce(0) { count, node in
      if case .choice(let choice) = node { return count + choice.stepCount }
      return count + 1
    }
  }
}

/// Alternatives, each a run of nodes. Word lists are large and stand in many patterns: a choice is
/// made once, shared, and compared by what it is before it is compared by what is in it.
final class Choice: Sendable {
  let branches: [[Node]]
  /// The fewest and the most words that a branch can span.
  let shortestSpan: Int
  let longestSpan: Int
  /// How many steps it is when written out.
  let stepCount: Int
  /// The words it can begin with; nil where none has to stand there.
  let firstWords: FirstWords?
  private let hash: Int

  init(_ branches: [[Node]]) {
    self.branches = branches
    shortestSpan = branches.lazy.map { Node.shortestSpan($0) }.min() ?? 0
    longestSpan = branches.reduce(0) { max($0, Node.longestSpan($1)) }
    stepCount = branches.reduce(1) { $0 + Node.stepCount($1) + 1 }
    firstWords = FirstWords(ofAny: branches)
    hash = branches.hashValue
  }
}

extension Choice: Hashable {
  static func == (one: Choice, other: Choice) -> Bool {
    one === other || (one.hash == other.hash && one.branches == other.branches)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
