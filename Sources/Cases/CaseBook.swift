public import Complaints
public import Store

/// The cases of a store: which complaints belong together, derived from what is stored.
public struct CaseBook: Sendable {
  let store: ComplaintStore
  let days: LocalDays

  /// The cases of a store, counted in the weeks of a time zone.
  public init(store: ComplaintStore, days: LocalDays) {
    self.store = store
    self.days = days
  }

  /// Derives threads, duplicates, cases and their problems for what changed since the last time and
  /// for all that depends on it: stored verbatims, the generation in force, or the time zone. The
  /// result is the same as if everything were derived at once.
  ///
  /// Only one process may do this at a time. Many short transactions: after each, every case that
  /// readers see is whole, and what is not counted yet stands as it was. After an interruption the
  /// next call goes on. Memory grows with the largest case, not with the store.
  ///
  /// - Returns: what there is now; nil where nothing had changed.
  public func refresh() throws(ComplaintStore.Failure) -> CaseTotals? {
    guard try store.read({ try Recount($0, days).isDue() }) else { return nil }
    var last: Int64? = 0
    while let row = last { last = try store.write { try Recount($0, days).markNext(after: row) } }
    last = 0
    while let row = last { last = try store.write { try Recount($0, days).foldNext(after: row) } }
    while try store.write({ try Recount($0, days).threadNext() }) {}
    while try store.write({ try Recount($0, days).countNext() }) {}
    return try store.write { try Recount($0, days).finish() }
  }

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
