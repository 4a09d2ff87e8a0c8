public import Complaints
import Foundation
import GRDB

extension ComplaintStore {
  /// Erases verbatims with everything that was derived from their words, and sets tombstones so
  /// that no run and no load brings them back. Verdicts, tags, decisions and places in cases go
  /// with them; the cases must be counted anew.
  ///
  /// In bounded transactions: after an interruption the same call goes on. Only `purge` takes the
  /// bytes out of free pages and the log.
  public func erase(_ rowIDs: [Int64], at moment: Timestamp) throws(Failure) -> ErasureCounts {
    var counts = ErasureCounts()
    var rest = rowIDs[...]
    while !rest.isEmpty {
      let batch = rest.prefix(ComplaintStore.erasedTogether)
      rest = rest.dropFirst(ComplaintStore.erasedTogether)
      try write { database in
        try database.execute(
          sql: "INSERT OR IGNORE INTO pendingPurge VALUES (1, ?)", arguments: [moment.seconds])
        for rowID in batch { try erase(rowID, at: moment, &counts, database) }
        try database.execute(
          sql: """
            UPDATE volumeProgress
            SET lastRow = min(lastRow, (SELECT coalesce(max(id), 0) FROM verbatim))
            """)
        try outdate(database)
      }
    }
    return counts
  }

  private static let erasedTogether = 128

  private func erase(
    _ rowID: Int64, at moment: Timestamp, _ counts: inout ErasureCounts, _ database: Database
  ) throws {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT * FROM verbatim WHERE id = ?"),
      arguments: [rowID])
    guard let verbatim = try row.map(StoredVerbatim.init)?.verbatim else { return }
    counts.verbatimCount += 1
    counts.decisionCount +=
      try Int.fetchOne(
        database.cachedStatement(sql: "SELECT count(*) FROM decision WHERE verbatimID = ?"),
        arguments: [rowID]) ?? 0
    let tombstones = try Tombstones(database)
    for mark in Tombstones.marks(of: verbatim) { try tombstones.insert(mark, at: moment) }
    try database.cachedStatement(
      sql: "INSERT INTO ownWords (ownWords, rowid, text) VALUES ('delete', ?, ?)"
    ).execute(arguments: [
      rowID, ComplaintStore.ownWords(verbatim.text, verbatim.passages),
    ])
    try database.cachedStatement(sql: "DELETE FROM verbatim WHERE id = ?")
      .execute(arguments: [rowID])
    try mark(verbatim, at: moment, tombstones)
  }

  /// Marks the document too once nothing of it is stored. A page may be written anew by others, so
  /// it is never marked.
  private func mark(
    _ verbatim: Verbatim, at moment: Timestamp, _ tombstones: Tombstones
  ) throws {
    guard verbatim.channel != .web else { return }
    let isGone = try Bool.fetchOne(
      tombstones.database.cachedStatement(
        sql: "SELECT NOT EXISTS (SELECT 1 FROM verbatim WHERE document = ?)"),
      arguments: [verbatim.document.data])
    if isGone == true { try tombstones.insert(verbatim.document, at: moment) }
  }

  /// Takes the fingerprints of words that are stored no more out of frozen weeks: they would let
  /// somebody test what was written. The letters say "[erased]" there.
  ///
  /// - Returns: how many quotations.
  public func blankQuotations() throws(Failure) -> Int {
    try write { database in
      let tombstones = try Tombstones(database)
      var count = 0
      for week in try Row.fetchAll(database, sql: "SELECT week, revision, facts FROM digest") {
        let mark = "\"verbatim\":\""
        let facts = week["facts"] as String
        var pieces = facts.components(separatedBy: mark)
        for index in pieces.indices.dropFirst() {
          guard let id = Fingerprint(String(pieces[index].prefix(32))),
            try !tombstones.isStored(id)
          else { continue }
          let head = "\(id)\",\"words\":\""
          let rest = pieces[index].dropFirst(head.count)
          guard pieces[index].hasPrefix(head), rest.first != "\"" else { continue }
          pieces[index] = head + rest.drop { $0 != "\"" }
          count += 1
        }
        let blanked = pieces.joined(separator: mark)
        guard blanked != facts else { continue }
        try database.execute(
          sql: "UPDATE digest SET facts = ? WHERE week = ? AND revision = ?",
          arguments: [blanked, week["week"] as Int, week["revision"] as Int])
      }
      return count
    }
  }
}
