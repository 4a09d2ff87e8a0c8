public import Complaints
public import Store

/// The cases of a store: which complaints belong together, derived from what is stored.
public struct CaseBook: Sendable {
  private let store: ComplaintStore
  private let days: LocalDays

  /// The cases of a store, counted in the weeks of a time zone.
  public init(store: ComplaintStore, days: LocalDays) {
    self.store = store
    self.days = days
  }

  /// Derives threads, duplicates, cases and their problems anew, if anything that they depend on
  /// changed: stored verbatims, the generation in force, or the time zone.
  ///
  /// Only one process may do this at a time. Words are folded in short transactions, once for each
  /// verbatim; all else is one transaction, during which readers see what was there before.
  ///
  /// - Returns: what there is now; nil where nothing had changed.
  public func refresh() throws(ComplaintStore.Failure) -> CaseTotals? {
    guard try store.read({ try Recount($0, days).isDue() }) else { return nil }
    var rows = try store.read { try Recount($0, days).rowsNotFolded() }[...]
    while !rows.isEmpty {
      let batch = rows.prefix(CaseBook.foldedCount)
      try store.write { try Recount($0, days).fold(batch) }
      rows = rows.dropFirst(CaseBook.foldedCount)
    }
    return try store.write { try Recount($0, days).countAll() }
  }

  private static let foldedCount = 256

  /// Records what a person decided about a verbatim, and counts its cases anew, in one
  /// transaction.
  ///
  /// What was stored since the last `refresh` is left to the next one.
  public func record(
    _ decisions: [Decision], ofRow rowID: Int64
  ) throws(ComplaintStore.Failure) {
    try store.write { database in
      _ = try ComplaintStore.record(decisions, ofRow: rowID, database)
      try Recount(database, days).count(around: [rowID])
    }
  }

  /// Undoes a person's last action, and counts anew what it touched, in one transaction.
  ///
  /// - Returns: the rows whose tags changed; none where there is nothing to undo.
  public func undoLast(
    of reviewer: String, at moment: Timestamp
  ) throws(ComplaintStore.Failure) -> [Int64] {
    try store.write { database in
      let rows = try ComplaintStore.undoLast(of: reviewer, at: moment, database)
      try Recount(database, days).count(around: rows)
      return rows
    }
  }
}
