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
    for index in contexts(of: hit.sentence, owner: facts.unless)
    where contextMatches[index].range.overlaps(hit.range) {
      return contextMatches[index].range
    }
    return nil
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
    !contexts(of: sentence, owner: owner).isEmpty
  }

  /// Where `contextMatches` has those of one context in a sentence, in the order of its patterns.
  private mutating func contexts(of sentence: Int, owner: Int32) -> Range<Int> {
    // Hits come rule by rule in the order of the text, so what is asked again was asked just before.
    for asked in askedContexts where asked.owner == owner && asked.sentence == sentence {
      return asked.matches
    }
    if askedContexts.count == AskedContext.keptCount {
      askedContexts.removeAll(keepingCapacity: true)
      contextMatches.removeAll(keepingCapacity: true)
    }
    let first = contextMatches.count
    let automaton = ruleSet.contexts
    if matcher.mayHold(automaton.ownerSignatures, owner, in: tokens.sentences[sentence]) {
      matcher.find(
        owner: owner, of: automaton, in: tokens.sentences[sentence], of: tokens,
        into: &contextMatches)
      Match.keepShortest(&contextMatches, from: first)
    }
    let matches = first..<contextMatches.count
    askedContexts.append(AskedContext(sentence: sentence, owner: owner, matches: matches))
    return matches
  }
}

/// One context asked for in one sentence.
struct AskedContext {
  var sentence: Int
  /// The context's index.
  var owner: Int32
  /// Where its matches stand among those kept.
  var matches: Range<Int>

  /// How many are remembered.
  static let keptCount = 8
}
