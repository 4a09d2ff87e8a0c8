public import Complaints
import Text

/// One link of the audit chain: who did what and when. Holds nothing of customers.
public struct AuditEntry: Sendable, Equatable {
  /// What was done.
  public enum Action: String, Sendable, CaseIterable {
    /// A person or texts were erased on request.
    case erase
    /// What was older than the settings allow was erased.
    case retention
    /// Verdicts of other rules were shown to readers.
    case ruleSet
    /// Texts or the backlog were written to files.
    case export
    /// Somebody entered the review desk.
    case login
    /// A reviewer decided on tags of a text.
    case decision
    /// A reviewer took the last decision back.
    case undo
  }

  /// 1, 2, 3 …
  public var number: Int64
  /// When.
  public var at: Timestamp
  /// Who: a name, or "forestall" for what happens by itself.
  public var actor: String
  /// What, by the word that is stored: an action, also one of a later version.
  public var action: String
  /// With what result: counts and fingerprints.
  public var detail: String
  /// The fingerprint of this entry and the chain before it.
  public var chain: Fingerprint

  /// What `chain` must be behind another chain.
  func expectedChain(after previous: Fingerprint) -> Fingerprint {
    Fingerprint(
      fields: [
        previous.description, String(number), String(at.seconds), actor, action, detail,
      ])
  }
}

extension [AuditEntry] {
  /// The number of the first entry that is not what was written, or behind which one is missing;
  /// nil where the chain holds.
  public var firstBroken: Int64? {
    var previous = Fingerprint(high: 0, low: 0)
    for (index, entry) in enumerated() {
      guard entry.number == Int64(index + 1), entry.chain == entry.expectedChain(after: previous)
      else { return Int64(index + 1) }
      previous = entry.chain
    }
    return nil
  }
}
