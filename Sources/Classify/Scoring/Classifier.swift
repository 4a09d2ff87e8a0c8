public import Complaints

/// Says what a verbatim reports: a pure function of the verbatim and the rule set.
///
/// Holds scratch memory: make one for each task.
public struct Classifier {
  /// The version of the engine, part of every verdict.
  public static let engineVersion = "1"
  /// Verbatims with more bytes of their own words than this are not scored.
  public static let longestText = 1 << 20

  /// The rules.
  public let ruleSet: RuleSet
  private var examiner: Examiner

  /// A classifier for one task.
  public init(ruleSet: RuleSet) {
    self.ruleSet = ruleSet
    examiner = Examiner(ruleSet: ruleSet)
  }

  /// The verdict on a verbatim; O(length of the text).
  public mutating func verdict(for verbatim: Verbatim) -> Verdict {
    var verdict = Verdict(
      of: verbatim, ruleSet: ruleSet.fingerprint, engine: Classifier.engineVersion)
    if let reason = unscoredReason(verbatim) {
      verdict.unscored = reason
      return verdict
    }
    verdict.isComplaint = false
    guard verbatim.documentClass == .human || verbatim.documentClass == .form,
      verbatim.role != .staff, verbatim.role != .bot
    else { return verdict }
    examiner.examine(verbatim.text, passages: verbatim.passages)
    let counted = examiner.hits.filter { $0.reason == nil }
    guard !counted.isEmpty else { return verdict }
    fill(&verdict, from: counted, verbatim)
    return verdict
  }

  private func unscoredReason(_ verbatim: Verbatim) -> UnscoredReason? {
    var ownByteCount = 0
    for passage in verbatim.passages where Rule.usualPassages.contains(passage.kind) {
      ownByteCount += passage.range.count
    }
    if ownByteCount > Classifier.longestText { return .overLimit }
    if ownByteCount == 0 {
      return verbatim.warnings.contains { $0.hasPrefix("not read:") } ? .attachment : nil
    }
    return verbatim.language == "en" ? nil : .language
  }

  private mutating func fill(_ verdict: inout Verdict, from hits: [Hit], _ verbatim: Verbatim) {
    let scorer = Scorer(ruleSet: ruleSet)
    let groups = Dictionary(grouping: hits) { ruleSet.rules[$0.rule].tag }
    let bytes = Array(verbatim.text.utf8)
    let tokens = examiner.tokens
    func evidence(_ hits: [Hit]) -> [Evidence] {
      hits.map { hit in
        let range = tokens.byteRange(hit.range)
        return Evidence(
          rule: ruleSet.rules[hit.rule].id, range: range,
          text: String(decoding: bytes[range], as: UTF8.self))
      }
      .sorted {
        ($0.range.lowerBound, $0.range.upperBound, $0.rule)
          < ($1.range.lowerBound, $1.range.upperBound, $1.rule)
      }
    }
    func findings(_ select: (Rule.Tag) -> String?) -> [Finding] {
      groups.compactMap { tag, hits in
        guard let type = select(tag) else { return nil }
        let score = scorer.score(hits)
        guard score >= ruleSet.weights.threshold(of: tag) - 1e-9 else { return nil }
        return Finding(type: type, score: score, evidence: evidence(hits))
      }
      .sorted { ($1.score, $0.type) < ($0.score, $1.type) }
    }
    verdict.causes = findings { if case .cause(let type) = $0 { type } else { nil } }
    verdict.effects = findings { if case .effect(let type) = $0 { type } else { nil } }
    verdict.praise = findings { $0 == .praise ? "praise" : nil }

    let pro = scorer.score(
      hits.filter {
        switch ruleSet.rules[$0.rule].tag {
        case .failure, .complaint: true
        default: false
        }
      })
    let contra = scorer.score(groups[.notComplaint] ?? [])
    let isComplaint =
      pro >= ruleSet.weights.threshold(of: .complaint) - 1e-9 && pro >= contra
    verdict.isComplaint = isComplaint
    let times = TimeWords(symbols: ruleSet.symbols, tokens: tokens, bytes: bytes)
    verdict.promises = promises(groups[.promise] ?? [], verbatim, times, evidence)
    guard isComplaint else { return }
    let isNamed = examiner.namesOrganisation()
    let places = TouchpointFinder(
      ruleSet: ruleSet, hits: hits.filter { scorer.isTouchpoint($0) })
    verdict.failures = groups.compactMap { tag, hits -> Failure? in
      guard case .failure(let type) = tag else { return nil }
      let own = hits.filter { !$0.isAboutOther }
      let score = scorer.score(own.isEmpty ? hits : own)
      guard score >= ruleSet.weights.threshold(of: tag) - 1e-9 else { return nil }
      return Failure(
        type: type, score: score, touchpoint: places.touchpoint(of: type, hits),
        about: own.isEmpty ? .other : isNamed ? .us : .unknown, evidence: evidence(hits))
    }
    .sorted { ($1.score, $0.type) < ($0.score, $1.type) }
    verdict.happened = times.happened(
      near: hits.filter {
        if case .failure = ruleSet.rules[$0.rule].tag { true } else { false }
      }.map(\.sentence), received: verbatim.received?.day)
  }

  /// One promise for each stretch of overlapping evidence.
  private func promises(
    _ hits: [Hit], _ verbatim: Verbatim, _ times: TimeWords, _ evidence: ([Hit]) -> [Evidence]
  ) -> [Promise] {
    var groups: [[Hit]] = []
    for hit in hits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      if let last = groups.last, last.contains(where: { $0.range.overlaps(hit.range) }) {
        groups[groups.count - 1].append(hit)
      } else {
        groups.append([hit])
      }
    }
    return groups.compactMap { group in
      let rules = group.map { ruleSet.rules[$0.rule] }
      guard let first = rules.first, let start = group.map(\.range.lowerBound).min() else {
        return nil
      }
      let outcome = rules.map(\.outcome).first { $0 != .unknown } ?? .unknown
      return Promise(
        who: first.maker, what: first.what,
        due: times.due(
          inSentence: group[0].sentence, from: start, received: verbatim.received?.day),
        outcome: outcome, evidence: evidence(group))
    }
  }
}
