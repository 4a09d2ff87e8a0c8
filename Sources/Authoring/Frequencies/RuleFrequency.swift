public import Classify
import Statistics

/// How often one rule finds something, and what that is worth.
public struct RuleFrequency: Sendable, Equatable {
  /// The rule's id.
  public var rule: String
  /// What it tags.
  public var tag: Rule.Tag
  /// Whether it tags.
  public var status: Rule.Status
  /// Matches that count.
  public var hitCount = 0
  /// Texts with a match that counts.
  public var textCount = 0
  /// Texts in which no other live rule with a match that counts has the same tag.
  public var uniqueTextCount = 0
  /// Labelled texts with a match that counts, of a tag that labels know.
  public var labelledCount = 0
  /// Those of them that are labelled with the tag.
  public var rightCount = 0
  /// Matches that a check took away, by the check.
  public var stoppedCounts: [Reason: Int] = [:]
  /// How many patterns it has.
  public var patternCount: Int
  /// Patterns that matched nowhere, as written.
  public var silentPatterns: [String] = []
  /// Some of its hits, redacted, each of another text.
  public var quotes: [Example] = []

  /// A hit in its neighbourhood.
  public struct Example: Sendable, Equatable {
    /// Where the text stands.
    public var source: String
    /// The words.
    public var quote: VerdictChange.Quote
  }

  /// A rule that found nothing yet.
  init(_ rule: Rule) {
    self.rule = rule.id
    tag = rule.tag
    status = rule.status
    patternCount = rule.patterns.count
  }

  /// Whether it found nothing that counts.
  public var isDead: Bool { textCount == 0 }

  /// The share of labelled texts it hits that have the tag; nil without any.
  public var precision: Double? {
    labelledCount > 0 ? Double(rightCount) / Double(labelledCount) : nil
  }

  /// The 95 % score interval of the precision; nil without labelled texts.
  var precisionInterval: Interval? {
    labelledCount > 0 ? .wilson(successes: rightCount, of: labelledCount) : nil
  }

  /// Matches that a cue of guards.yml cancelled.
  public var guardedCount: Int {
    stoppedCounts.reduce(0) { $0 + ($1.key.isGuard ? $1.value : 0) }
  }

  /// The share of matches up to the guards that a guard cancelled; nil without any.
  public var guardedShare: Double? {
    let reached = hitCount + guardedCount
    return reached > 0 ? Double(guardedCount) / Double(reached) : nil
  }
}

/// Two rules of one tag that find the same words.
public struct RuleOverlap: Sendable, Equatable {
  /// The ids, in order.
  public var rules: (first: String, second: String)
  /// Texts in which evidence of both overlaps.
  public var textCount: Int
  /// The texts of the rarer one.
  public var smallerTextCount: Int

  /// The share of the rarer rule's texts.
  public var share: Double { Double(textCount) / Double(max(1, smallerTextCount)) }

  /// Whether all parts are equal.
  public static func == (left: RuleOverlap, right: RuleOverlap) -> Bool {
    left.rules == right.rules && left.textCount == right.textCount
      && left.smallerTextCount == right.smallerTextCount
  }
}
