import Classify
import Foundation

/// How often phrases of up to five words stand in texts that miss a tag, and in texts that have
/// nothing to do with it.
struct PhraseCounts {
  /// A phrase with the texts it stands in.
  struct Phrase {
    var words: [String]
    /// Indexes of missed texts whose labelled words hold it.
    var missed: Set<Int>
    /// How many texts without the tag hold it.
    var otherCount: Int
    /// How much more often it stands in missed texts than chance explains: the log-likelihood
    /// ratio (T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence",
    /// Computational Linguistics 19, 1993).
    var surprise: Double
  }

  static let longestPhrase = 5
  /// Phrases of fewer missed texts are chance.
  static let fewestTexts = 2

  private var missed: [[String]: Set<Int>] = [:]
  /// The first words of those phrases.
  private var beginnings: Set<String> = []
  private var others: [[String]: Int] = [:]
  private var missedCount = 0
  private var otherCount = 0

  /// Enters a missed text: stretches of words that are labelled with the tag.
  mutating func add(missed index: Int, _ stretches: [[String]]) {
    missedCount += 1
    for stretch in stretches {
      PhraseCounts.each(in: stretch) { missed[$0, default: []].insert(index) }
    }
  }

  /// Forgets phrases of too few texts; called between the missed texts and the others.
  mutating func prune() {
    missed = missed.filter {
      $0.value.count >= PhraseCounts.fewestTexts && PhraseCounts.tells($0.key)
    }
    beginnings = Set(missed.keys.map { $0[0] })
  }

  /// Enters a text without the tag: all its sentences.
  mutating func add(other sentences: [[String]]) {
    otherCount += 1
    var found: Set<[String]> = []
    for sentence in sentences {
      for start in sentence.indices where beginnings.contains(sentence[start]) {
        PhraseCounts.each(in: sentence, from: start) {
          if missed[$0] != nil { found.insert($0) }
        }
      }
    }
    for phrase in found { others[phrase, default: 0] += 1 }
  }

  /// The phrases that stand more often in missed texts than in others, the most surprising first.
  var phrases: [Phrase] {
    missed.compactMap { words, texts in
      let other = others[words] ?? 0
      guard Double(texts.count) * Double(max(1, otherCount)) > Double(other * missedCount) else {
        return nil
      }
      return Phrase(
        words: words, missed: texts, otherCount: other,
        surprise: PhraseCounts.logLikelihoodRatio(texts.count, missedCount, other, otherCount))
    }
    .sorted {
      // Of equals the shorter one finds more.
      ($1.surprise, $0.words.count, $0.words.joined(separator: " "))
        < ($0.surprise, $1.words.count, $1.words.joined(separator: " "))
    }
  }

  private static func each(in words: [String], _ body: ([String]) -> Void) {
    for start in words.indices { each(in: words, from: start, body) }
  }

  private static func each(in words: [String], from start: Int, _ body: ([String]) -> Void) {
    for end in start + 1...min(start + longestPhrase, words.count) {
      body(Array(words[start..<end]))
    }
  }

  /// Whether a phrase says something: a word that is neither very common nor a number, and no
  /// loose word such as "the" at its ends.
  private static func tells(_ words: [String]) -> Bool {
    func isTelling(_ word: String) -> Bool {
      !word.isFunctionWord && !word.utf8.contains { $0 >= 48 && $0 <= 57 } && word != "no"
        && word != "not" && word.utf8.count > 1
    }
    guard words.contains(where: isTelling), let last = words.last else { return false }
    return !["the", "a", "an", "and", "of", "to", "my", "i"].contains(last)
      && !words.contains { $0.utf8.contains { $0 >= 48 && $0 <= 57 } }
  }

  /// Twice the log-likelihood ratio of two binomials: k of n against l of m.
  static func logLikelihoodRatio(_ k: Int, _ n: Int, _ l: Int, _ m: Int) -> Double {
    func term(_ count: Int, _ total: Int, _ share: Double) -> Double {
      guard count > 0 else { return 0 }
      let own = Double(count) / Double(total)
      return Double(count) * log(own / share)
    }
    guard n > 0, n + m > 0 else { return 0 }
    let share = Double(k + l) / Double(n + m)
    func side(_ count: Int, _ total: Int) -> Double {
      total > 0
        ? term(count, total, share) + term(total - count, total, max(1 - share, 1e-12)) : 0
    }
    return 2 * (side(k, n) + side(l, m))
  }
}
