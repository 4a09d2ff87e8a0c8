public import Complaints

/// What a person says when opening a prevention item.
public struct ItemDraft: Sendable, Equatable {
  /// The problems it is to remove; at least one, and none that another item owns.
  public var problems: [Problem]
  /// What is to be, in a few words.
  public var title: String
  /// Whether it stems, mends or prevents.
  public var kind: ItemKind
  /// The change, in a sentence or two; nil where nobody knows yet.
  public var change: String?
  /// The one person who answers for it; nil is a vacancy.
  public var owner: String?

  /// A draft.
  public init(
    problems: [Problem], title: String, kind: ItemKind, change: String? = nil,
    owner: String? = nil
  ) {
    self.problems = problems
    self.title = title
    self.kind = kind
    self.change = change
    self.owner = owner
  }
}
