public import Complaints

/// How the tags of one text change from one rule set to another.
public struct VerdictChange: Sendable, Equatable {
  /// A tag that comes or goes, with the words that proved it.
  public struct TagChange: Sendable, Equatable {
    /// The tag.
    public var tag: Tag
    /// Its score; nil for "is a complaint".
    public var score: Double?
    /// In text order.
    public var evidence: [Proof]
  }

  /// The words that prove a tag.
  public struct Proof: Sendable, Equatable {
    /// The rule that found them.
    public var rule: String
    /// The words in their neighbourhood.
    public var quote: Quote
  }

  /// Words with what stands before and behind them.
  public struct Quote: Sendable, Equatable {
    /// What stands before, cut.
    public var before: String
    /// The words.
    public var words: String
    /// What stands behind, cut.
    public var after: String
  }

  /// A failure that is seen at another place of the customer's journey.
  public struct Move: Sendable, Equatable {
    /// The failure.
    public var tag: Tag
    /// The touchpoint by the old rules.
    public var from: String
    /// The touchpoint by the new rules.
    public var to: String
  }

  /// The verbatim.
  public var id: Fingerprint
  /// Where it stands.
  public var source: String
  /// Tags that only the new rules give, by name.
  public var gained: [TagChange]
  /// Tags that only the old rules give, by name.
  public var lost: [TagChange]
  /// Tags that both give, at different places.
  public var moved: [Move]
}
