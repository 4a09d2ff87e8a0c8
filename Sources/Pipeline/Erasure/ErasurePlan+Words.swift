public import Store
import Text

extension ErasureCounts {
  /// "2 notes of prevention items, 0 frozen weeks, 1 path"; nil where the address is in none.
  public var placesInWords: String? {
    guard itemEventCount + weekCount + pathCount > 0 else { return nil }
    return [
      counted(itemEventCount, "note") + " of prevention items", counted(weekCount, "frozen week"),
      counted(pathCount, "path"),
    ].joined(separator: ", ")
  }
}

extension ErasurePlan.Reason {
  /// What the reason is called to people.
  public var words: String {
    switch self {
    case .author: "written by the person"
    case .names: "naming an address of the person"
    case .answer: "answering or attached to a mail that goes"
    case .id: "asked for by id"
    case .place: "of a message that goes"
    }
  }
}
