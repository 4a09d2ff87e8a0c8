import Backlog
import Complaints

/// One week as it was told: numbers, ids and byte ranges. No customer's words, no person's name.
public struct DigestFacts: Codable, Sendable, Equatable {
  /// The ISO week, "2026-W46".
  public internal(set) var week: String
  /// 1 for the first letter of a week; each later one says what differs from the one before.
  public internal(set) var revision: Int
  /// What differs from the revision before.
  var corrections: [Correction] = []
  /// Problems above their usual range in this week, the new ones first.
  var rises: [Rise] = []
  /// What happened to prevention items in the week, in order.
  var changes: [Change] = []
  /// Items whose effect is watched, and those judged in the week.
  var trials: [TrialState] = []
  /// Items that somebody has to do something for.
  var known: [Known] = []
  /// The problems with the most cases in 13 weeks.
  var largest: [Largest] = []
  /// The newest complaints, by the clock.
  var newest: [Quotation] = []
  /// Customers to ring.
  var calls: [Call] = []
  /// Praise of the week.
  var thanks = Thanks()
  /// What could not be read or judged.
  var unread = Unread()
  /// Sources that were unusual at the end of the week; nil where none was.
  var sources: [SourceWarning]?
  /// How it was counted.
  var method: Method

  /// The week; nil for facts that were not made by `DigestDesk`.
  var isoWeek: Week? { Week(week) }

  /// Whether other facts tell the same, whatever their revision.
  func tellsTheSame(as other: DigestFacts) -> Bool {
    var other = other
    (other.revision, other.corrections) = (revision, corrections)
    return self == other
  }
}
