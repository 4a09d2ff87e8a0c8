public import Classify

/// A phrase that misses of a tag have in common, as a draft rule with what it finds.
public struct Suggestion: Sendable, Equatable {
  /// What the rule would tag.
  public var tag: Rule.Tag
  /// The rule's id.
  public var rule: String
  /// The pattern.
  public var pattern: String
  /// Missed texts that it finds.
  public var foundCount: Int
  /// Texts with the tag that the rules in force miss.
  public var missedCount: Int
  /// Texts with the tag that it finds, missed or not.
  public var hitCount: Int
  /// Texts without the tag that it finds.
  public var falseCount: Int
  /// Labelled texts in all.
  public var textCount: Int
  /// A sentence of a missed text, redacted, with the evidence in brackets; nil where the words
  /// themselves had to be taken out.
  public var example: String?

  /// The rule as YAML, ready to paste under `rules:`.
  public var yaml: String {
    var lines = [
      "- rule: \(rule)",
      "  tag: \(tag)",
      "  why: "
        + YAMLText.quoted(
          "Suggested: finds \(foundCount) of \(missedCount) missed texts, "
            + "\(falseCount) of \(hitCount + falseCount) hits are false."),
      "  strength: \(falseCount == 0 && hitCount >= 5 ? "strong" : "medium")",
      "  status: draft",
      "  any:",
      "  - \(YAMLText.quoted(pattern))",
    ]
    if let example {
      lines += ["  tests:", "    match:", "    - \(YAMLText.quoted(example))"]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
