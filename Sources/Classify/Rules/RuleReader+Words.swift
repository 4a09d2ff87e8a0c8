import Complaints

extension RuleReader {
  /// The entries of `words` as rules of their own: "refund~" of billing is "billing.word-refund".
  ///
  /// They have no examples and no guards, and are strengthened or weakened by a fit only.
  mutating func words(_ value: YAMLValue, fileTag: YAMLValue?) -> [Rule] {
    guard let tag = fileTag.flatMap({ tag($0) }), case .failure(let type) = tag else {
      yaml.report("R003", "'words' stand in a file whose tag is a failure", at: value.place)
      return []
    }
    return yaml.list(value, of: "words").compactMap { item in
      guard let pattern = pattern(item, of: "words") else { return nil }
      var rule = Rule(
        id: "\(type).word-\(RuleReader.slug(pattern.text))", tag: tag,
        why: "Such words lean to it.", strength: .hint, status: .live, tests: [], file: yaml.file,
        line: item.place.line, place: item.place, speaker: .customer,
        passages: Rule.usualPassages, touchpoint: nil, any: [pattern], unless: [], with: nil,
        needs: nil, guards: [], maker: .staff, what: "", outcome: .unknown)
      rule.isWord = true
      return rule
    }
  }

  /// Letters and digits in kebab-case: "get [1] through" is "get-1-through".
  private static func slug(_ text: String) -> String {
    let parts = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return parts.joined(separator: "-")
  }
}
