public import Complaints

/// Why the backlog refuses something; nothing was written.
public enum BacklogError: Error, Equatable, CustomStringConvertible {
  /// No item has this number at that moment.
  case unknownItem(Int)
  /// The problem never had a case; with the nearest one that had.
  case unknownProblem(Problem, nearest: Problem?)
  /// The item's state does not take the command.
  case wrongState(item: Int, state: ItemState, command: ItemCommand)
  /// The problem belongs to an item that is not accepted.
  case alreadyOwned(Problem, item: Int)
  /// A field that needs words has none; named as in the commands.
  case emptyField(String)
  /// A field holds more than so many characters.
  case longField(String, limit: Int)
  /// A day that cannot be: the field, and the days it may be.
  case impossibleDay(String, ClosedRange<Day>)
  /// A share of cases that cannot be cut.
  case impossibleCut
  /// The event would come before the last one of a person, or before the item was opened.
  case backwards(item: Int, last: Timestamp)
  /// Not a kind of prevention item: a repair, or an unknown word.
  case noPrevention(String)

  /// One line with a fix.
  public var description: String {
    switch self {
    case .unknownItem(let number):
      "there is no item PB-\(number); 'forestall backlog list --all' shows what there is"
    case .unknownProblem(let problem, let nearest):
      "'\(problem.key)' never had a case"
        + (nearest.map { "; did you mean '\($0.key)'?" }
          ?? "; 'forestall list --by problem' shows what had one")
    case .wrongState(let item, let state, let command):
      "PB-\(item) is \(state.rawValue); '\(command.rawValue)' needs an item that is "
        + command.states.map(\.rawValue).joined(separator: ", ")
        + (state.commands.contains(.reopen) ? "; 'reopen' opens it again" : "")
    case .alreadyOwned(let problem, let item):
      "'\(problem.key)' belongs to PB-\(item), which is not accepted; work on that item, "
        + "or accept it first"
    case .emptyField(let field): "'\(field)' needs words"
    case .longField(let field, let limit): "'\(field)' is longer than \(limit) characters"
    case .impossibleDay(let field, let days):
      "'\(field)' is a day from \(days.lowerBound) to \(days.upperBound)"
    case .impossibleCut: "'cut' is the share of cases to remove: more than 0 %, at most 100 %"
    case .backwards(let item, let last):
      "PB-\(item) was opened or changed at \(last), later than the present moment; "
        + "choose a moment (--now) that is not before that"
    case .noPrevention(let word):
      "'\(word)' is no prevention: an item is containment, corrective or preventive, "
        + "and repairs of single cases are none"
    }
  }
}
