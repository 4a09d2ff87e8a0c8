import Complaints

extension RuleReader {
  /// The examples of a rule.
  mutating func examples(_ value: YAMLValue?, of id: String) -> [Rule.Test] {
    guard let value else { return [] }
    let fields = yaml.entries(value, of: "tests", allowed: ["match", "no_match"])
    var tests: [Rule.Test] = []
    for item in yaml.list(fields["match"], of: "match") {
      guard let test = test(item, isMatch: true, of: id) else { continue }
      if !RuleTester.isMarked(test.text) {
        yaml.report("R016", "a match test marks its evidence with [ ]", at: item.place)
      }
      tests.append(test)
    }
    for item in yaml.list(fields["no_match"], of: "no_match") {
      if let test = test(item, isMatch: false, of: id) { tests.append(test) }
    }
    return tests
  }

  private mutating func test(_ value: YAMLValue, isMatch: Bool, of id: String) -> Rule.Test? {
    if case .text(let text, let place) = value, isMatch {
      return Rule.Test(text: text, speaker: .customer, passage: .body, because: nil, place: place)
    }
    let fields = yaml.entries(
      value, of: "a test of '\(id)'", allowed: ["text", "speaker", "passage", "because"])
    guard let textValue = fields["text"], let text = yaml.text(textValue, of: "text") else {
      yaml.report("R016", "a test of '\(id)' needs 'text'", at: value.place)
      return nil
    }
    let because = yaml.choice(fields["because"], of: "because", as: Reason.self)
    if isMatch != (fields["because"] == nil) {
      yaml.report(
        "R016", isMatch ? "a match test has no 'because'" : "a no_match test needs 'because'",
        at: value.place)
      return nil
    }
    return Rule.Test(
      text: text,
      speaker: yaml.choice(fields["speaker"], of: "speaker", as: Role.self) ?? .customer,
      passage: yaml.choice(fields["passage"], of: "passage", as: PassageKind.self) ?? .body,
      because: because, place: value.place)
  }
}
