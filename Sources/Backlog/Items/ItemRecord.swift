import Complaints

/// One event of an item with all of its detail, as stored.
struct ItemRecord: Sendable, Equatable {
  /// Who is named where the counts decided.
  static let counts = "forestall"

  /// The item's number.
  var item: Int
  /// When.
  var at: Timestamp
  /// Who.
  var actor: String
  /// What.
  var change: ItemChange

  /// As told to people.
  var event: ItemEvent {
    ItemEvent(item: item, at: at, actor: actor, kind: change.kind, summary: change.summary)
  }
}

extension ItemEvent.Kind {
  /// Whether the counts decide it, and no person.
  public var isDerived: Bool {
    switch self {
    case .watching, .verified, .ineffective, .inconclusive, .regressed: true
    case .opened, .assigned, .planned, .done, .accepted, .reopened, .rootCause, .noted: false
    }
  }
}
