import Complaints

@testable import Classify

/// A file of rules: every mistake is told at a place inside it, none ends the check or keeps it
/// busy, and rules without mistakes judge any text.
///
/// A first line like "# guards.yml" says for which file of the folder the text stands; the first "…"
/// stands for ten thousand alternatives.
func checkRules(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  var files = SampleRules.files
  let own = files.keys.first { text.hasPrefix("# \($0)\n") } ?? "rules.yml"
  files[own] = text.replacing("…", with: SampleRules.tenThousandWords, maxReplacements: 1)
  let folder = RuleFolder(
    texts: files.sorted { $0.key < $1.key }.map { (name: $0.key, text: $0.value) }, path: "Rules")
  let (ruleSet, diagnostics) = RuleSet.compiled(folder)
  // YAML ends lines at more characters than LF.
  let lineCount = text.unicodeScalars.count {
    "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0)
  }
  for diagnostic in diagnostics {
    Proof.demand(!diagnostic.message.isEmpty, "a mistake without a word")
    guard diagnostic.file == "Rules/\(own)" else { continue }
    Proof.demand(
      (0...lineCount + 2).contains(diagnostic.line),
      "a mistake in line \(diagnostic.line) of \(lineCount + 1)")
  }
  guard let ruleSet else {
    let hasError = diagnostics.contains { $0.severity == .error }
    return Proof.demand(hasError, "no rules, and no mistake that says why")
  }
  var tester = RuleTester(ruleSet: ruleSet)
  _ = tester.run()
  judge(String(decoding: bytes.prefix(4_000), as: UTF8.self), by: ruleSet)
}

/// The rules' own text holds the words that they look for.
private func judge(_ text: String, by ruleSet: RuleSet) {
  let id = Fingerprint(high: 1, low: 2)
  let verbatim = Verbatim(
    id: id, document: id, source: SourceReference(name: "input", range: 0..<1), channel: .mail,
    documentClass: .human, part: .mail, references: [], language: "en", role: .customer, text: text,
    passages: [Passage(kind: .body, range: 0..<text.utf8.count, role: .customer)], warnings: [])
  var classifier = Classifier(ruleSet: ruleSet)
  let verdict = classifier.verdict(for: verbatim)
  let bytes = Array(text.utf8)
  for evidence in verdict.allEvidence {
    Proof.demand(
      evidence.range.lowerBound >= 0 && evidence.range.upperBound <= bytes.count,
      "evidence \(evidence.range) of \(bytes.count) bytes")
    Proof.demand(
      Array(evidence.text.utf8) == Array(bytes[evidence.range]), "evidence that is not the text")
  }
  for failure in verdict.failures {
    Proof.demand((0...1).contains(failure.score), "score \(failure.score)")
  }
}
