public import Complaints
import Foundation

extension Explainer {
  /// Why a verbatim did not get a failure type, or any tag as written in rule files
  /// ("effect:churn").
  public mutating func whyNot(type: String, in verbatim: Verbatim) -> WhyNot {
    let (verdict, gate) = judge(verbatim)
    let taxonomy = ruleSet.taxonomy
    guard let tag = taxonomy.tag("failure:" + type) ?? taxonomy.tag(type) else {
      let names = taxonomy.failures.map(\.id) + taxonomy.tagNames
      let hint = nearest(to: type, among: names).map { "; did you mean '\($0)'?" } ?? ""
      return WhyNot(
        tag: type, isGiven: false, headline: "unknown type '\(type)'\(hint)", gate: gate,
        explanation: nil, rules: [])
    }
    var answer = WhyNot(
      tag: tag.description, isGiven: verdict.holds(tag), headline: gate.line, gate: gate,
      explanation: nil, rules: [])
    switch gate.obstacle {
    case .unscored, .documentClass, .role: return answer
    case .belowThreshold, .outweighed, nil: break
    }
    let hits = examiner.hits.filter { ruleSet.rules[$0.rule].tag == tag }
    let explanation = tagExplanation(tag, hits, verbatim, verdict)
    answer.headline = WhyNot.headline(explanation, gate, isFailure: tag.isFailure)
    answer.explanation = explanation
    answer.rules = traces(of: tag, hits, verbatim)
    return answer
  }

  private func traces(of tag: Rule.Tag, _ hits: [Hit], _ verbatim: Verbatim) -> [WhyNot.RuleTrace] {
    let quotes = QuoteReader(tokens: examiner.tokens, text: verbatim.text)
    var traces: [(nearness: Double, trace: WhyNot.RuleTrace)] = []
    for (index, rule) in ruleSet.rules.enumerated() where rule.tag == tag {
      let own = hits.filter { $0.rule == index }
      if own.contains(where: { $0.reason == nil }) { continue }
      let outcome: WhyNot.Outcome
      let nearness: Double
      if rule.status != .live {
        (outcome, nearness) = (.notLive(rule.status), -1)
      } else if !own.isEmpty {
        let furthest = own.compactMap(\.reason?.order).max() ?? 0
        (outcome, nearness) = (
          .cancelled(own.map { nearMiss($0, quotes) }), 1 + Double(furthest)
        )
      } else if let reach = furthestReach(ofRule: index, quotes) {
        (outcome, nearness) = (.reached(reach), reach.nearness)
      } else {
        (outcome, nearness) = (.nothing(patternCount: rule.any.count), 0)
      }
      traces.append((nearness, WhyNot.RuleTrace(rule: rule.id, why: rule.why, outcome: outcome)))
    }
    return traces.sorted { ($1.nearness, $0.trace.rule) < ($0.nearness, $1.trace.rule) }
      .map(\.trace)
  }

  /// The pattern of a rule that got furthest in the passages the rule reads.
  private func furthestReach(ofRule index: Int, _ quotes: QuoteReader) -> WhyNot.Reach? {
    let rule = ruleSet.rules[index]
    let matcher = ReferenceMatcher(classes: ruleSet.classes)
    var best: WhyNot.Reach?
    for (pattern, nodes) in zip(rule.any, ruleSet.evidenceNodes[index]) {
      let total = nodes.reduce(0) { $0 + information($1) }
      for sentence in examiner.tokens.sentences {
        let passage = examiner.passages[sentence.passage]
        guard Examiner.accepts(rule.speaker, passage.role),
          rule.passages?.contains(passage.kind) ?? true,
          let reach = matcher.reach(nodes, in: sentence, of: examiner.tokens),
          reach.elementCount < nodes.count
        else { continue }
        let found = nodes[..<reach.elementCount].reduce(0) { $0 + information($1) }
        let nearness = total > 0 ? found / total : 0
        if nearness > best?.nearness ?? 0 {
          best = self.reach(reach, pattern, nearness, quotes)
        }
      }
    }
    return best
  }

  private func reach(
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
    let elements = pattern.pattern.elements
    let next = elements[reach.elementCount]
    var gap: Pattern.Element?
    var wanted = next
    if case .gap = next, reach.elementCount + 1 < elements.count {
      gap = next
      wanted = elements[reach.elementCount + 1]
    }
    return WhyNot.Reach(
      pattern: pattern.text, quote: quotes.quote(first.lowerBound..<last.upperBound),
      matched: matched, wanted: Wordings.wanted(wanted, after: gap), nearness: nearness)
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

extension WhyNot {
  static func headline(
    _ explanation: TagExplanation, _ gate: GateExplanation, isFailure: Bool
  ) -> String {
    if explanation.tag.hasSuffix("complaint") { return gate.line }
    let score = Wordings.figure(explanation.score)
    let threshold = Wordings.figure(explanation.threshold)
    if explanation.isGiven { return "\(explanation.tag) is given: \(explanation.sum)" }
    if explanation.signals.isEmpty {
      return explanation.nearMisses.isEmpty
        ? "no rule of \(explanation.tag) matched"
        : "what the rules of \(explanation.tag) matched does not count"
    }
    if explanation.score < explanation.threshold - 1e-9 {
      return "\(explanation.tag) scores \(score), below \(threshold): \(explanation.sum)"
    }
    return isFailure
      ? "\(explanation.tag) scores \(score), but the text is \(gate.line)"
      : "\(explanation.tag) scores \(score), but no failure happened there"
  }
}
