/// Finds the `unless` and `with` patterns of rules in the text that was read last; the scratch of
/// one task.
final class ContextFinder {
  private let contexts: Automaton
  private let matcher: Matcher
  private let sentences = Storage<Tokens.Sentence>()
  /// The matches of the `unless` patterns asked for last, whose they are and of which sentence.
  private let exceptions = Storage<Match>()
  private var exceptionsOwner: Int32 = -1
  private var exceptionsSentence = -1
  /// The matches of the patterns looked for last.
  private let matches = Storage<Match>()
  /// How far each context was looked for, by its index.
  private let searches = Storage<Search>()
  /// Counts the texts read.
  private var text = 0

  /// How far a context was looked for in a text.
  private struct Search {
    var text = 0
    /// The sentences looked at: a half-open range.
    var first = 0
    var end = 0
    /// The last of them where it stands, -1 without one.
    var lastFound = -1
  }

  /// A finder that asks a matcher which reads every text before.
  init(contexts: Automaton, matcher: Matcher) {
    self.contexts = contexts
    self.matcher = matcher
  }

  /// Makes ready for the text that the matcher read last.
  func read(_ sentences: [Tokens.Sentence]) {
    self.sentences.removeAll()
    self.sentences.append(sentences)
    exceptionsOwner = -1
    text += 1
  }

  /// The words of an `unless` pattern that overlap the hit.
  func exception(to hit: Hit, _ facts: RuleSet.Facts) -> Range<Int>? {
    guard facts.unless >= 0 else { return nil }
    // Hits come rule by rule in the order of the text: what is asked again was asked just before.
    if exceptionsOwner != facts.unless || exceptionsSentence != hit.sentence {
      exceptions.removeAll()
      find(facts.unless, in: hit.sentence, into: exceptions)
      Match.keepShortest(exceptions)
      exceptionsOwner = facts.unless
      exceptionsSentence = hit.sentence
    }
    for index in 0..<exceptions.count where exceptions[index].range.overlaps(hit.range) {
      return exceptions[index].range
    }
    return nil
  }

  /// Whether a `with` pattern stands near enough to the hit.
  func hasContext(_ hit: Hit, _ facts: RuleSet.Facts) -> Bool {
    guard facts.with >= 0 else { return true }
    guard facts.within >= 0 else { return stands(facts.with, first: 0, last: sentences.count - 1) }
    return stands(
      facts.with, first: max(0, hit.sentence - facts.within),
      last: min(sentences.count - 1, hit.sentence + facts.within))
  }

  /// Whether a context stands in a sentence.
  func stands(_ owner: Int32, in sentence: Int) -> Bool {
    matches.removeAll()
    find(owner, in: sentence, into: matches)
    return matches.count > 0
  }

  /// Whether a context stands in some of the sentences from one to another. As hits come in the
  /// order of the text, a sentence is looked at once for each context.
  private func stands(_ owner: Int32, first: Int, last: Int) -> Bool {
    if searches.count <= owner { searches.resize(to: Int(owner) + 1, Search()) }
    let search = searches.start + Int(owner)
    if search.pointee.text != text || first < search.pointee.first || first > search.pointee.end {
      search.pointee = Search(text: text, first: first, end: first)
    }
    while search.pointee.lastFound < first, search.pointee.end <= last {
      if stands(owner, in: search.pointee.end) { search.pointee.lastFound = search.pointee.end }
      search.pointee.end += 1
    }
    return first...max(first, last) ~= search.pointee.lastFound
  }

  private func find(_ owner: Int32, in sentence: Int, into matches: Storage<Match>) {
    matcher.find(owner: owner, of: contexts, in: sentences[sentence], into: matches)
  }
}
