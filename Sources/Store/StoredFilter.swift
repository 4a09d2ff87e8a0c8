public import Complaints

/// Which stored verbatims to show, newest first.
public struct StoredFilter: Sendable {
  /// A failure type that is counted.
  public var failure: String?
  /// A stated cause.
  public var cause: String?
  /// An effect.
  public var effect: String?
  /// Where a failure happened.
  public var touchpoint: String?
  /// A channel.
  public var channel: String?
  /// A piece of the place's name.
  public var source: String?
  /// A pseudonym.
  public var person: String?
  /// Received at this moment or after it.
  public var from: Timestamp?
  /// Received before this moment.
  public var before: Timestamp?
  /// Only what the rules, or a person, call a complaint.
  public var complaintsOnly = false
  /// Words that all occur in the customer's own text.
  public var search: String?
  /// At most this many; 0 for all.
  public var limit = 20
  /// Whether a tag asked for is so frequent that going through the newest and looking at the tags of
  /// each finds enough sooner than a list of all that have it.
  package var isFrequent = false

  /// A filter that lets everything through.
  public init() {}
}
