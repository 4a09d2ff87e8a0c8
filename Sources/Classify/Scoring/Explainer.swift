public import Complaints

/// Says why a verbatim got a tag, and why not; for one text at a time.
public struct Explainer {
  /// The rules.
  public let ruleSet: RuleSet
  private var classifier: Classifier
  var examiner: Examiner

  /// An explainer for one task.
  public init(ruleSet: RuleSet) {
    self.ruleSet = ruleSet
    classifier = Classifier(ruleSet: ruleSet)
    examiner = Examiner(ruleSet: ruleSet)
  }

  /// Everything the rules found in a verbatim, and what became of it.
  public mutating func explanation(of verbatim: Verbatim) -> Explanation {
    let (verdict, gate) = judge(verbatim)
    let byTag = Dictionary(grouping: examiner.hits) { ruleSet.rules[$0.rule].tag }
    let tags = byTag.map { tagExplanation($0, $1, verbatim, verdict) }
    return Explanation(
      gate: gate,
      tags: tags.sorted {
        ($0.isGiven ? 0 : 1, $1.score, $0.tag) < ($1.isGiven ? 0 : 1, $0.score, $1.tag)
      })
  }

  /// The verdict and what decided it; leaves the examined text in `examiner`, without hits where
  /// the verbatim is not read.
  mutating func judge(_ verbatim: Verbatim) -> (verdict: Verdict, gate: GateExplanation) {
    let verdict = classifier.verdict(for: verbatim)
    let isRead = verdict.unscored == nil && Classifier.isReadForFailures(verbatim)
    examiner.examine(verbatim.text, passages: isRead ? verbatim.passages : [])
    let counted = examiner.hits.filter { $0.reason == nil }
    let gate = Gate(counted, ruleSet)
    return (verdict, GateExplanation(gate, verdict, verbatim))
  }

  /// What was found for one tag.
  func tagExplanation(
    _ tag: Rule.Tag, _ hits: [Hit], _ verbatim: Verbatim, _ verdict: Verdict
  ) -> TagExplanation {
    let scorer = Scorer(ruleSet: ruleSet)
    let quotes = QuoteReader(tokens: examiner.tokens, text: verbatim.text)
    let counted = hits.filter { $0.reason == nil }
    let own = counted.filter { !$0.isAboutOther }
    let scored = scorer.rules(of: own.isEmpty || !tag.isFailure ? counted : own)
    let failure = verdict.failures.first { tag == .failure($0.type) }
    let signals = scorer.rules(of: counted).map { rule in
      let ofRule = counted.filter { $0.rule == rule }
      return Explanation.Signal(
        rule: ruleSet.rules[rule].id, why: ruleSet.rules[rule].why,
        probability: scorer.probability(rule),
        evidence: ofRule.map { quotes.quote($0.range) },
        otherParty: ofRule.allSatisfy(\.isAboutOther)
          ? ofRule.first?.cue.map { quotes.quote($0) } : nil,
        past: ofRule.allSatisfy { $0.past != nil }
          ? ofRule.first?.past.map { quotes.quote($0) } : nil)
    }
    let score = scorer.score(own.isEmpty || !tag.isFailure ? counted : own)
    return TagExplanation(
      tag: tag.description, title: ruleSet.taxonomy.title(of: tag),
      isGiven: verdict.holds(tag), score: score, threshold: ruleSet.weights.threshold(of: tag),
      sum: Wordings.sum(scored.map(scorer.probability), score), touchpoint: failure?.touchpoint,
      about: failure?.about,
      signals: signals,
      nearMisses: hits.filter { $0.reason != nil }
        .sorted { ($0.range.lowerBound, $0.rule) < ($1.range.lowerBound, $1.rule) }
        .map { nearMiss($0, quotes) })
  }

  /// A hit that does not count, with the reason in words.
  func nearMiss(_ hit: Hit, _ quotes: QuoteReader) -> Explanation.NearMiss {
    let rule = ruleSet.rules[hit.rule]
    let reason = hit.reason ?? .noPattern
    let cue = hit.cue.map { quotes.quote($0) }
    let passage = examiner.passages[examiner.tokens.sentences[hit.sentence].passage]
    let detail =
      switch reason {
      case .speaker: Wordings.speaker(passage.role, rule.speaker)
      case .passage: Wordings.passage(passage.kind, rule.passages)
      case .with: Wordings.context(rule.with)
      case .needs: Wordings.needs(missingNeeds(hit), rule.needs)
      default: Wordings.cue(reason, cue?.text)
      }
    return Explanation.NearMiss(
      rule: rule.id, reason: reason, detail: detail, evidence: quotes.quote(hit.range), cue: cue)
  }

  private func missingNeeds(_ hit: Hit) -> [String] {
    guard let written = ruleSet.rules[hit.rule].needs, let needs = ruleSet.needs[hit.rule] else {
      return []
    }
    var present = Presence(ruleSet)
    for hit in examiner.hits where hit.reason == nil { present.enter(hit) }
    var missing = zip(written.all, needs.all).filter { !present.holds($1, needs, hit) }.map(\.0)
    if !needs.any.isEmpty, !needs.any.contains(where: { present.holds($0, needs, hit) }) {
      missing.append(written.any.joined(separator: " or "))
    }
    return missing
  }
}

extension Verdict {
  /// Whether a tag is in the verdict; the gate's tags by what they decide.
  func holds(_ tag: Rule.Tag) -> Bool {
    switch tag {
    case .failure(let type): failures.contains { $0.type == type }
    case .cause(let type): causes.contains { $0.type == type }
    case .effect(let type): effects.contains { $0.type == type }
    case .touchpoint(let place): failures.contains { $0.touchpoint == place }
    case .praise: !praise.isEmpty
    case .promise: !promises.isEmpty
    case .complaint: isComplaint == true
    case .notComplaint: isComplaint == false
    case .sarcasm: !sarcasm.isEmpty
    }
  }
}

extension Taxonomy {
  /// A tag's name for people.
  func title(of tag: Rule.Tag) -> String {
    func title(_ terms: [Term], _ id: String) -> String {
      terms.first { $0.id == id }?.title ?? id
    }
    return switch tag {
    case .failure(let type): failures.first { $0.id == type }?.title ?? type
    case .cause(let type): title(causes, type)
    case .effect(let type): title(effects, type)
    case .touchpoint(let type): title(touchpoints, type)
    case .praise: "Praise"
    case .promise: "Promise"
    case .complaint: "Sounds like a complaint"
    case .notComplaint: "Sounds like no complaint"
    case .sarcasm: "Meant the other way round"
    }
  }
}
