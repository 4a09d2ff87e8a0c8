import Complaints

/// Runs the examples inside the rules.
public struct RuleTester {
  /// An example that did not turn out as written.
  public struct Failure: Sendable, CustomStringConvertible {
    /// The rule.
    public var rule: String
    /// Whether the rule tags.
    public var status: Rule.Status
    /// Where the example stands.
    public var file: String
    /// 1-based.
    public var line: Int
    /// What was expected and what came.
    public var message: String

    /// "Rules/failures/stock.yml:30: stock.none-left: expected […]"; says so where it is a draft's.
    public var description: String {
      "\(file):\(line): \(rule)\(status == .draft ? " (draft)" : ""): \(message)"
    }
  }

  /// How the examples of a rule set turned out.
  public struct Report: Sendable {
    /// Examples run.
    public var testCount = 0
    /// Examples that failed, in the order of the rules.
    public var failures: [Failure] = []

    /// Failures for which the set is refused: those of live and shadow rules.
    public var stoppingFailures: [Failure] { failures.filter { $0.status != .draft } }
  }

  private let ruleSet: RuleSet
  private var examiner: Examiner

  /// A tester of a rule set.
  public init(ruleSet: RuleSet) {
    self.ruleSet = ruleSet
    examiner = Examiner(ruleSet: ruleSet)
  }

  /// Runs the examples of all rules whose file or id contains `selection`.
  public mutating func run(selection: String? = nil) -> Report {
    var report = Report()
    for (index, rule) in ruleSet.rules.enumerated() where rule.status != .retired {
      if let selection, !rule.file.contains(selection), !rule.id.contains(selection) { continue }
      for test in rule.tests {
        report.testCount += 1
        if let message = failure(of: test, rule: index) {
          report.failures.append(
            Failure(
              rule: rule.id, status: rule.status, file: rule.file, line: test.place.line,
              message: message))
        }
      }
    }
    return report
  }

  private mutating func failure(of test: Rule.Test, rule index: Int) -> String? {
    let (text, expected) =
      test.because == nil ? RuleTester.unmarked(test.text) : (test.text, [])
    let passage = Passage(
      kind: test.passage, range: 0..<text.utf8.count, role: test.speaker)
    examiner.examine(text, passages: [passage], onTrial: [index])
    let bytes = Array(text.utf8)
    let hits = examiner.hits.filter { $0.rule == index }
    let counted = hits.filter { $0.reason == nil }
    let found = counted.map {
      String(decoding: bytes[examiner.tokens.byteRange($0.range)], as: UTF8.self)
    }
    guard let because = test.because else {
      let missing = expected.filter { !found.contains($0) }
      if missing.isEmpty { return nil }
      let reasons = Set(hits.compactMap(\.reason?.rawValue)).sorted()
      let why =
        !found.isEmpty
        ? "found [\(found.joined(separator: "] ["))]"
        : reasons.isEmpty ? "no-pattern" : "silent because \(reasons.joined(separator: ", "))"
      return "expected [\(missing.joined(separator: "] ["))] in \"\(text)\"; \(why)"
    }
    if because == .otherParty, !counted.isEmpty, counted.allSatisfy(\.isAboutOther) { return nil }
    if because == .past, !counted.isEmpty, counted.allSatisfy({ $0.past != nil }) { return nil }
    guard counted.isEmpty else {
      return "expected silence (\(because.rawValue)) in \"\(text)\"; "
        + "found [\(found.joined(separator: "] ["))]"
    }
    let reason = hits.compactMap(\.reason).first ?? .noPattern
    return reason == because
      ? nil
      : "silent in \"\(text)\", but because \(reason.rawValue), not \(because.rawValue)"
  }

  /// Whether brackets mark some evidence and all of them pair.
  static func isMarked(_ text: String) -> Bool {
    var depth = 0
    var isEmpty = true
    for byte in text.utf8 {
      if byte == UInt8(ascii: "[") {
        depth += 1
        isEmpty = true
      } else if byte == UInt8(ascii: "]") {
        depth -= 1
        if isEmpty { return false }
      } else {
        isEmpty = false
      }
      if depth < 0 || depth > 1 { return false }
    }
    return depth == 0 && text.utf8.contains(UInt8(ascii: "["))
  }

  /// The text without brackets, and what stood inside them.
  private static func unmarked(_ marked: String) -> (text: String, evidence: [String]) {
    var text = ""
    var evidence: [String] = []
    var open: String?
    for character in marked {
      switch character {
      case "[": open = ""
      case "]":
        if let inside = open { evidence.append(inside) }
        open = nil
      default:
        text.append(character)
        open?.append(character)
      }
    }
    return (text, evidence)
  }
}
