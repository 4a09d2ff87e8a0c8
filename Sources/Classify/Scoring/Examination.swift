import Complaints

/// Reads one text against a rule set: tokens, matches, checks. The scratch of one task.
///
/// The order of the checks is told in Rules/README.md, "Evidence, checks and score".
struct Examiner {
  let ruleSet: RuleSet
  private(set) var tokens = Tokens()
  /// In the order of the rules, then of the text.
  var hits: [Hit] = []
  var passages: [Passage] = []
  var matcher: Matcher
  /// The matches of `unless` and `with` patterns that were asked for last.
  var contextMatches: [Match] = []
  /// Which those were.
  var askedContexts: [AskedContext] = []
  /// Whether a context stands anywhere in the text, by its index, found when first needed.
  var contextsAnywhere: [Int32: Bool] = [:]
  /// The cues by sentence, found when first needed.
  var cueTables: [CueTable?] = []
  /// The cues of a sentence while they are looked for.
  var cueMatches: [Match] = []
  /// For each token whether it is evidence of a rule that says what happened: no cue then.
  var isConsumed: [Bool] = []
  private let tokenizer: Tokenizer
  /// Every match of the text examined last, of whatever rule and whatever became of it.
  private(set) var matches: [Match] = []
  private var passageBits: [UInt16] = []
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

  /// Examines a text. Rules that are not live are examined only when `onTrial` holds their index.
  mutating func examine(_ text: String, passages: [Passage], onTrial: Set<Int> = []) {
    self.passages = passages
    passageBits = passages.map(\.kind.bit)
    tokens.removeAll()
    hits.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    contextMatches.removeAll(keepingCapacity: true)
    askedContexts.removeAll(keepingCapacity: true)
    if !contextsAnywhere.isEmpty { contextsAnywhere.removeAll(keepingCapacity: true) }
    let bytes = text.utf8Span.span
    for (index, passage) in passages.enumerated()
    where readsEveryPassage || passagesRead.contains(passage.kind) {
      tokenizer.add(bytes, in: passage.range, passage: index, to: &tokens)
    }
    matcher.read(tokens)
    let evidence = ruleSet.evidence
    for sentence in tokens.sentences {
      matcher.find(evidence, in: sentence, of: tokens, into: &matches)
    }
    guard !matches.isEmpty else { return }
    collectHits(onTrial: onTrial)
    guard !hits.isEmpty else { return }
    cueTables.removeAll(keepingCapacity: true)
    cueTables.append(contentsOf: repeatElement(nil, count: tokens.sentences.count))
    isConsumed.removeAll(keepingCapacity: true)
    isConsumed.append(contentsOf: repeatElement(false, count: tokens.tokens.count))
    checkPlaces()
    checkNeedsAndGuards()
    checkSarcasm()
  }

  /// Shortest readings per start; matches that contain another of the same rule are dropped.
  private mutating func collectHits(onTrial: Set<Int>) {
    matches.sort {
      if $0.owner != $1.owner { return $0.owner < $1.owner }
      return $0.start != $1.start ? $0.start < $1.start : $0.end < $1.end
    }
    var end = matches.count
    while end > 0 {
      let owner = matches[end - 1].owner
      var start = end - 1
      while start > 0, matches[start - 1].owner == owner { start -= 1 }
      if ruleSet.facts[Int(owner)].isLive || onTrial.contains(Int(owner)) {
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

  private mutating func checkPlaces() {
    for index in hits.indices {
      let hit = hits[index]
      let facts = ruleSet.facts[hit.rule]
      let passage = tokens.sentences[hit.sentence].passage
      if !Examiner.accepts(facts.speaker, passages[passage].role) {
        hits[index].reason = .speaker
      } else if facts.passages & passageBits[passage] == 0 {
        hits[index].reason = .passage
      } else if let words = exception(to: hit, facts) {
        hits[index].reason = .unless
        hits[index].cue = words
      } else if !hasContext(hit, facts) {
        hits[index].reason = .with
      } else {
        guard facts.consumesCues else { continue }
        for token in hit.range { isConsumed[token] = true }
      }
    }
  }

  /// Praise in a sentence that means the opposite is none.
  private mutating func checkSarcasm() {
    let sentences = Set(hits.filter { $0.reason == nil && tag(of: $0) == .sarcasm }.map(\.sentence))
    guard !sentences.isEmpty else { return }
    for index in hits.indices
    where hits[index].reason == nil && sentences.contains(hits[index].sentence)
      && tag(of: hits[index]) == .praise
    {
      hits[index].reason = .sarcasm
    }
  }

  private func tag(of hit: Hit) -> Rule.Tag { ruleSet.tags[ruleSet.facts[hit.rule].tag] }

  static func accepts(_ speaker: Rule.Speaker, _ role: Role) -> Bool {
    switch speaker {
    case .any: true
    case .customer: role == .customer || role == .unknown
    case .staff: role == .staff
    case .bot: role == .bot
    }
  }

  /// Rules with `needs` go on to the guards once what they need counts; repeated until nothing
  /// changes.
  private mutating func checkNeedsAndGuards() {
    var waiting: [Int] = []
    for index in hits.indices where hits[index].reason == nil {
      if ruleSet.facts[hits[index].rule].hasNeeds {
        waiting.append(index)
      } else {
        checkGuards(ofHit: index)
      }
    }
    guard !waiting.isEmpty else { return }
    var present = Presence()
    for hit in hits where hit.reason == nil && !ruleSet.facts[hit.rule].hasNeeds {
      present.enter(hit, ruleSet.rules[hit.rule])
    }
    var isChanging = true
    while isChanging {
      let met = waiting.filter { present.meets(ruleSet.rules[hits[$0].rule].needs, hits[$0]) }
      waiting.removeAll { present.meets(ruleSet.rules[hits[$0].rule].needs, hits[$0]) }
      for index in met {
        checkGuards(ofHit: index)
        if hits[index].reason == nil {
          present.enter(hits[index], ruleSet.rules[hits[index].rule])
        }
      }
      isChanging = !met.isEmpty && !waiting.isEmpty
    }
    for index in waiting { hits[index].reason = .needs }
  }
}
