import Classify
import Complaints
import Privacy

extension ExceptionMaker {
  /// Patterns that overlap the evidence and hold words beside it, the shortest first; of equals
  /// those with a telling word.
  func candidates(
    _ find: RuleProbe.Find, _ sentence: RuleProbe.Sentence, _ rule: Rule
  ) throws(RuleExceptionError) -> [String] {
    let own = sentence.words.indices.filter { sentence.words[$0].range.overlaps(find.range) }
    guard let first = own.first, let last = own.last else { throw .noWords(rule: rule.id) }
    if let words { return [try pattern(of: words, first...last, sentence)] }
    var windows: [(range: ClosedRange<Int>, isTelling: Bool)] = []
    let reach = ExceptionMaker.longestReach
    for length in 1...reach {
      for left in 0...length {
        let range = (first - left)...(last + length - left)
        guard range.lowerBound >= 0, range.upperBound < sentence.words.count else { continue }
        let added = range.filter { $0 < first || $0 > last }
        windows.append((range, added.contains { sentence.words[$0].isTelling }))
      }
    }
    let usable = windows.filter { window in
      !window.range.contains { isRedacted(sentence.words[$0]) }
    }
    if usable.isEmpty, !windows.isEmpty { throw .redacted(rule: rule.id) }
    // Windows grow in length; a telling word is worth two more words.
    let ordered = usable.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      let costs = (
        one.range.count + (one.isTelling ? 0 : 2), other.range.count + (other.isTelling ? 0 : 2)
      )
      return costs.0 != costs.1 ? costs.0 < costs.1 : left.offset < right.offset
    }
    return ordered.map { written(sentence.words[$0.element.range]) }
  }

  /// A pattern of words that a person names: they and as much of the evidence as touches them.
  private func pattern(
    of named: String, _ own: ClosedRange<Int>, _ sentence: RuleProbe.Sentence
  ) throws(RuleExceptionError) -> String {
    guard
      let place = occurrences(of: named, in: verbatim.text).first(where: {
        sentence.range.overlaps($0)
      })
    else { throw .unknownWords }
    let chosen = sentence.words.indices.filter { sentence.words[$0].range.overlaps(place) }
    guard let first = chosen.first, let last = chosen.last else { throw .unknownWords }
    if chosen.contains(where: { isRedacted(sentence.words[$0]) }) { throw .redacted(rule: tag) }
    let words = written(sentence.words[first...last])
    if first <= own.upperBound, own.lowerBound <= last { return words }
    let isBefore = last < own.lowerBound
    let gap = isBefore ? own.lowerBound - last - 1 : first - own.upperBound - 1
    guard gap <= 8 else { throw .unknownWords }
    let near = isBefore ? own.lowerBound : own.upperBound
    if isRedacted(sentence.words[near]) { throw .redacted(rule: tag) }
    let evidence = written(sentence.words[near...near])
    let space = gap == 0 ? " " : " [\(gap)] "
    return isBefore ? words + space + evidence : evidence + space + words
  }

  private func isRedacted(_ word: RuleProbe.Sentence.Word) -> Bool {
    redacted.redactions.contains { $0.range.overlaps(word.range) }
  }

  private func written(_ words: ArraySlice<RuleProbe.Sentence.Word>) -> String {
    words.flatMap(\.written).joined(separator: " ")
  }
}

extension RuleProbe.Sentence.Word {
  /// Whether the word says something by itself.
  fileprivate var isTelling: Bool { !written.allSatisfy(\.isFunctionWord) }
}
