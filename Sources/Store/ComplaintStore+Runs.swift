public import Complaints
import Foundation
import GRDB

extension ComplaintStore {
  /// The row and the text of a stored verbatim; nil when it is not stored.
  public func text(ofVerbatim id: Fingerprint) throws(Failure) -> (rowID: Int64, text: String)? {
    try read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT id, text FROM verbatim WHERE fingerprint = ?",
        arguments: [id.data])
      return row.map { ($0["id"], String(decoding: $0["text"] as Data, as: UTF8.self)) }
    }
  }

  /// Notes that a run has begun.
  ///
  /// - Returns: the run's number.
  public func beginRun(at moment: Timestamp) throws(Failure) -> Int64 {
    try write { database in
      try database.execute(
        sql: "INSERT INTO run (startedAt) VALUES (?)", arguments: [moment.seconds])
      return database.lastInsertedRowID
    }
  }

  /// Notes that a run has ended.
  public func finishRun(_ run: Int64) throws(Failure) {
    try write { database in
      try database.execute(sql: "UPDATE run SET isFinished = 1 WHERE id = ?", arguments: [run])
    }
  }

  /// Whether the newest run or load came to its end; true where there was none.
  public func isLastRunFinished() throws(Failure) -> Bool {
    try read { database in
      try Bool.fetchOne(database, sql: "SELECT isFinished FROM run ORDER BY id DESC LIMIT 1")
        ?? true
    }
  }

  /// Until when complaints were read: the moment of the newest run or load that came to its end;
  /// nil where there was none. What was received later is not known to be nothing.
  public func readUntil() throws(Failure) -> Timestamp? {
    try read { database in
      try Int.fetchOne(database, sql: "SELECT max(startedAt) FROM run WHERE isFinished")
        .map(Timestamp.init(seconds:))
    }
  }

  /// How much the store holds.
  public func counts() throws(Failure) -> (verbatims: Int, complaints: Int, quarantined: Int) {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT (SELECT verbatimCount FROM derivation) AS verbatims,
            (SELECT complaintCount FROM generation WHERE state = 'current') AS complaints,
            (SELECT count(*) FROM quarantine) AS quarantined
          """)
      return (row?["verbatims"] ?? 0, row?["complaints"] ?? 0, row?["quarantined"] ?? 0)
    }
  }
}

extension ComplaintStore {
  /// Stored verbatims with their verdicts in the current generation, in the order of `rowIDs`;
  /// rows that do not exist are left out.
  public func verdicts(of rowIDs: [Int64]) throws(Failure) -> [StoredVerbatim] {
    try read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT \(StoredVerbatim.columns) \(ComplaintStore.judgedVerbatims)
          WHERE verbatim.id = ?
          """)
      return try rowIDs.compactMap { rowID in
        guard let row = try Row.fetchOne(statement, arguments: [rowID]) else { return nil }
        var stored = try StoredVerbatim(row, vocabulary, database)
        stored.decisions = try ComplaintStore.decisions(ofRow: rowID, database)
        return stored
      }
    }
  }
}
