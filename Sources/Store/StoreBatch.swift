public import Complaints

/// What is stored in one transaction.
public struct StoreBatch: Sendable {
  /// Where in a file words stand, which tells whether they may be cut off.
  public enum Position: Sendable {
    /// Other words stand behind them.
    case inside
    /// At the end of the file: more may have stood behind them.
    case last
    /// At the end of a file that is larger than ever: there may be more of them than were read last.
    case grown
  }

  /// A verbatim with its verdict.
  public struct Entry: Sendable {
    /// What was written or said.
    public var verbatim: Verbatim
    /// What the rules say of it; nil leaves the verdict to a later transaction.
    public var verdict: Verdict?
    /// Where in their file the words stand.
    public var position: Position

    /// An entry.
    public init(verbatim: Verbatim, verdict: Verdict?, position: Position = .inside) {
      self.verbatim = verbatim
      self.verdict = verdict
      self.position = position
    }
  }

  /// In the order they were read.
  public var entries: [Entry] = []
  /// Rejections, with their bytes kept beside the store.
  public var quarantined: [QuarantineEntry] = []
  /// Rejections that are taken back, since what they keep is read now.
  public var released: [Fingerprint] = []
  /// How far the source was read once this batch is stored.
  public var progress: SourceProgress?

  /// An empty batch.
  public init() {}
}

/// What a batch changed.
public struct StoreChanges: Sendable, Equatable {
  /// Verbatims that were not in the store.
  public var newVerbatimCount = 0
  /// Verbatims whose words changed (a newer version of a page).
  public var changedVerbatimCount = 0
  /// Verbatims that were in the store already.
  public var knownVerbatimCount = 0
  /// Verbatims that were left out because the store holds more of the same words: their file is cut
  /// off where it was longer before.
  public var cutVerbatimCount = 0
  /// Verbatims that were left out because they were erased before.
  public var erasedVerbatimCount = 0
  /// Complaints among the new and changed ones.
  public var complaintCount = 0
  /// Rejections that were not in the store.
  public var newRejectionCount = 0

  /// No changes.
  public init() {}

  /// Adds other changes.
  public static func += (left: inout StoreChanges, right: StoreChanges) {
    left.newVerbatimCount += right.newVerbatimCount
    left.changedVerbatimCount += right.changedVerbatimCount
    left.knownVerbatimCount += right.knownVerbatimCount
    left.cutVerbatimCount += right.cutVerbatimCount
    left.erasedVerbatimCount += right.erasedVerbatimCount
    left.complaintCount += right.complaintCount
    left.newRejectionCount += right.newRejectionCount
  }
}
