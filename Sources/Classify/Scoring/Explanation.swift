public import Complaints

/// Why a verbatim got the tags it got: what `explain` shows.
public struct Explanation: Sendable, Equatable {
  /// Whether it is a complaint, and what decided it.
  public var gate: GateExplanation
  /// Every tag that some rule found words for, those given first, the strongest first.
  public var tags: [TagExplanation]

  /// Words of the text with the words around them.
  public struct Quote: Sendable, Equatable {
    /// Half-open UTF-8 byte range into the verbatim's text.
    public var range: Range<Int>
    /// That range, letter by letter.
    public var text: String
    /// What stands before it in its sentence, at most 80 letters, white space folded.
    public var before: String
    /// What stands after it in its sentence, at most 80 letters, white space folded.
    public var after: String
  }

  /// A rule that speaks for a tag.
  public struct Signal: Sendable, Equatable {
    /// The rule's id.
    public var rule: String
    /// Why the pattern means what it is taken to mean.
    public var why: String
    /// The rule's strength, 0...1.
    public var probability: Double
    /// The words, in text order.
    public var evidence: [Quote]
    /// The words that make it another company's failure; nil when it is not.
    public var otherParty: Quote?
    /// The words that make it long over; nil when nothing says so.
    public var past: Quote?
  }

  /// Words that a rule matched and that do not count.
  public struct NearMiss: Sendable, Equatable {
    /// The rule's id.
    public var rule: String
    /// The check that failed.
    public var reason: Reason
    /// The check in words, such as "negated by “not”".
    public var detail: String
    /// The words matched.
    public var evidence: Quote
    /// The words of the guard or the `unless` pattern; nil for other checks.
    public var cue: Quote?
  }
}

/// What the rules found for one tag.
public struct TagExplanation: Sendable, Equatable {
  /// As written in rule files: "failure:stock".
  public var tag: String
  /// A name for people.
  public var title: String
  /// Whether the verdict holds it.
  public var isGiven: Bool
  /// 0...1; what the signals add up to.
  public var score: Double
  /// The score from which the tag is given.
  public var threshold: Double
  /// How the score adds up, in one line.
  public var sum: String
  /// Where it happened; failures that are given only.
  public var touchpoint: String?
  /// Whose failure it is; failures that are given only.
  public var about: Subject?
  /// The rules that speak for it, the strongest first.
  public var signals: [Explanation.Signal]
  /// What was matched and does not count, in text order.
  public var nearMisses: [Explanation.NearMiss]
}

/// Whether a verbatim is a complaint, and what decided it.
public struct GateExplanation: Sendable, Equatable {
  /// What keeps a verbatim from being a complaint.
  public enum Obstacle: Sendable, Equatable {
    case unscored(UnscoredReason)
    case documentClass(DocumentClass)
    case role(Role)
    /// Failures and `complaint` rules together score too low.
    case belowThreshold
    /// `not-complaint` rules weigh more.
    case outweighed
  }

  /// Nil when not scored.
  public var isComplaint: Bool?
  /// Score of failures and `complaint` rules together.
  public var pro: Double
  /// Score s of `not-complaint` rules.
  public var contra: Double
  /// What that score weighs against the other: 1 − (1 − s)^1.5.
  public var contraWeight: Double
  /// The score from which it is a complaint.
  public var threshold: Double
  /// What keeps it from being a complaint; nil when it is one.
  public var obstacle: Obstacle?
  /// All of it in one line.
  public var line: String
}

/// Why a verbatim did not get a tag: what `explain --why-not` shows.
public struct WhyNot: Sendable, Equatable {
  /// The tag as written in rule files; as asked for when there is none like it.
  public var tag: String
  /// Whether the verdict holds it after all.
  public var isGiven: Bool
  /// The answer in one line.
  public var headline: String
  /// Whether it is a complaint, and what decided it.
  public var gate: GateExplanation
  /// What the rules found for the tag; nil when it is not read for tags.
  public var explanation: TagExplanation?
  /// The tag's rules that count nothing, those that came nearest first.
  public var rules: [RuleTrace]

  /// How far a rule got.
  public struct RuleTrace: Sendable, Equatable {
    /// The rule's id.
    public var rule: String
    /// Why the pattern means what it is taken to mean.
    public var why: String
    /// What came of it.
    public var outcome: Outcome
  }

  /// What came of a rule.
  public enum Outcome: Sendable, Equatable {
    /// A pattern matched, and a check failed; never empty.
    case cancelled([Explanation.NearMiss])
    /// No pattern matched; this one got furthest.
    case reached(Reach)
    /// No pattern found its first word.
    case nothing(patternCount: Int)
    /// The rule does not tag; what it would find.
    case notLive(Rule.Status, [Explanation.Quote])
  }

  /// How far a pattern got.
  public struct Reach: Sendable, Equatable {
    /// The pattern as written.
    public var pattern: String
    /// The words from the first to the last one matched.
    public var quote: Explanation.Quote
    /// The words matched, gaps as "…": "nobody … call".
    public var matched: String
    /// What should have followed: "“back” within 2 words".
    public var wanted: String
    /// The share of the pattern's information that was there, 0...1.
    public var nearness: Double
  }
}
