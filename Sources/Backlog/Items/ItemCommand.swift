/// What a person can do to a prevention item.
public enum ItemCommand: String, Sendable, CaseIterable {
  case plan, done, accept, reopen, assign, rootCause, note

  /// Whether an item in this state takes the command.
  public func isAllowed(in state: ItemState) -> Bool { states.contains(state) }

  /// The states that take the command, in the order of an item's life.
  public var states: [ItemState] {
    switch self {
    case .plan: [.open, .planned, .done]
    case .done: [.planned]
    case .accept: [.open, .planned, .ineffective, .inconclusive, .regressed, .accepted]
    case .reopen:
      [.done, .watching, .verified, .ineffective, .inconclusive, .regressed, .accepted]
    case .assign, .rootCause, .note: ItemState.allCases
    }
  }
}

extension ItemState {
  /// What a person can do to an item in this state.
  public var commands: [ItemCommand] { ItemCommand.allCases.filter { $0.isAllowed(in: self) } }
}

extension ItemKind {
  /// Reads a kind's word.
  ///
  /// - Throws: `BacklogError.noPrevention` for anything else, such as "refund": repairing a single
  ///   case prevents nothing.
  public init(word: String) throws(BacklogError) {
    guard let kind = ItemKind(rawValue: word) else { throw .noPrevention(word) }
    self = kind
  }
}
