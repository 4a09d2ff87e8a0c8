import Classify
import Complaints
import Privacy

extension Suggestions {
  /// Draft rules of phrases, tried on every text with all checks.
  ///
  /// - Parameter missed: the texts that miss each tag.
  func tried(
    _ phrases: [(tag: Rule.Tag, words: [String])], missed: [String: Set<Int>]
  ) -> [Suggestion] {
    var known = Set(ruleSet.rules.map(\.id))
    var drafts = phrases.map { tag, words in
      Suggestion(
        tag: tag, rule: Suggestions.id(words, tag, &known), pattern: words.joined(separator: " "),
        foundCount: 0, missedCount: missed["\(tag)"]?.count ?? 0, hitCount: 0, falseCount: 0,
        textCount: texts.count)
    }
    guard !drafts.isEmpty else { return [] }
    let file = "rules:\n" + drafts.map(\.yaml).joined()
    let organisation = ruleSet.organisation
    guard
      let trial = RuleSet.load(
        folder: folder, organisation: organisation, replacing: [".suggested.yml": file]
      ).ruleSet
    else { return [] }
    let places = Dictionary(
      uniqueKeysWithValues: drafts.indices.map { (drafts[$0].rule, $0) })
    var probe = RuleProbe(ruleSet: trial)
    for index in texts.indices {
      guard let reading = probe.reading(of: texts[index].verbatim) else { continue }
      var seen: Set<Int> = []
      for find in reading.finds where find.reason == nil {
        guard let place = places[trial.rules[find.rule].id], seen.insert(place).inserted
        else { continue }
        let tag = drafts[place].tag
        let isRight = texts[index].holds(tag) == true
        if isRight { drafts[place].hitCount += 1 } else { drafts[place].falseCount += 1 }
        guard missed["\(tag)"]?.contains(index) == true else { continue }
        drafts[place].foundCount += 1
        if drafts[place].example == nil {
          drafts[place].example = example(find.range, in: index)
        }
      }
    }
    return drafts.filter { draft in
      let least = Suggestions.leastPrecision
      return draft.foundCount >= PhraseCounts.fewestTexts
        && Double(draft.hitCount)
          >= (draft.pattern.contains(" ") ? least.phrase : least.word)
          * Double(draft.hitCount + draft.falseCount)
    }
  }

  private func example(_ evidence: Range<Int>, in index: Int) -> String? {
    guard let sentence = sentences[index].first(where: { $0.range.overlaps(evidence) }) else {
      return nil
    }
    let example = ExampleSentence(
      sentence, evidence: evidence, of: redacted[index], original: texts[index].text)
    return example.isEvidenceRedacted ? nil : example.marked
  }

  /// "delay.still-waiting-for", with a number where that is taken.
  private static func id(_ words: [String], _ tag: Rule.Tag, _ known: inout Set<String>) -> String {
    let type = "\(tag)".split(separator: ":").last.map(String.init) ?? "\(tag)"
    let name = words.joined(separator: "-").utf8.filter {
      $0 == 45 || ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57)
    }
    let stem = "\(type).\(name.isEmpty ? "suggested" : String(decoding: name, as: UTF8.self))"
    var id = stem
    var number = 2
    while !known.insert(id).inserted {
      id = "\(stem)-\(number)"
      number += 1
    }
    return id
  }
}
