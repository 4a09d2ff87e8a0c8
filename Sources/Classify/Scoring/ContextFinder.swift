/// Finds the `unless` and `with` patterns of rules in the text that was read last; the scratch of
/// one task.
final class ContextFinder {
  private let ruleSet: RuleSet
  private let matcher: Matcher
  private var sentences: [Tokens.Sentence] = []
  /// The matches of the contexts that were asked for last, and which those were.
  private let matches = Storage<Match>()
  private let asked = Storage<Question>()
  /// Whether a context stands anywhere in the text, by its index, found when first needed.
  private var anywhere: [Int32: Bool] = [:]

  /// One context asked for in one sentence.
  private struct Question: Sendable {
    var sentence: Int
    /// The context's index.
    var owner: Int32
    /// Where its matches stand among those kept.
    var matches: Range<Int>

    /// How many are remembered.
    static let keptCount = 8
  }

  /// A finder that asks a matcher which reads every text before.
  init(ruleSet: RuleSet, matcher: Matcher) {
    self.ruleSet = ruleSet
    self.matcher = matcher
  }

  /// Makes ready for the text that the matcher read last.
  func read(_ sentences: [Tokens.Sentence]) { self.sentences = sentences }

  /// Forgets a text.
  func forget() {
    sentences = []
    matches.removeAll()
    asked.removeAll()
    if !anywhere.isEmpty { anywhere.removeAll(keepingCapacity: true) }
  }

  /// The words of an `unless` pattern that overlap the hit.
  func exception(to hit: Hit, _ facts: RuleSet.Facts) -> Range<Int>? {
    guard facts.unless >= 0 else { return nil }
    for index in contexts(of: hit.sentence, owner: facts.unless)
    where matches.start[index].range.overlaps(hit.range) {
      return matches.start[index].range
    }
    return nil
  }

  /// Whether a `with` pattern stands near enough to the hit.
  func hasContext(_ hit: Hit, _ facts: RuleSet.Facts) -> Bool {
    guard facts.with >= 0 else { return true }
    guard facts.within >= 0 else { return isAnywhere(facts.with) }
    let first = max(0, hit.sentence - facts.within)
    let last = min(sentences.count - 1, hit.sentence + facts.within)
    return (first...last).contains { stands(facts.with, in: $0) }
  }

  /// Whether a context stands in some sentence of the text.
  private func isAnywhere(_ owner: Int32) -> Bool {
    if let known = anywhere[owner] { return known }
    let found = sentences.indices.contains { stands(owner, in: $0) }
    anywhere[owner] = found
    return found
  }

  /// Whether a context stands in a sentence.
  func stands(_ owner: Int32, in sentence: Int) -> Bool {
    !contexts(of: sentence, owner: owner).isEmpty
  }

  /// Where `matches` has those of one context in a sentence, in the order of its patterns.
  private func contexts(of sentence: Int, owner: Int32) -> Range<Int> {
    // Hits come rule by rule in the order of the text, so what is asked again was asked just before.
    for index in 0..<asked.count {
      let question = asked.start[index]
      if question.owner == owner, question.sentence == sentence { return question.matches }
    }
    if asked.count == Question.keptCount {
      asked.removeAll()
      matches.removeAll()
    }
    let first = matches.count
    matcher.find(owner: owner, of: ruleSet.contexts, in: sentences[sentence], into: matches)
    Match.keepShortest(matches, from: first)
    let found = first..<matches.count
    asked.append(Question(sentence: sentence, owner: owner, matches: found))
    return found
  }
}
