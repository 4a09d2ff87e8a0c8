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
  private let matcher: Matcher
  private let contexts: ContextFinder
  let cues: CueFinder
  /// For each token whether it is evidence of a rule that says what happened: no cue then.
  var isConsumed: [Bool] = []
  private let tokenizer: Tokenizer
  /// Every match of the text examined last, of whatever rule and whatever became of it.
  let matches = Storage<Match>()
  private let sortedMatches = Storage<SortedMatch>()
  private var passageBits: [UInt16] = []
  private let readsEveryPassage: Bool
  private var passagesRead: Set<PassageKind>

  init(ruleSet: RuleSet) {
    self.ruleSet = ruleSet
    tokenizer = Tokenizer(symbols: ruleSet.symbols)
    matcher = Matcher(classes: ruleSet.classes)
    contexts = ContextFinder(contexts: ruleSet.contexts, matcher: matcher)
    cues = CueFinder(ruleSet: ruleSet, matcher: matcher)
    readsEveryPassage = ruleSet.rules.contains { $0.passages == nil }
    passagesRead = ruleSet.rules.reduce(into: Rule.usualPassages) {
      $0.formUnion($1.passages ?? [])
    }
    if ruleSet.organisationContext >= 0 { passagesRead.insert(.heading) }
  }

  /// Examines a text. Rules that are not live are examined only when `onTrial` holds their index.
  mutating func examine(_ text: String, passages: [Passage], onTrial: Set<Int> = []) {
    self.passages = passages
    passageBits = passages.map(\.kind.bit)
    tokens.removeAll()
    hits.removeAll(keepingCapacity: true)
    matches.removeAll()
    let bytes = text.utf8Span.span
    var otherByteCount = 0
    for (index, passage) in passages.enumerated()
    where readsEveryPassage || passagesRead.contains(passage.kind) {
      if !Rule.usualPassages.contains(passage.kind) {
        // The author's own words have a limit already.
        guard otherByteCount + passage.range.count <= Classifier.longestText else { continue }
        otherByteCount += passage.range.count
      }
      tokenizer.add(bytes, in: passage.range, passage: index, to: &tokens)
    }
    matcher.read(tokens)
    let evidence = ruleSet.evidence
    for sentence in tokens.sentences {
      matcher.find(evidence, in: sentence, into: matches)
    }
    guard matches.count > 0 else { return }
    collectHits(onTrial: onTrial)
    guard !hits.isEmpty else { return }
    contexts.read(tokens.sentences)
    cues.read(tokens.sentences)
    isConsumed.removeAll(keepingCapacity: true)
    isConsumed.append(contentsOf: repeatElement(false, count: tokens.tokens.count))
    checkPlaces()
    checkNeedsAndGuards()
  }

  /// Shortest readings per start; matches that contain another of the same rule are dropped.
  private mutating func collectHits(onTrial: Set<Int>) {
    sortedMatches.removeAll()
    for match in matches.elements { sortedMatches.append(SortedMatch(match)) }
    var sorted = sortedMatches.elements
    sorted.sort()
    // From the end on, where what a match contains comes before it.
    var last = SortedMatch.none
    var smallestEnd = 0
    for index in sorted.indices.reversed() {
      let match = sorted[index]
      if match.owner != last.owner { smallestEnd = Int.max }
      last = match
      let isShortest = index == 0 || !sorted[index - 1].hasStart(of: match)
      guard isShortest, match.range.upperBound < smallestEnd,
        ruleSet.facts[match.owner].isLive || onTrial.contains(match.owner)
      else { continue }
      smallestEnd = match.range.upperBound
      hits.append(
        Hit(
          rule: match.owner, range: match.range,
          sentence: tokens.sentence(ofToken: match.range.lowerBound)))
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
      } else if let words = contexts.exception(to: hit, facts) {
        hits[index].reason = .unless
        hits[index].cue = words
      } else if !contexts.hasContext(hit, facts) {
        hits[index].reason = .with
      } else {
        guard facts.consumesCues else { continue }
        for token in hit.range { isConsumed[token] = true }
      }
    }
  }

  /// Whether the organisation is named in the author's own words of the text examined last.
  func namesOrganisation() -> Bool {
    let owner = ruleSet.organisationContext
    guard owner >= 0 else { return false }
    return tokens.sentences.indices.contains { sentence in
      switch passages[tokens.sentences[sentence].passage].kind {
      case .body, .turn, .formField, .heading: contexts.stands(owner, in: sentence)
      case .quoted, .signature, .disclaimer, .boilerplate: false
      }
    }
  }

  static func accepts(_ speaker: Rule.Speaker, _ role: Role) -> Bool {
    switch speaker {
    case .any: true
    case .customer: role == .customer || role == .unknown
    case .staff: role == .staff
    case .bot: role == .bot
    }
  }
}
