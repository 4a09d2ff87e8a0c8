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
    guard facts.within >= 0 else { return allContextOwners().contains(facts.with) }
    let first = max(0, hit.sentence - facts.within)
    let last = min(tokens.sentences.count - 1, hit.sentence + facts.within)
    return (first...last).contains { !contexts(of: $0, owner: facts.with).isEmpty }
  }

  private mutating func allContextOwners() -> Set<Int32> {
    if let contextOwners { return contextOwners }
    var owners: Set<Int32> = []
    for sentence in tokens.sentences.indices {
      for match in contexts(of: sentence) { owners.insert(match.owner) }
    }
    contextOwners = owners
    return owners
  }

  /// The context matches of one owner in a sentence.
  private mutating func contexts(of sentence: Int, owner: Int32) -> ArraySlice<Match> {
    let all = contexts(of: sentence)
    func first(from owner: Int32) -> Int {
      var low = 0
      var high = all.count
      while low < high {
        let middle = (low + high) / 2
        if all[middle].owner < owner { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return all[first(from: owner)..<first(from: owner + 1)]
  }

  /// The context matches of a sentence in the order of owners.
  private mutating func contexts(of sentence: Int) -> [Match] {
    if contextMatches.isEmpty {
      contextMatches.append(contentsOf: repeatElement(nil, count: tokens.sentences.count))
    }
    if let known = contextMatches[sentence] { return known }
    var found: [Match] = []
    matcher.find(ruleSet.contexts, in: tokens.sentences[sentence], of: tokens, into: &found)
    Match.keepShortest(&found)
    contextMatches[sentence] = found
    return found
  }
}
