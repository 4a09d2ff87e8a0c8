import Complaints

extension Examiner {
  /// Whether the organisation is named in the author's own words of the text examined last.
  mutating func namesOrganisation() -> Bool {
    let owner = ruleSet.organisationContext
    guard owner >= 0 else { return false }
    return tokens.sentences.indices.contains { sentence in
      switch passages[tokens.sentences[sentence].passage].kind {
      case .body, .turn, .formField, .heading: stands(owner, in: sentence)
      case .quoted, .signature, .disclaimer, .boilerplate: false
      }
    }
  }

  /// The words of an `unless` pattern that overlap the hit.
  mutating func exception(to hit: Hit, _ facts: RuleSet.Facts) -> Range<Int>? {
    guard facts.unless >= 0 else { return nil }
    let place = contexts(of: hit.sentence, owner: facts.unless)
    return contextMatches[place].matches.first { $0.range.overlaps(hit.range) }?.range
  }

  /// Whether a `with` pattern stands near enough to the hit.
  mutating func hasContext(_ hit: Hit, _ facts: RuleSet.Facts) -> Bool {
    guard facts.with >= 0 else { return true }
    guard facts.within >= 0 else { return isAnywhere(facts.with) }
    let first = max(0, hit.sentence - facts.within)
    let last = min(tokens.sentences.count - 1, hit.sentence + facts.within)
    return (first...last).contains { stands(facts.with, in: $0) }
  }

  /// Whether a context stands in some sentence of the text.
  private mutating func isAnywhere(_ owner: Int32) -> Bool {
    if let known = contextsAnywhere[owner] { return known }
    let found = tokens.sentences.indices.contains { stands(owner, in: $0) }
    contextsAnywhere[owner] = found
    return found
  }

  /// Whether a context stands in a sentence.
  private mutating func stands(_ owner: Int32, in sentence: Int) -> Bool {
    let place = contexts(of: sentence, owner: owner)
    return !contextMatches[place].matches.isEmpty
  }

  /// Where `contextMatches` has those of one context in a sentence, in the order of its patterns.
  private mutating func contexts(of sentence: Int, owner: Int32) -> Int {
    // Hits come rule by rule in the order of the text, so what is asked again was asked just before.
    for index in contextMatches.indices
    where contextMatches[index].owner == owner && contextMatches[index].sentence == sentence {
      return index
    }
    var found: [Match] = []
    if matcher.mayHold(ruleSet.contexts.ownerSignatures, owner, in: tokens.sentences[sentence]) {
      matcher.find(
        owner: owner, of: ruleSet.contexts, in: tokens.sentences[sentence], of: tokens,
        into: &found)
      Match.keepShortest(&found)
    }
    let entry = ContextMatches(sentence: sentence, owner: owner, matches: found)
    if contextMatches.count < ContextMatches.keptCount {
      contextMatches.append(entry)
      return contextMatches.count - 1
    }
    let place = oldestContext
    contextMatches[place] = entry
    oldestContext = (oldestContext + 1) % ContextMatches.keptCount
    return place
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
