package import Complaints
import Text

extension RuleFolder {
  /// Names what a rule finds as it is written now: eight hexadecimal digits that change with its
  /// patterns, the word lists they use, its checks and its strength, not with its words for people
  /// and its examples.
  func edition(of rule: Rule) -> String {
    let patterns = rule.any + rule.unless + (rule.with?.patterns ?? [])
    var lists: Set<String> = []
    var open: [Rule.WrittenPattern] = patterns
    while let pattern = open.popLast() {
      var used: Set<String> = []
      LexiconOrder.collect(pattern.pattern.elements, into: &used)
      for name in used where lists.insert(name).inserted { open += lexicons[name]?.entries ?? [] }
    }
    func listed(_ name: String, _ texts: [String]?) -> [String] {
      [name] + (texts.map { ["\($0.count)"] + $0 } ?? [])
    }
    let fields: [[String]] = [
      [rule.id, rule.tag.description, rule.strength.rawValue, rule.speaker.rawValue],
      listed("passage", rule.passages?.map(\.rawValue).sorted()),
      listed("any", rule.any.map(\.text)), listed("unless", rule.unless.map(\.text)),
      listed("with", rule.with?.patterns.map(\.text)),
      ["within", rule.with?.within.map { "\($0)" } ?? "document"],
      listed("all", rule.needs?.all), listed("any", rule.needs?.any),
      ["sentence", "\(rule.needs?.isWithinSentence ?? false)"],
      listed("guards", rule.guards?.sorted()),
    ]
    let words = lists.sorted().map { listed($0, lexicons[$0]?.entries.map(\.text)) }
    return String(Fingerprint(fields: (fields + words).flatMap(\.self)).description.prefix(8))
  }

  /// Leaves out the weights of rules that were edited since they were fitted, and says so: such a
  /// rule has its written strength until the next fit.
  mutating func leaveOutStaleWeights() {
    guard !weights.editions.isEmpty else { return }
    for rule in rules {
      guard let fitted = weights.editions[rule.id], fitted != edition(of: rule) else { continue }
      weights.probabilities[rule.id] = nil
      let place = weights.places[rule.id]
      diagnostics.append(
        Diagnostic(
          file: weights.file, line: place?.line ?? 0, column: place?.column ?? 0,
          severity: .warning, code: "R030",
          message: "rule '\(rule.id)' was edited after its weight was fitted; its written "
            + "strength counts until 'forestall rules fit' is run again"))
    }
  }
}

/// What a fit must remember of the rules it was made for.
package struct RuleEditions: Sendable {
  /// By rule id.
  package let editions: [String: String]
  /// Names all files of the folder without `weights.yml`.
  package let fingerprint: Fingerprint

  /// Reads a folder of rules; mistakes in them are not looked at.
  package init(folder path: String) {
    let folder = RuleFolder(path: path)
    editions = Dictionary(folder.rules.map { ($0.id, folder.edition(of: $0)) }) { first, _ in first
    }
    var fields: [String] = []
    for (index, field) in folder.fingerprintFields.enumerated() {
      let name = folder.fingerprintFields[index - index % 2]
      if name != "weights.yml" { fields.append(field) }
    }
    fingerprint = Fingerprint(fields: fields)
  }
}
