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
  let matcher: Matcher
  private let contexts: ContextFinder
  /// For each sentence the place of its cues in `cueTables`, -1 until they are first needed.
  var cueTablePlaces: [Int] = []
  /// Tables of cues, used again from text to text, and how many of them this text has filled.
  var cueTables: [CueTable] = []
  var cueTableCount = 0
  /// The cues of a sentence while they are looked for.
  let cueMatches = Storage<Match>()
  /// For each token whether it is evidence of a rule that says what happened: no cue then.
  var isConsumed: [Bool] = []
  private let tokenizer: Tokenizer
  /// Every match of the text examined last, of whatever rule and whatever became of it.
  let matches = Storage<Match>()
  private var passageBits: [UInt16] = []
  private let readsEveryPassage: Bool
  private let passagesRead: Set<PassageKind>

  init(ruleSet: RuleSet) {
    self.ruleSet = ruleSet
    tokenizer = Tokenizer(symbols: ruleSet.symbols)
    matcher = Matcher(classes: ruleSet.classes)
    contexts = ContextFinder(ruleSet: ruleSet, matcher: matcher)
    readsEveryPassage = ruleSet.rules.contains { $0.passages == nil }
    passagesRead = ruleSet.rules.reduce(into: Rule.usualPassages) {
      $0.formUnion($1.passages ?? [])
    }
  }

  /// Examines a text. Rules that are not live are examined only when `onTrial` holds their index.
  mutating func examine(_ text: String, passages: [Passage], onTrial: Set<Int> = []) {
    self.passages = passages
    passageBits = passages.map(\.kind.bit)
    contexts.forget()
    tokens.removeAll()
    hits.removeAll(keepingCapacity: true)
    matches.removeAll()
    let bytes = text.utf8Span.span
    var otherByteCount = 0
    for (index, passage) in passages.enumerated()
    where readsEveryPassage || passagesRead.contains(passage.kind) {
      if !Rule.usualPassages.contains(passage.kind) {
        // The author's own words have a limit already.
        otherByteCount += passage.range.count
        if otherByteCount > Classifier.longestText { continue }
      }
      tokenizer.add(bytes, in: passage.range, passage: index, to: &tokens)
    }
    matcher.read(tokens)
    contexts.read(tokens.sentences)
    let evidence = ruleSet.evidence
    for sentence in tokens.sentences {
      matcher.find(evidence, in: sentence, into: matches)
    }
    guard matches.count > 0 else { return }
    collectHits(onTrial: onTrial)
    guard !hits.isEmpty else { return }
    cueTableCount = 0
    cueTablePlaces.removeAll(keepingCapacity: true)
    cueTablePlaces.append(contentsOf: repeatElement(-1, count: tokens.sentences.count))
    isConsumed.removeAll(keepingCapacity: true)
    isConsumed.append(contentsOf: repeatElement(false, count: tokens.tokens.count))
    checkPlaces()
    checkNeedsAndGuards()
  }

  /// Shortest readings per start; matches that contain another of the same rule are dropped.
  private mutating func collectHits(onTrial: Set<Int>) {
    var matches = matches.elements
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
