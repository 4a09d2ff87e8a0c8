public import Classify
import Complaints
import Foundation
import Privacy

/// Looks for phrases that the rules miss.
public struct Suggestions {
  /// The share of hits that must be right; a single word must be right more often.
  static let leastPrecision = (word: 0.8, phrase: 0.6)
  /// Phrases that are tried out for each one that is asked for.
  private static let trialFactor = 3

  let folder: String
  let ruleSet: RuleSet
  let texts: [LabelledText]
  let sentences: [[RuleProbe.Sentence]]
  /// The words of each sentence of each text, as written.
  private let written: [[[String]]]
  let redacted: [RedactedText]
  private let given: [Set<String>]

  /// Reads labelled texts once; the rules are those of `folder`.
  public init(folder: String, ruleSet: RuleSet, texts: [LabelledText], organisations: [String]) {
    self.folder = folder
    self.ruleSet = ruleSet
    self.texts = texts
    var probe = RuleProbe(ruleSet: ruleSet)
    var classifier = Classifier(ruleSet: ruleSet)
    sentences = texts.map { probe.sentences(of: $0.verbatim) }
    written = sentences.map { $0.map { $0.words.flatMap(\.written) } }
    redacted = texts.map {
      Redactor(of: $0.verbatim, keeping: organisations).redaction(of: $0.text)
    }
    given = texts.map { classifier.verdict(for: $0.verbatim).tagNames }
  }

  /// The tags that labelled texts have and the rules miss, the most missed first.
  public var missedTags: [(tag: Rule.Tag, count: Int)] {
    let taxonomy = ruleSet.taxonomy
    var tags: [Rule.Tag] = taxonomy.failures.map { .failure($0.id) }
    tags += taxonomy.causes.map { .cause($0.id) }
    tags += taxonomy.effects.map { .effect($0.id) }
    tags.append(.praise)
    let counted = tags.map { (tag: $0, count: missed($0).count) }.filter { $0.count > 0 }
    return counted.sorted { left, right in
      left.count != right.count
        ? left.count > right.count : left.tag.description < right.tag.description
    }
  }

  /// Up to `limit` suggestions for each of some tags, in their order, the most surprising phrase
  /// first; each finds missed texts that none before it of the same tag finds. Loads the rules twice,
  /// however many the tags.
  public func suggestions(for tags: [Rule.Tag], limit: Int) -> [Suggestion] {
    let missed = tags.map(missed)
    let byTag = Dictionary(
      zip(tags.map(\.description), missed.map { Set($0) }), uniquingKeysWith: { first, _ in first })
    let all = zip(tags, missed).flatMap { tag, missed in
      phrases(of: tag, missed, limit: limit * Suggestions.trialFactor).map { (tag, $0) }
    }
    var counts: [String: Int] = [:]
    let best = tried(all, missed: byTag).filter { suggestion in
      counts["\(suggestion.tag)", default: 0] += 1
      return counts["\(suggestion.tag)", default: 0] <= limit
    }
    // Once more without the others: words of a draft are no cue of a guard for the rest of them.
    return tried(best.map { ($0.tag, $0.pattern.components(separatedBy: " ")) }, missed: byTag)
  }

  /// Up to `limit` phrases that missed texts of a tag share.
  private func phrases(of tag: Rule.Tag, _ missed: [Int], limit: Int) -> [[String]] {
    guard missed.count >= PhraseCounts.fewestTexts else { return [] }
    var counts = PhraseCounts()
    for index in missed { counts.add(missed: index, stretches(of: tag, in: index)) }
    counts.prune()
    for index in texts.indices where texts[index].holds(tag) == false {
      counts.add(other: written[index])
    }
    var chosen: [[String]] = []
    var known: Set<Int> = []
    for phrase in counts.phrases where chosen.count < limit {
      guard !phrase.missed.isSubset(of: known) else { continue }
      known.formUnion(phrase.missed)
      chosen.append(phrase.words)
    }
    return chosen
  }

  private func missed(_ tag: Rule.Tag) -> [Int] {
    texts.indices.filter { texts[$0].holds(tag) == true && !given[$0].contains("\(tag)") }
  }

  /// The words of the labelled evidence of a text, or of all of it where there is none; what is
  /// redacted parts them.
  private func stretches(of tag: Rule.Tag, in index: Int) -> [[String]] {
    let text = texts[index]
    let ranges = (text.evidence(of: tag) ?? []).flatMap { occurrences(of: $0, in: text.text) }
    var stretches: [[String]] = []
    for sentence in sentences[index] {
      var stretch: [String] = []
      for word in sentence.words {
        let isLabelled = ranges.isEmpty || ranges.contains { $0.overlaps(word.range) }
        let isTakenOut = redacted[index].redactions.contains { $0.range.overlaps(word.range) }
        if isLabelled, !isTakenOut {
          stretch += word.written
        } else if !stretch.isEmpty {
          stretches.append(stretch)
          stretch = []
        }
      }
      if !stretch.isEmpty { stretches.append(stretch) }
    }
    return stretches
  }
}

extension LabelledText {
  /// The labelled words of a tag; nil where the text does not have it.
  func evidence(of tag: Rule.Tag) -> [String]? {
    switch tag {
    case .failure(let type): failures[type]
    case .cause(let type): causes[type]
    case .effect(let type): effects[type]
    case .praise, .complaint, .notComplaint, .touchpoint, .promise, .sarcasm: nil
    }
  }
}

extension Verdict {
  /// The tags given, as rule files name them.
  fileprivate var tagNames: Set<String> {
    var names = Set(failures.map { "failure:\($0.type)" })
    names.formUnion(causes.map { "cause:\($0.type)" })
    names.formUnion(effects.map { "effect:\($0.type)" })
    if !praise.isEmpty { names.insert("praise") }
    return names
  }
}
