public import Complaints

/// One thing that happened to a prevention item; events are only ever added.
public struct ItemEvent: Sendable, Equatable {
  /// What can happen.
  public enum Kind: String, Sendable, CaseIterable {
    case opened, assigned, planned, done, watching, verified, ineffective, inconclusive, regressed
    case accepted, reopened, rootCause, noted
  }

  /// The item's number.
  public let item: Int
  /// When.
  public let at: Timestamp
  /// Who: a person's name, or "forestall" for what the counts decided.
  public let actor: String
  /// What.
  public let kind: Kind
  /// What exactly, for people: "owner: Workshop planning".
  public let summary: String

  /// An event.
  public init(item: Int, at: Timestamp, actor: String, kind: Kind, summary: String) {
    self.item = item
    self.at = at
    self.actor = actor
    self.kind = kind
    self.summary = summary
  }
}
