public import Complaints

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
    answer.explanation = explanation
    answer.rules = traces(of: tag, hits + trialHits(of: tag, verbatim), verbatim)
    answer.headline = WhyNot.headline(
      explanation, gate, isFailure: tag.isFailure,
      hasRule: ruleSet.rules.contains { $0.tag == tag && $0.status != .retired })
    return answer
  }

  /// What counts of the hits that draft and shadow rules of a tag would have; what the live ones
  /// found stays in `examiner`.
  private mutating func trialHits(of tag: Rule.Tag, _ verbatim: Verbatim) -> [Hit] {
    let onTrial = Set(
      ruleSet.rules.indices.filter {
        let rule = ruleSet.rules[$0]
        return rule.tag == tag && (rule.status == .draft || rule.status == .shadow)
      })
    guard !onTrial.isEmpty else { return [] }
    let live = examiner.hits
    defer { examiner.hits = live }
    examiner.examine(verbatim.text, passages: verbatim.passages, onTrial: onTrial)
    return examiner.hits.filter { onTrial.contains($0.rule) && $0.reason == nil }
  }

  private func traces(of tag: Rule.Tag, _ hits: [Hit], _ verbatim: Verbatim) -> [WhyNot.RuleTrace] {
    let quotes = QuoteReader(tokens: examiner.tokens, text: verbatim.text)
    var traces: [(nearness: Double, trace: WhyNot.RuleTrace)] = []
    for (index, rule) in ruleSet.rules.enumerated() where rule.tag == tag {
      let own = hits.filter { $0.rule == index }
      if rule.status == .live, own.contains(where: { $0.reason == nil }) { continue }
      let outcome: WhyNot.Outcome
      let nearness: Double
      if rule.status != .live {
        outcome = .notLive(rule.status, own.map { quotes.quote($0.range) })
        nearness = own.isEmpty ? -1 : .infinity
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
      for sentence in examiner.tokens.sentences {
        let passage = examiner.passages[sentence.passage]
        guard Examiner.accepts(rule.speaker, passage.role),
          rule.passages?.contains(passage.kind) ?? true,
          let reach = matcher.reach(nodes, in: sentence, of: examiner.tokens),
          reach.elementCount < nodes.count
        else { continue }
        let nearness = nearness(of: reach, in: nodes)
        if nearness > best?.nearness ?? 0 {
          best = self.reach(reach, pattern, nearness, quotes)
        }
      }
    }
    return best
  }
}
