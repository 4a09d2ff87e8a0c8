public import Complaints
public import Store

/// What an erasure would take away, and where.
public struct ErasurePlan: Sendable {
  /// Why something is to be erased.
  public enum Reason: String, Sendable, CaseIterable {
    /// The person wrote it.
    case author
    /// An address of the person stands in it, or in the name of what could not be read.
    case names
    /// It answers a mail of the person, or was attached to one: such mails quote.
    case answer
    /// Asked for by its id.
    case id
    /// The bytes of the same message, or of a part of it, are in quarantine.
    case place
  }

  /// A stored verbatim.
  public struct Text: Sendable {
    /// The row number in the store.
    public var rowID: Int64
    /// The verbatim's fingerprint.
    public var id: Fingerprint
    /// "inbox.mbox#17".
    public var source: String
    /// Why.
    public var reason: Reason
  }

  /// Bytes in quarantine.
  public struct Kept: Sendable {
    /// The entry that names them.
    public var entry: QuarantineEntry
    /// Why.
    public var reason: Reason
  }

  /// What was asked.
  public var request: ErasureRequest
  /// In row order.
  public var texts: [Text] = []
  /// The oldest first.
  public var kept: [Kept] = []
  /// Notes, frozen weeks and paths in which the address stands: it goes, they stay.
  public var places = ErasureCounts()
  /// Whether the address is a part of a longer one in a place or kept bytes of somebody else: both
  /// stay, and no search of every byte can tell the one from the other.
  public internal(set) var isPartOfAnother = false
  /// Answers of other customers in which no line of the person was found: they stay, look there.
  public var othersAnswers: [Text] = []
  /// Kept bytes that no search can look into: encrypted or compressed.
  public var sealed: [QuarantineEntry] = []

  /// Whether there is nothing to erase.
  public var isEmpty: Bool { texts.isEmpty && kept.isEmpty && places == ErasureCounts() }

  /// How many texts go for each reason.
  public var reasons: [Reason: Int] {
    texts.reduce(into: [:]) { $0[$1.reason, default: 0] += 1 }
  }
}
