import Complaints

extension Examiner {
  /// Whether the organisation is named in the author's own words of the text examined last.
  mutating func namesOrganisation() -> Bool {
    let owner = ruleSet.organisationContext
    guard owner >= 0 else { return false }
    return tokens.sentences.indices.contains { sentence in
      switch passages[tokens.sentences[sentence].passage].kind {
      case .body, .turn, .formField, .heading: !contexts(of: sentence, owner: owner).isEmpty
      case .quoted, .signature, .disclaimer, .boilerplate: false
      }
    }
  }

  /// The words of an `unless` pattern that overlap the hit.
  mutating func exception(to hit: Hit, _ facts: RuleSet.Facts) -> Range<Int>? {
    guard facts.unless >= 0 else { return nil }
    return contexts(of: hit.sentence, owner: facts.unless).first { $0.range.overlaps(hit.range) }?
      .range
  }

  /// Whether a `with` pattern stands near enough to the hit.
  mutating func hasContext(_ hit: Hit, _ facts: RuleSet.Facts) -> Bool {
    guard facts.with >= 0 else { return true }
    guard facts.within >= 0 else { return isAnywhere(facts.with) }
    let first = max(0, hit.sentence - facts.within)
    let last = min(tokens.sentences.count - 1, hit.sentence + facts.within)
    return (first...last).contains { !contexts(of: $0, owner: facts.with).isEmpty }
  }

  /// Whether a context stands in some sentence of the text.
  private mutating func isAnywhere(_ owner: Int32) -> Bool {
    if let known = contextsAnywhere[owner] { return known }
    let found = tokens.sentences.indices.contains { !contexts(of: $0, owner: owner).isEmpty }
    contextsAnywhere[owner] = found
    return found
  }

  /// The matches of one context in a sentence, in the order of its patterns.
  private mutating func contexts(of sentence: Int, owner: Int32) -> [Match] {
    // Hits come rule by rule in the order of the text, so what is asked again was asked just before.
    for known in contextMatches where known.owner == owner && known.sentence == sentence {
      return known.matches
    }
    var found: [Match] = []
    matcher.find(
      owner: owner, of: ruleSet.contexts, in: tokens.sentences[sentence], of: tokens,
      into: &found)
    Match.keepShortest(&found)
    let entry = ContextMatches(sentence: sentence, owner: owner, matches: found)
    if contextMatches.count < ContextMatches.keptCount {
      contextMatches.append(entry)
    } else {
      contextMatches[oldestContext] = entry
      oldestContext = (oldestContext + 1) % ContextMatches.keptCount
    }
    return found
  }
}

/// The matches of one context in one sentence.
struct ContextMatches {
  var sentence: Int
  /// The context's index.
  var owner: Int32
  var matches: [Match]

  /// How many are remembered.
  static let keptCount = 8
}
