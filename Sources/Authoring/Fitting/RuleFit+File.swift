import Complaints

extension RuleFit {
  /// The text of `weights.yml`.
  public var file: String {
    var lines = [
      "# Written by 'forestall rules fit'. Edit the rules, not this file: a rule that was edited",
      "# since has its written strength again, and 'rules check' says so.",
      "fitted:",
      "  date: \(moment.day)",
      "  rules: \(rules)",
      "  texts: \(textCount)",
      "  complaints: \(complaintCount)",
      "  industries: [\(industries.map(RuleFit.quoted).joined(separator: ", "))]",
      "  priorHits: \(priorHits.map(String.init) ?? "all")",
      "  leastPrecision: \(leastPrecision.map { "\($0)" } ?? "none")",
      "  # failure tags; before: \(asWritten);",
      "  # after: each industry by what the others taught",
      "  before: {\(RuleFit.members(before))}",
    ]
    if let after { lines.append("  after: {\(RuleFit.members(after))}") }
    lines.append("thresholds:" + (thresholds.isEmpty ? " {}" : ""))
    lines += thresholds.map { "  \(RuleFit.quoted($0.tag)): \($0.score)" }
    lines.append("strengths:" + (strengths.isEmpty ? " {}" : ""))
    lines += strengths.map {
      $0.edition.isEmpty
        ? "  \($0.rule): \($0.probability)"
        : "  \($0.rule): {p: \($0.probability), texts: \($0.textCount), "
          + "edition: \(RuleFit.quoted($0.edition))}"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func members(_ figures: FitFigures) -> String {
    figures.named.map { "\($0.name): \(TextTable.decimal($0.value))" }.joined(separator: ", ")
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\""
  }
}
