public import Complaints

/// Says what each rule finds in a text, tag or not: also draft and shadow rules, and also what a
/// check then takes away. The scratch of one task.
///
/// Rules that do not tag are read in a second pass together, so that those that do are found
/// exactly as they tag.
public struct RuleProbe {
  /// A match of a rule.
  public struct Find: Sendable, Equatable {
    /// Index of the rule in the rule set.
    public var rule: Int
    /// Half-open UTF-8 byte range into the verbatim's text.
    public var range: Range<Int>
    /// The check that took it away; nil when it counts.
    public var reason: Reason?
    /// Whether it is about another company.
    public var isAboutOther: Bool
  }

  /// What was found in one text.
  public struct Reading: Sendable {
    /// In the order of the rules, then of the text.
    public var finds: [Find] = []
    /// The patterns that match somewhere, as places in each rule's `patterns`.
    public var patterns: [Int: Set<Int>] = [:]
  }

  /// The rules.
  public let ruleSet: RuleSet
  private(set) var examiner: Examiner
  private let onTrial: Set<Int>
  /// For each rule the number of its first pattern among all patterns.
  private let firstPattern: [Int]

  /// A probe of a rule set.
  public init(ruleSet: RuleSet) {
    self.ruleSet = ruleSet
    examiner = Examiner(ruleSet: ruleSet)
    onTrial = Set(
      ruleSet.rules.indices.filter {
        ruleSet.rules[$0].status == .draft || ruleSet.rules[$0].status == .shadow
      })
    var count = 0
    firstPattern = ruleSet.rules.map { rule in
      defer { count += rule.any.count }
      return count
    }
  }

  /// What the rules find; nil where the classifier does not read the verbatim for failures.
  public mutating func reading(of verbatim: Verbatim) -> Reading? {
    guard Classifier.unscoredReason(verbatim) == nil, Classifier.isReadForFailures(verbatim)
    else { return nil }
    var reading = Reading()
    examiner.examine(verbatim.text, passages: verbatim.passages)
    reading.finds = examiner.hits.map(find)
    for match in examiner.matches.elements {
      let rule = Int(match.owner)
      guard ruleSet.rules[rule].status != .retired else { continue }
      reading.patterns[rule, default: []].insert(Int(match.pattern) - firstPattern[rule])
    }
    guard reading.patterns.keys.contains(where: onTrial.contains) else { return reading }
    examiner.examine(verbatim.text, passages: verbatim.passages, onTrial: onTrial)
    let more = examiner.hits.filter { onTrial.contains($0.rule) }.map(find)
    reading.finds = (reading.finds + more).sorted {
      ($0.rule, $0.range.lowerBound) < ($1.rule, $1.range.lowerBound)
    }
    return reading
  }

  private func find(_ hit: Hit) -> Find {
    Find(
      rule: hit.rule, range: examiner.tokens.byteRange(hit.range), reason: hit.reason,
      isAboutOther: hit.isAboutOther)
  }

  /// Reads a text without asking whether it is read for failures.
  mutating func examine(_ verbatim: Verbatim) {
    examiner.examine(verbatim.text, passages: verbatim.passages)
  }
}
