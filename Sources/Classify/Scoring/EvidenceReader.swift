import Complaints

/// Turns hits into evidence letter by letter.
struct EvidenceReader {
  let ruleSet: RuleSet
  let tokens: Tokens
  let bytes: [UInt8]

  init(ruleSet: RuleSet, tokens: Tokens, text: String) {
    self.ruleSet = ruleSet
    self.tokens = tokens
    bytes = Array(text.utf8)
  }

  /// The words of a byte range.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The evidence of some hits in text order.
  func evidence(_ hits: some Sequence<Hit>) -> [Evidence] {
    let sorted = hits.sorted {
      if $0.range.lowerBound != $1.range.lowerBound {
        return $0.range.lowerBound < $1.range.lowerBound
      }
      return $0.range.upperBound != $1.range.upperBound
        ? $0.range.upperBound < $1.range.upperBound : $0.rule < $1.rule
    }
    return sorted.map { hit in
      let range = tokens.byteRange(hit.range)
      return Evidence(rule: ruleSet.rules[hit.rule].id, range: range, text: text(range))
    }
  }
}
