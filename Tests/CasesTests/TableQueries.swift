import Cases
import GRDB
import Store

extension CaseWorld {
  /// All rows of a query, each as one line.
  func lines(_ query: String) throws -> [String] {
    try store.read { database in
      try Row.fetchAll(database, sql: query).map { row in
        row.databaseValues.map(\.description).joined(separator: " ")
      }
    }
  }

  /// Every table that cases are kept in.
  func tables() throws -> [String] {
    try [
      "SELECT * FROM complaintCase ORDER BY id", "SELECT * FROM contact ORDER BY verbatimID",
      "SELECT * FROM caseProblem ORDER BY type, touchpoint, caseID",
      "SELECT * FROM problemWeek ORDER BY type, touchpoint, week, happenedWeek",
    ].flatMap { try lines($0) }
  }

  /// Makes the next `refresh` find everything anew, threads included.
  func outdate() throws {
    try store.write {
      try $0.execute(sql: "UPDATE derivation SET isFresh = 0, generationID = NULL")
    }
  }

  /// Deletes a verbatim.
  func erase(_ row: Int64) throws {
    try store.write {
      try $0.execute(sql: "DELETE FROM verbatim WHERE id = ?", arguments: [row])
    }
  }

  /// Whether the weekly counts are what the entries say, and no row names a missing case.
  func isConsistent() throws -> Bool {
    let counted = try lines("SELECT * FROM problemWeek ORDER BY 1, 2, 3, 4")
    let grouped = try lines(
      """
      SELECT type, touchpoint, week, happenedWeek, count(*), count(lagDays) FROM caseProblem
      WHERE week IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
      """)
    return try counted == grouped && lines("PRAGMA foreign_key_check").isEmpty
  }

  /// The case of each row, by its first complaint; "NULL" for what is no complaint.
  func cases() throws -> [String] { try lines("SELECT caseID FROM contact ORDER BY verbatimID") }

  /// The weekly counts of one problem as "week cases".
  func weeks(_ type: String, _ touchpoint: String) throws -> [String] {
    try lines(
      """
      SELECT week, sum(caseCount) FROM problemWeek
      WHERE type = '\(type)' AND touchpoint = '\(touchpoint)' GROUP BY week ORDER BY week
      """)
  }
}
