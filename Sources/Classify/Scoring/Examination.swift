import Complaints

/// One match of a rule in a text, with the reason why it does not count, if there is one.
struct Hit {
  /// Index of the rule in the rule set.
  var rule: Int
  /// Half-open range of token indexes.
  var range: Range<Int>
  var sentence: Int
  var reason: Reason?
  /// The cue of a guard that cancelled or labelled the hit.
  var cue: Range<Int>?
  var isAboutOther = false
}

/// Reads one text against a rule set: tokens, matches, checks. The scratch of one task.
///
/// The order of the checks is told in Rules/README.md, "Evidence, checks and score".
struct Examiner {
  let ruleSet: RuleSet
  private(set) var tokens = Tokens()
  private(set) var hits: [Hit] = []
  private let tokenizer: Tokenizer
  private var matcher: Matcher
  private var matches: [Match] = []
  private var contextMatches: [[Match]?] = []
  private var cueMatches: [[Match]?] = []
  private var consumed: [[Range<Int>]] = []
  private let readsEveryPassage: Bool
  private let passagesRead: Set<PassageKind>

  init(ruleSet: RuleSet) {
    self.ruleSet = ruleSet
    tokenizer = Tokenizer(symbols: ruleSet.symbols)
    matcher = Matcher(classes: ruleSet.classes)
    readsEveryPassage = ruleSet.rules.contains { $0.passages == nil }
    passagesRead = ruleSet.rules.reduce(into: Rule.usualPassages) {
      $0.formUnion($1.passages ?? [])
    }
  }

  /// Examines a text. Rules that are not live are examined only when `onTrial` names them.
  mutating func examine(_ text: String, passages: [Passage], onTrial: Int? = nil) {
    tokens.removeAll()
    hits.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    let bytes = text.utf8Span.span
    for (index, passage) in passages.enumerated()
    where readsEveryPassage || passagesRead.contains(passage.kind) {
      tokenizer.add(bytes, in: passage.range, passage: index, to: &tokens)
    }
    for sentence in tokens.sentences {
      matcher.find(ruleSet.evidence, in: sentence, of: tokens, into: &matches)
    }
    guard !matches.isEmpty else { return }
    collectHits(onTrial: onTrial)
    guard !hits.isEmpty else { return }
    contextMatches = [[Match]?](repeating: nil, count: tokens.sentences.count)
    cueMatches = contextMatches
    consumed = [[Range<Int>]](repeating: [], count: tokens.sentences.count)
    checkPlaces(passages)
    applyGuards()
    applyNeeds()
  }

  /// Whether the organisation is named anywhere in the text examined last.
  mutating func namesOrganisation() -> Bool {
    guard ruleSet.organisationContext >= 0 else { return false }
    if contextMatches.count != tokens.sentences.count {
      contextMatches = [[Match]?](repeating: nil, count: tokens.sentences.count)
    }
    return tokens.sentences.indices.contains { sentence in
      context(of: sentence).contains { $0.owner == ruleSet.organisationContext }
    }
  }

  /// Shortest readings per start; matches that contain another of the same rule are dropped.
  private mutating func collectHits(onTrial: Int?) {
    matches.sort()
    var end = matches.count
    while end > 0 {
      let owner = matches[end - 1].owner
      var start = end - 1
      while start > 0, matches[start - 1].owner == owner { start -= 1 }
      let rule = ruleSet.rules[Int(owner)]
      if rule.status == .live || Int(owner) == onTrial {
        var smallestEnd = Int32.max
        for index in stride(from: end - 1, through: start, by: -1) {
          let match = matches[index]
          let isShortest =
            index == start || matches[index - 1].start != match.start
          if isShortest, match.end < smallestEnd {
            smallestEnd = match.end
            hits.append(
              Hit(
                rule: Int(owner), range: match.range,
                sentence: tokens.sentence(ofToken: Int(match.start))))
          }
        }
      }
      end = start
    }
    hits.reverse()
  }

  private mutating func checkPlaces(_ passages: [Passage]) {
    for index in hits.indices {
      let hit = hits[index]
      let rule = ruleSet.rules[hit.rule]
      let passage = passages[tokens.sentences[hit.sentence].passage]
      if !accepts(rule.speaker, passage.role) {
        hits[index].reason = .speaker
      } else if let kinds = rule.passages, !kinds.contains(passage.kind) {
        hits[index].reason = .passage
      } else if isCancelled(hit) {
        hits[index].reason = .unless
      } else if let with = rule.with, !hasContext(with, hit) {
        hits[index].reason = .with
      } else {
        consumed[hit.sentence].append(hit.range)
      }
    }
  }

  private func accepts(_ speaker: Rule.Speaker, _ role: Role) -> Bool {
    switch speaker {
    case .any: true
    case .customer: role == .customer || role == .unknown
    case .staff: role == .staff
    case .bot: role == .bot
    }
  }

  private mutating func context(of sentence: Int) -> [Match] {
    if let known = contextMatches[sentence] { return known }
    var found: [Match] = []
    matcher.find(
      ruleSet.contexts, in: tokens.sentences[sentence], of: tokens, into: &found)
    contextMatches[sentence] = found
    return found
  }

  private mutating func isCancelled(_ hit: Hit) -> Bool {
    let owner = ruleSet.unlessContext[hit.rule]
    guard owner >= 0 else { return false }
    return context(of: hit.sentence).contains {
      $0.owner == owner && $0.range.overlaps(hit.range)
    }
  }

  private mutating func hasContext(_ with: Rule.Context, _ hit: Hit) -> Bool {
    let owner = ruleSet.withContext[hit.rule]
    guard owner >= 0 else { return true }
    let near = with.within.map { within in
      max(0, hit.sentence - within)...min(tokens.sentences.count - 1, hit.sentence + within)
    }
    return (near ?? 0...(tokens.sentences.count - 1)).contains { sentence in
      context(of: sentence).contains { $0.owner == owner }
    }
  }

  private mutating func applyGuards() {
    for index in hits.indices where hits[index].reason == nil {
      guard let cue = strongestCue(for: hits[index]) else { continue }
      let item = ruleSet.guards[cue.guardIndex]
      hits[index].cue = cue.range
      if item.isLabel {
        hits[index].isAboutOther = true
      } else {
        hits[index].reason = item.name
      }
    }
  }

  private mutating func cues(in sentence: Int) -> [Match] {
    if let known = cueMatches[sentence] { return known }
    var found: [Match] = []
    matcher.find(ruleSet.cues, in: tokens.sentences[sentence], of: tokens, into: &found)
    cueMatches[sentence] = found
    return found
  }

  private mutating func strongestCue(for hit: Hit) -> (guardIndex: Int, range: Range<Int>)? {
    let applies = ruleSet.appliesGuard[hit.rule]
    guard applies.contains(true) else { return nil }
    let all = cues(in: hit.sentence)
    guard !all.isEmpty else { return nil }
    func distance(_ range: Range<Int>) -> Int {
      max(0, hit.range.lowerBound - range.upperBound, range.lowerBound - hit.range.upperBound)
    }
    // The longest cue wins; among equals the nearest; then the order of the file.
    let sorted = all.filter { ruleSet.cueKinds[Int($0.owner)] != .stop }.sorted {
      (-$0.range.count, distance($0.range), $0.owner, $0.start)
        < (-$1.range.count, distance($1.range), $1.owner, $1.start)
    }
    var kept: [Match] = []
    for cue in sorted where !kept.contains(where: { $0.range.overlaps(cue.range) }) {
      kept.append(cue)
    }
    let stops = all.filter { ruleSet.cueKinds[Int($0.owner)] == .stop }
    var label: (guardIndex: Int, range: Range<Int>)?
    for cue in kept {
      guard let index = reachingGuard(cue, hit, stops), applies[index] else { continue }
      if !ruleSet.guards[index].isLabel { return (index, cue.range) }
      label = label ?? (index, cue.range)
    }
    return label
  }

  /// The guard whose cue reaches the hit; nil when it does not reach, is stopped or is consumed.
  private func reachingGuard(_ cue: Match, _ hit: Hit, _ stops: [Match]) -> Int? {
    let range = cue.range
    if consumed[hit.sentence].contains(where: { $0.overlaps(range) }) { return nil }
    switch ruleSet.cueKinds[Int(cue.owner)] {
    case .forward(let index):
      guard range.upperBound <= hit.range.lowerBound,
        hit.range.lowerBound - range.upperBound <= ruleSet.guards[index].reach,
        !stops.contains(where: {
          $0.range.lowerBound >= range.upperBound && $0.range.upperBound <= hit.range.lowerBound
        })
      else { return nil }
      return index
    case .backward(let index):
      guard range.lowerBound >= hit.range.upperBound,
        range.lowerBound - hit.range.upperBound <= ruleSet.guards[index].reach,
        !stops.contains(where: {
          $0.range.lowerBound >= hit.range.upperBound && $0.range.upperBound <= range.lowerBound
        })
      else { return nil }
      return index
    case .pseudo, .stop: return nil
    }
  }

  /// Rules with `needs` count once what they need counts; repeated until nothing changes.
  private mutating func applyNeeds() {
    var waiting = hits.indices.filter {
      hits[$0].reason == nil && ruleSet.rules[hits[$0].rule].needs != nil
    }
    guard !waiting.isEmpty else { return }
    var present: [String: Set<Int>] = [:]
    func enter(_ hit: Hit) {
      let rule = ruleSet.rules[hit.rule]
      present[rule.id, default: []].insert(hit.sentence)
      present[rule.tag.description, default: []].insert(hit.sentence)
    }
    for hit in hits where hit.reason == nil && ruleSet.rules[hit.rule].needs == nil { enter(hit) }
    while true {
      let (met, unmet) = waiting.reduce(into: ([Int](), [Int]())) { parts, index in
        let hit = hits[index]
        guard let needs = ruleSet.rules[hit.rule].needs else { return }
        func holds(_ name: String) -> Bool {
          guard let sentences = present[name] else { return false }
          return !needs.isWithinSentence || sentences.contains(hit.sentence)
        }
        let isMet = needs.all.allSatisfy(holds) && (needs.any.isEmpty || needs.any.contains(where: holds))
        if isMet { parts.0.append(index) } else { parts.1.append(index) }
      }
      for index in met { enter(hits[index]) }
      waiting = unmet
      if met.isEmpty || unmet.isEmpty { break }
    }
    for index in waiting { hits[index].reason = .needs }
  }
}
