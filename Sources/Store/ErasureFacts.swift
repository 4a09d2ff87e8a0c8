public import Complaints

/// What tells whether a stored verbatim has to do with a person.
public struct ErasureFacts: Sendable {
  /// The row number in the store.
  public var rowID: Int64
  /// The verbatim's fingerprint.
  public var id: Fingerprint
  /// "inbox.mbox#17".
  public var source: String
  /// The author's pseudonym.
  public var person: String?
  /// Who writes.
  public var role: Role
  /// Message-ID without brackets.
  public var messageID: String?
  /// Message-IDs that it answers, or that it was attached to.
  public var references: [String]
  /// Everything in it that was written by or about somebody: words, title, ids, speakers; not its
  /// place, which may stay without what it tells.
  public var words: [UInt8]
}

/// What an erasure took out of the database.
public struct ErasureCounts: Sendable, Equatable {
  /// Texts with all that belonged to them.
  public var verbatimCount = 0
  /// People's decisions on their tags.
  public var decisionCount = 0
  /// Quotations in frozen weeks that can be read no more.
  public var quotationCount = 0
  /// Events of prevention items in which an address was blackened.
  public var itemEventCount = 0
  /// Frozen weeks in which it was blackened, in the names of sources.
  public var weekCount = 0
  /// Files and folders that had it in their paths, as sources, as places of texts or of what could
  /// not be read.
  public var pathCount = 0
  /// Entries of the quarantine whose bytes are gone.
  public var quarantineCount = 0

  /// Nothing.
  public init() {}

  /// Adds other counts.
  public static func += (left: inout ErasureCounts, right: ErasureCounts) {
    left.verbatimCount += right.verbatimCount
    left.decisionCount += right.decisionCount
    left.quotationCount += right.quotationCount
    left.itemEventCount += right.itemEventCount
    left.weekCount += right.weekCount
    left.pathCount += right.pathCount
    left.quarantineCount += right.quarantineCount
  }
}
