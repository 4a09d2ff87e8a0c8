public import Complaints

/// Why no letter can be written for a week: one that might be wrong is worse than none.
public enum DigestRefusal: Error, Equatable, CustomStringConvertible {
  /// The week ends at a later moment.
  case notOver(Week, ends: Timestamp, last: Week)
  /// No complaint is stored.
  case noComplaint
  /// The first dated complaint is of a later week.
  case tooEarly(Week, first: Week)
  /// The last run did not finish.
  case unfinishedRun(Timestamp)
  /// No run has read the sources since the week was over.
  case notRead(until: Day)
  /// Verbatims without a verdict.
  case unjudged(Int)
  /// The cases are not those of what is stored.
  case staleCases
  /// Another version froze the week, and this one cannot read it.
  case unreadable(Week)

  /// One line with a fix.
  public var description: String {
    "no digest: " + reason
  }

  private var reason: String {
    switch self {
    case .notOver(let week, let ends, let last):
      "\(week) ends at \(ends); ask for \(last) or earlier"
    case .noComplaint:
      "no complaint is stored; 'forestall run' reads the sources"
    case .tooEarly(let week, let first):
      "no complaint is of \(week) or earlier; ask for \(first) or later"
    case .unfinishedRun(let start):
      "the run begun at \(start) did not finish; 'forestall run' goes on with it"
    case .notRead(let day):
      "complaints were read until \(Wording.day(day)) only; 'forestall run' reads on"
    case .unjudged(let count):
      "\(count) stored verbatim\(count == 1 ? " has" : "s have") no verdict yet; 'forestall run' judges them"
    case .staleCases:
      "the cases are older than what is stored; 'forestall run' counts them anew"
    case .unreadable(let week):
      "\(week) was frozen by another version of forestall; --recompute freezes it again"
    }
  }
}
