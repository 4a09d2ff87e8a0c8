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
    if let reason = Classifier.unscoredReason(verbatim) {
      verdict.unscored = reason
      return verdict
    }
    verdict.isComplaint = false
    guard Classifier.isReadForFailures(verbatim) else { return verdict }
    examiner.examine(verbatim.text, passages: verbatim.passages)
    let counted = examiner.hits.filter { $0.reason == nil }
    guard !counted.isEmpty else { return verdict }
    let gate = Gate(counted, ruleSet)
    let isNamed = gate.isComplaint && examiner.namesOrganisation()
    Classifier.fill(
      &verdict, from: counted, verbatim, isComplaint: gate.isComplaint, isNamed: isNamed,
      EvidenceReader(ruleSet: ruleSet, tokens: examiner.tokens, text: verbatim.text))
    return verdict
  }

  /// Bytes of a verbatim that rules read: not its quotes, signatures and furniture.
  public static func ownByteCount(of verbatim: Verbatim) -> Int {
    var ownByteCount = 0
    for passage in verbatim.passages where Rule.usualPassages.contains(passage.kind) {
      ownByteCount += passage.range.count
    }
    return ownByteCount
  }

  /// Why a verbatim is not scored; nil when it is.
  static func unscoredReason(_ verbatim: Verbatim) -> UnscoredReason? {
    let ownByteCount = Classifier.ownByteCount(of: verbatim)
    if ownByteCount > Classifier.longestText { return .overLimit }
    if ownByteCount == 0 {
      let unread = verbatim.warnings.filter { $0.hasPrefix("not read:") }
      if unread.contains(where: { $0.hasPrefix("not read: encrypted") }) { return .encrypted }
      return unread.isEmpty ? nil : .attachment
    }
    return verbatim.language == "en" ? nil : .language
  }

  /// Whether the class and the role of a verbatim let it be read for failures.
  static func isReadForFailures(_ verbatim: Verbatim) -> Bool {
    (verbatim.documentClass == .human || verbatim.documentClass == .form)
      && verbatim.role != .staff && verbatim.role != .bot
  }

  private static func fill(
    _ verdict: inout Verdict, from hits: [Hit], _ verbatim: Verbatim, isComplaint: Bool,
    isNamed: Bool, _ reader: EvidenceReader
  ) {
    let ruleSet = reader.ruleSet
    let scorer = Scorer(ruleSet: ruleSet)
    var hitsByTag = [[Hit]](repeating: [], count: ruleSet.tags.count)
    for hit in hits { hitsByTag[ruleSet.facts[hit.rule].tag].append(hit) }
    let groups = hitsByTag.indices.filter { !hitsByTag[$0].isEmpty }
      .map { (ruleSet.tags[$0], hitsByTag[$0]) }
    func findings(_ select: (Rule.Tag) -> String?) -> [Finding] {
      groups.compactMap { tag, hits in
        guard let type = select(tag) else { return nil }
        let score = scorer.score(hits)
        guard scorer.reachesThreshold(score, tag) else { return nil }
        return Finding(type: type, score: score, evidence: reader.evidence(hits))
      }
      .sorted { ($1.score, $0.type) < ($0.score, $1.type) }
    }
    verdict.causes = findings { if case .cause(let type) = $0 { type } else { nil } }
    verdict.effects = findings { if case .effect(let type) = $0 { type } else { nil } }
    verdict.praise = findings { $0 == .praise ? "praise" : nil }
    verdict.sarcasm = reader.evidence(groups.first { $0.0 == .sarcasm }?.1 ?? [])
    var times = TimeWords(
      ruleSet: ruleSet, tokens: reader.tokens, bytes: reader.bytes)
    verdict.promises = Classifier.promises(
      groups.first { $0.0 == .promise }?.1 ?? [], verbatim, ruleSet, &times, reader)
    verdict.isComplaint = isComplaint
    guard isComplaint else { return }
    let places = TouchpointFinder(ruleSet: ruleSet, hits: hits)
    verdict.failures = groups.compactMap { tag, hits -> Failure? in
      guard case .failure(let type) = tag else { return nil }
      let own = hits.filter { !$0.isAboutOther }
      let score = scorer.score(own.isEmpty ? hits : own)
      guard scorer.reachesThreshold(score, tag) else { return nil }
      return Failure(
        type: type, score: score, touchpoint: places.touchpoint(of: type, hits),
        about: own.isEmpty ? .other : isNamed ? .us : .unknown,
        isPast: (own.isEmpty ? hits : own).allSatisfy(\.isPast),
        evidence: reader.evidence(hits))
    }
    .sorted { ($1.score, $0.type) < ($0.score, $1.type) }
    verdict.happened = times.happened(
      near: groups.filter { $0.0.isFailure }.flatMap { $0.1 }.map(\.sentence),
      received: verbatim.received?.day)
  }

  /// One promise for each stretch of overlapping evidence.
  private static func promises(
    _ hits: [Hit], _ verbatim: Verbatim, _ ruleSet: RuleSet, _ times: inout TimeWords,
    _ reader: EvidenceReader
  ) -> [Promise] {
    var groups: [[Hit]] = []
    var end = 0
    let sorted = hits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    for hit in sorted {
      if !groups.isEmpty, hit.range.lowerBound < end {
        groups[groups.count - 1].append(hit)
      } else {
        groups.append([hit])
      }
      end = max(end, hit.range.upperBound)
    }
    return groups.map { group in
      let first = ruleSet.rules[group[0].rule]
      let rules = group.map { ruleSet.rules[$0.rule] }
      let outcome = rules.map(\.outcome).first { $0 != .unknown }
      return Promise(
        who: first.maker, what: rules.map(\.what).first { !$0.isEmpty } ?? "unstated",
        due: times.due(
          inSentence: group[0].sentence, from: group[0].range.lowerBound,
          received: verbatim.received?.day),
        outcome: outcome ?? .unknown, evidence: reader.evidence(group))
    }
  }
}
