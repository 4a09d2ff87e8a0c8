public import Classify
public import Complaints
import Foundation
import Privacy

/// Makes exceptions from a text with a wrong tag.
public struct ExceptionMaker {
  /// Texts with matches of the same rule on which an exception is tried.
  public static let mostOtherTexts = 400
  /// Words on either side of the evidence that an exception may take in.
  static let longestReach = 4

  let folder: String
  let tag: String
  let verbatim: Verbatim
  let redacted: RedactedText
  let words: String?
  private let others: [Verbatim]
  private(set) var replacements: [String: String] = [:]
  private(set) var ruleSet: RuleSet

  /// - Parameters:
  ///   - tag: as rule files name it, "failure:stock".
  ///   - words: words of the text that make the difference; without them they are looked for.
  ///   - others: other texts, to see what an exception takes away from them.
  public init(
    folder: String, ruleSet: RuleSet, verbatim: Verbatim, tag: String, words: String? = nil,
    others: [Verbatim] = []
  ) {
    self.folder = folder
    self.ruleSet = ruleSet
    self.verbatim = verbatim
    self.tag = tag
    self.words = words
    self.others = others.filter { $0.id != verbatim.id || $0.text != verbatim.text }
    redacted = Redactor(of: verbatim, keeping: ruleSet.organisation.names)
      .redaction(of: verbatim.text)
  }

  /// Exceptions for every rule that gives the tag; nothing is written.
  public mutating func exception() throws(RuleExceptionError) -> RuleException {
    var additions: [RuleException.Addition] = []
    guard !finds(ruleSet).isEmpty else { throw .notTagged(tag) }
    // Each round takes away at least one match.
    while let find = finds(ruleSet).first {
      additions.append(try addition(for: find))
    }
    var classifier = Classifier(ruleSet: ruleSet)
    let verdict = classifier.verdict(for: verbatim)
    return RuleException(
      additions: additions, edits: try edits(),
      tagsAfter: verdict.failures.map { "failure:\($0.type)" }
        + verdict.causes.map { "cause:\($0.type)" } + verdict.effects.map { "effect:\($0.type)" }
        + (verdict.praise.isEmpty ? [] : ["praise"]))
  }

  /// The matches of live rules that give the tag.
  private func finds(_ ruleSet: RuleSet) -> [RuleProbe.Find] {
    var probe = RuleProbe(ruleSet: ruleSet)
    return (probe.reading(of: verbatim)?.finds ?? []).filter {
      $0.reason == nil && ruleSet.rules[$0.rule].status == .live
        && "\(ruleSet.rules[$0.rule].tag)" == tag
    }
  }

  /// A candidate with what it would take away.
  struct Trial {
    var addition: RuleException.Addition
    var ruleSet: RuleSet
    var file: String
    var text: String
  }

  private mutating func addition(
    for find: RuleProbe.Find
  ) throws(RuleExceptionError) -> RuleException.Addition {
    let rule = ruleSet.rules[find.rule]
    var probe = RuleProbe(ruleSet: ruleSet)
    let sentence = probe.sentences(of: verbatim).first { $0.range.overlaps(find.range) }
    guard let sentence else { throw .noWords(rule: rule.id) }
    let example = ExampleSentence(
      sentence, evidence: find.range, of: redacted, original: verbatim.text)
    let patterns = try candidates(find, sentence, rule)
    let others = others.filter { other in
      probe.reading(of: other)?.finds.contains { $0.rule == find.rule && $0.reason == nil } ?? false
    }
    let before = count(of: rule.id, ruleSet, in: others)
    var best: Trial?
    for pattern in patterns {
      guard
        var trial = try trial(pattern, example.text, rule, sentence),
        !finds(trial.ruleSet).contains(where: {
          trial.ruleSet.rules[$0.rule].id == rule.id && $0.range == find.range
        })
      else { continue }
      trial.addition.otherCount = before
      trial.addition.cancelledCount = before - count(of: rule.id, trial.ruleSet, in: others)
      guard trial.addition.cancelledCount < best?.addition.cancelledCount ?? .max else { continue }
      var tester = RuleTester(ruleSet: trial.ruleSet)
      guard tester.run().stoppingFailures.isEmpty else { continue }
      best = trial
      if trial.addition.cancelledCount == 0 { break }
    }
    guard let best else { throw .noWords(rule: rule.id) }
    ruleSet = best.ruleSet
    replacements[best.file] = best.text
    return best.addition
  }

  private func edits() throws(RuleExceptionError) -> [RuleException.Edit] {
    var edits: [RuleException.Edit] = []
    for (name, after) in replacements.sorted(by: { $0.key < $1.key }) {
      let path = folder + "/" + name
      guard let before = ExceptionMaker.text(of: path) else { throw .unreadable(path: path) }
      edits.append(RuleException.Edit(path: path, before: before, after: after))
    }
    return edits
  }

  static func text(of path: String) -> String? {
    FileManager.default.contents(atPath: path).flatMap { String(data: $0, encoding: .utf8) }
  }
}
