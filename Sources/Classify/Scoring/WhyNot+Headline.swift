import Complaints

extension WhyNot {
  static func headline(
    _ explanation: TagExplanation, _ gate: GateExplanation, isFailure: Bool, hasRule: Bool
  ) -> String {
    if explanation.tag.hasSuffix("complaint") { return gate.line }
    let score = Wordings.figure(explanation.score)
    let threshold = Wordings.figure(explanation.threshold)
    if explanation.isGiven { return "\(explanation.tag) is given: \(explanation.sum)" }
    if !hasRule { return "\(explanation.tag) has no rule" }
    if explanation.signals.isEmpty {
      return explanation.nearMisses.isEmpty
        ? "no rule of \(explanation.tag) matched"
        : "what the rules of \(explanation.tag) matched does not count"
    }
    if explanation.score < explanation.threshold - 1e-9 {
      return "\(explanation.tag) scores \(score), below \(threshold): \(explanation.sum)"
    }
    return isFailure
      ? "\(explanation.tag) scores \(score), but the text is \(gate.line)"
      : "\(explanation.tag) scores \(score), but no failure happened there"
  }
}
