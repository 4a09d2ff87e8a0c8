import Classify
import Complaints

extension ExceptionMaker {
  /// The matches of a rule that count in some texts.
  func count(of rule: String, _ ruleSet: RuleSet, in texts: [Verbatim]) -> Int {
    var probe = RuleProbe(ruleSet: ruleSet)
    return texts.reduce(0) { sum, text in
      sum
        + (probe.reading(of: text)?.finds.count {
          $0.reason == nil && ruleSet.rules[$0.rule].id == rule
        } ?? 0)
    }
  }

  /// The rules with a pattern and an example added; nil where they are then no rules.
  func trial(
    _ pattern: String, _ example: String, _ rule: Rule, _ sentence: RuleProbe.Sentence
  ) throws(RuleExceptionError) -> Trial? {
    let name = String(rule.file.dropFirst(folder.count + 1))
    guard let text = replacements[name] ?? ExceptionMaker.text(of: rule.file) else {
      throw .unreadable(path: rule.file)
    }
    var file = RuleText(text)
    var fields = ["text: \(YAMLText.quoted(example))"]
    if sentence.role == .staff || sentence.role == .bot {
      fields.append("speaker: \(sentence.role.rawValue)")
    }
    if ![.body, .turn].contains(sentence.passage) {
      fields.append("passage: \(sentence.passage.rawValue)")
    }
    do {
      try file.insert(
        unless: YAMLText.quoted(pattern),
        noMatch: "{\(fields.joined(separator: ", ")), because: unless}", at: rule.line)
    } catch {
      throw .layout(path: rule.file, line: error.line, message: error.message)
    }
    var files = replacements
    files[name] = file.text
    let changed = RuleSet.load(
      folder: folder, organisation: ruleSet.organisation, replacing: files
    ).ruleSet
    guard let changed, let now = changed.rule(withID: rule.id),
      now.tests.count == rule.tests.count + 1,
      now.tests.contains(where: { $0.text == example && $0.because == .unless })
    else { return nil }
    return Trial(
      addition: RuleException.Addition(
        rule: rule.id, pattern: pattern, example: example, cancelledCount: 0, otherCount: 0),
      ruleSet: changed, file: name, text: file.text)
  }
}
