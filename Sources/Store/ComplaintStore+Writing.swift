public import Complaints
import GRDB
import Text

extension ComplaintStore {
  /// Stores a batch in one transaction; what is stored already is left as it is.
  ///
  /// - Parameter generation: the generation that the batch's verdicts belong to.
  /// - Throws: `Failure.database`; nothing of the batch is stored then.
  public func insert(
    _ batch: StoreBatch, generation: Int64
  ) throws(Failure) -> StoreChanges {
    try insert([batch], generation: generation)[0]
  }

  /// Stores several batches in one transaction, as `insert(_:generation:)`.
  ///
  /// - Returns: what each has changed.
  public func insert(
    _ batches: [StoreBatch], generation: Int64
  ) throws(Failure) -> [StoreChanges] {
    try write { database in
      let tombstones = try Tombstones(database)
      var writer = try VerbatimWriter(self, database, generation: generation)
      let changes = try batches.map { try insert($0, tombstones, &writer, database) }
      try writer.finish()
      if changes.contains(where: { $0.newVerbatimCount + $0.changedVerbatimCount > 0 }) {
        try outdate(database)
      }
      return changes
    }
  }

  private func insert(
    _ batch: StoreBatch, _ tombstones: Tombstones, _ writer: inout VerbatimWriter,
    _ database: Database
  ) throws -> StoreChanges {
    var changes = StoreChanges()
    for entry in batch.entries {
      if try tombstones.cover(entry.verbatim) {
        changes.erasedVerbatimCount += 1
      } else {
        try writer.insert(entry, &changes)
      }
    }
    for fingerprint in batch.released { try release(fingerprint, database) }
    for entry in batch.quarantined where try insert(entry, database) {
      changes.newRejectionCount += 1
    }
    if var progress = batch.progress {
      progress.largestByteCount = progress.facts.byteCount
      if changes.newVerbatimCount == 0 { try keepSize(in: &progress, database) }
      try insert(progress, database)
    }
    return changes
  }

  /// Stores a verdict on a verbatim that is stored already.
  public func insert(
    _ verdict: Verdict, ofRow rowID: Int64, generation: Int64
  ) throws(Failure) -> StoreChanges {
    try insert([(rowID, verdict)], generation: generation)
  }

  /// Stores verdicts on verbatims that are stored already, in one transaction.
  public func insert(
    _ verdicts: [(rowID: Int64, verdict: Verdict)], generation: Int64
  ) throws(Failure) -> StoreChanges {
    try write { database in
      var writer = try VerdictWriter(vocabulary, database, generation: generation)
      var changes = StoreChanges()
      for (rowID, verdict) in verdicts {
        if try writer.insert(verdict, ofRow: rowID), verdict.isComplaint == true {
          changes.complaintCount += 1
        }
      }
      try writer.finish()
      try outdate(database)
      return changes
    }
  }

  /// Notes that what is derived from the stored verdicts must be derived anew.
  func outdate(_ database: Database) throws {
    try database.cachedStatement(sql: "UPDATE derivation SET isFresh = 0").execute()
  }
}
