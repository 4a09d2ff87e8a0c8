import Complaints
import GRDB
import Store

extension Recount {
  /// Stores what the words fold to of up to 256 new or changed verbatims behind a row, each in its
  /// thread.
  ///
  /// - Returns: the last of them; nil where there was none.
  func foldNext(after rowID: Int64) throws -> Int64? {
    let rows = try Int64.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT verbatimID FROM staleRow WHERE verbatimID > ?
            AND NOT EXISTS (SELECT 1 FROM contact WHERE contact.verbatimID = staleRow.verbatimID)
          ORDER BY verbatimID LIMIT 256
          """), arguments: [rowID])
    for row in rows {
      guard let words = try words(ofRow: row) else {
        try database.cachedStatement(sql: "DELETE FROM staleRow WHERE verbatimID = ?")
          .execute(arguments: [row])
        continue
      }
      try database.cachedStatement(
        sql: "INSERT INTO contact (verbatimID, thread, words) VALUES (?, ?, ?)"
      ).execute(arguments: [row, row, words.name])
      try join(row)
    }
    return rows.last
  }

  /// The folded own words of a row: no quotes, no signatures, no staff; nil where the row is gone.
  func words(ofRow rowID: Int64) throws -> FoldedWords? {
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT * FROM verbatim WHERE id = ?"), arguments: [rowID])
    guard let verbatim = try row.map(StoredVerbatim.init)?.verbatim else { return nil }
    return FoldedWords(ComplaintStore.ownWords(verbatim.text, verbatim.passages))
  }
}
