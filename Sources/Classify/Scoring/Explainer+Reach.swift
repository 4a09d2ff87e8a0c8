import Complaints
import Foundation

extension Explainer {
  /// What a reach is for people.
  func reach(
    _ reach: ReferenceMatcher.Reach, _ pattern: Rule.WrittenPattern, _ nearness: Double,
    _ quotes: QuoteReader
  ) -> WhyNot.Reach? {
    guard let first = reach.parts.first, let last = reach.parts.last else { return nil }
    var matched = ""
    var end = first.lowerBound
    for part in reach.parts {
      // The words of a contraction stand on the same place.
      let text = quotes.text(part, after: end)
      if !matched.isEmpty, !text.isEmpty { matched += part.lowerBound > end ? " … " : " " }
      matched += QuoteReader.fold(text)
      end = part.upperBound
    }
    let rest =
      reach.branches.isEmpty
      ? Array(pattern.pattern.elements.dropFirst(reach.elementCount).prefix(2))
      : wanted(by: reach.branches.map(\.wanted))
    guard var wanted = rest.first else { return nil }
    var gap: Pattern.Element?
    if case .gap = wanted, let next = rest.last { (gap, wanted) = (wanted, next) }
    return WhyNot.Reach(
      pattern: pattern.text, quote: quotes.quote(first.lowerBound..<last.upperBound),
      matched: matched, wanted: Wordings.wanted(wanted, after: gap), nearness: nearness)
  }

  /// What some branches want next, each once: an element and, before it, its gap.
  private func wanted(by branches: [[Node]]) -> [Pattern.Element] {
    var next: [[Pattern.Element]] = []
    for branch in branches {
      let elements = branch.prefix(2).map(written)
      let count = if case .gap? = elements.first { 2 } else { 1 }
      let first = Array(elements.prefix(count))
      if !next.contains(first) { next.append(first) }
    }
    guard next.count > 1 else { return next.first ?? [] }
    return [.choice(next.map { $0.count == 1 ? $0[0] : .run($0) })]
  }

  private func written(_ branch: [Node]) -> Pattern.Element {
    branch.count == 1 ? written(branch[0]) : .run(branch.map(written))
  }

  /// A node as a rule author would write it, word lists as their words.
  private func written(_ node: Node) -> Pattern.Element {
    switch node {
    case .symbols(let classID):
      let members = ruleSet.classes.members[classID]
      if members.contains(Symbols.number) { return .number }
      if members.contains(Symbols.money) { return .money }
      let words = members.map { ruleSet.symbols.written($0) }
      return words.count == 1 ? words[0] : .choice(words)
    case .choice(let choice): return .choice(choice.branches.map(written))
    case .gap(let low, let high): return .gap(low, high)
    case .start: return .sentenceStart
    case .question: return .questionMark
    }
  }

  /// The share of a pattern's information that was found.
  func nearness(of reach: ReferenceMatcher.Reach, in nodes: [Node]) -> Double {
    let (found, wanted) =
      reach.branches.first
      ?? (Array(nodes[..<reach.elementCount]), Array(nodes[reach.elementCount...]))
    func bits(_ nodes: [Node]) -> Double { nodes.reduce(0) { $0 + information($1) } }
    let total = bits(found) + bits(wanted)
    return total > 0 ? bits(found) / total : 0
  }

  /// How much an element says, in bits: rare words say more than common ones.
  private func information(_ node: Node) -> Double {
    switch node {
    case .symbols(let classID): max(1, log2(1000 / ruleSet.classes.costs[classID]))
    case .choice(let choice):
      choice.branches.map { $0.reduce(0) { $0 + information($1) } }.min() ?? 0
    case .start, .question: 1
    case .gap: 0
    }
  }
}

extension Symbols {
  /// A word or a prefix as a rule author writes it.
  fileprivate func written(_ symbol: Symbol) -> Pattern.Element {
    let index = Int(symbol)
    return index < names.count ? .word(names[index]) : .prefix(prefixes[index - names.count])
  }
}
