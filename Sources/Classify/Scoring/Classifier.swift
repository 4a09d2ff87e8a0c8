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
    let sorted = Classifier.sortedByTag(hits, ruleSet)
    let groups = Classifier.groups(sorted, ruleSet)
    var promised: ArraySlice<Hit> = []
    for group in groups {
      let (tag, hits) = (ruleSet.tags[group.tag], sorted[group.range])
      func add(_ type: String, to findings: inout [Finding]) {
        let score = scorer.score(hits)
        guard scorer.reachesThreshold(score, tag: group.tag) else { return }
        findings.append(Finding(type: type, score: score, evidence: reader.evidence(hits)))
      }
      switch tag {
      case .cause(let type): add(type, to: &verdict.causes)
      case .effect(let type): add(type, to: &verdict.effects)
      case .praise: add("praise", to: &verdict.praise)
      case .promise: promised = hits
      case .sarcasm: verdict.sarcasm = reader.evidence(hits)
      case .failure, .touchpoint, .complaint, .notComplaint: break
      }
    }
    verdict.causes.sort { ($1.score, $0.type) < ($0.score, $1.type) }
    verdict.effects.sort { ($1.score, $0.type) < ($0.score, $1.type) }
    let times = TimeWords(ruleSet: ruleSet, tokens: reader.tokens, bytes: reader.bytes)
    verdict.promises = Classifier.promises(
      promised, verbatim, ruleSet, times, reader)
    verdict.isComplaint = isComplaint
    guard isComplaint else { return }
    let places = TouchpointFinder(ruleSet: ruleSet, hits: hits)
    var sentences: [Int] = []
    for group in groups {
      let (tag, hits) = (ruleSet.tags[group.tag], sorted[group.range])
      guard case .failure(let type) = tag else { continue }
      let isMixed = hits.contains(where: \.isAboutOther)
      let own = isMixed ? hits.filter { !$0.isAboutOther }[...] : hits
      let proof = own.isEmpty ? hits : own
      sentences += hits.lazy.map(\.sentence)
      let score = scorer.score(proof)
      guard scorer.reachesThreshold(score, tag: group.tag) else { continue }
      verdict.failures.append(
        Failure(
          type: type, score: score, touchpoint: places.touchpoint(of: type, hits),
          about: own.isEmpty ? .other : isNamed ? .us : .unknown,
          isPast: proof.allSatisfy { $0.past != nil }, evidence: reader.evidence(hits)))
    }
    verdict.failures.sort { ($1.score, $0.type) < ($0.score, $1.type) }
    verdict.happened = times.happened(near: sentences, received: verbatim.received?.day)
  }

  /// Hits in the order of their tags; those of a tag in their own.
  private static func sortedByTag(_ hits: [Hit], _ ruleSet: RuleSet) -> [Hit] {
    // A tag and a place in one number each, which sort quickly.
    var order = hits.indices.map { ruleSet.facts[hits[$0].rule].tag << 32 | $0 }
    order.sort()
    return order.map { hits[$0 & 0xFFFF_FFFF] }
  }

  /// Where the hits of each tag stand among sorted ones, by the tag's index.
  private static func groups(
    _ sorted: [Hit], _ ruleSet: RuleSet
  ) -> [(tag: Int, range: Range<Int>)] {
    var groups: [(tag: Int, range: Range<Int>)] = []
    for (place, hit) in sorted.enumerated() {
      let tag = ruleSet.facts[hit.rule].tag
      let first = groups.last?.tag == tag ? groups.removeLast().range.lowerBound : place
      groups.append((tag, first..<place + 1))
    }
    return groups
  }

  /// One promise for each stretch of overlapping evidence.
  private static func promises(
    _ hits: ArraySlice<Hit>, _ verbatim: Verbatim, _ ruleSet: RuleSet, _ times: TimeWords,
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
