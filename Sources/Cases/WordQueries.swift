import Complaints
import GRDB
import Store

extension Recount {
  /// The rows of verbatims that are new or have other words than before.
  func rowsNotFolded() throws -> [Int64] {
    try Int64.fetchAll(
      database,
      sql: "SELECT id FROM verbatim EXCEPT SELECT verbatimID FROM contact ORDER BY 1")
  }

  /// Stores what verbatims' words fold to, each for now as a thread of its own.
  func fold(_ rows: some Collection<Int64>) throws {
    for row in rows {
      let name = try words(ofRow: row).name
      try database.cachedStatement(
        sql: "INSERT INTO contact (verbatimID, thread, words) VALUES (?, ?, ?)"
      ).execute(arguments: [row, row, name])
    }
  }

  /// The folded own words of a row: no quotes, no signatures, no staff.
  func words(ofRow rowID: Int64) throws -> FoldedWords {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT verbatim.*, NULL AS verdictReason, NULL AS isComplaint, NULL AS tags,
            NULL AS ruleSet, NULL AS engine
          FROM verbatim WHERE id = ?
          """), arguments: [rowID])
    guard let verbatim = try row.map(StoredVerbatim.init)?.verbatim else {
      return FoldedWords("")
    }
    return FoldedWords(ComplaintStore.ownWords(verbatim.text, verbatim.passages))
  }
}
