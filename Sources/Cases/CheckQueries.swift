import Complaints
import Foundation
import GRDB
public import Store
import Text

extension CaseBook {
  /// Which tables of cases are not what counting everything anew gives; nothing where all are.
  ///
  /// Counts in a copy of the store beside it, so that others read and write on; where anything
  /// differs, the next `refresh` counts everything anew.
  ///
  /// - Returns: one line for each table; nil where something changed since the last counting.
  public func defects() throws(ComplaintStore.Failure) -> [String]? {
    guard try store.read({ try !Recount($0, days).isDue() }) else { return nil }
    let folder = store.folder + "/check"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try? FileManager.default.removeItem(atPath: folder)
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .folder(path: folder, reason: (error as NSError).localizedDescription)
    }
    try store.backUp(to: folder + "/forestall.sqlite")
    let copy = try ComplaintStore(folder: folder)
    let before = try copy.read { try CaseBook.tables($0) }
    try copy.write { try CaseBook.distrust($0) }
    _ = try CaseBook(store: copy, days: days).refresh()
    let after = try copy.read { try CaseBook.tables($0) }
    let defects = zip(before, after).filter { $0 != $1 }.map { $0.0.name }
    if !defects.isEmpty { try store.write { try CaseBook.distrust($0) } }
    return defects.map { "\($0): what is counted is not what counting anew gives" }
  }

  /// The tables of cases, each with the fingerprint of its rows.
  private static func tables(
    _ database: Database
  ) throws -> [(name: String, rows: Fingerprint)] {
    try [
      ("cases", "SELECT * FROM complaintCase ORDER BY id"),
      ("places in cases", "SELECT * FROM contact ORDER BY verbatimID"),
      ("reports of problems", "SELECT * FROM caseReport ORDER BY caseID, problemID"),
    ].map { name, query in
      var hasher = Hasher128()
      let rows = try Row.fetchCursor(database, sql: query)
      while let row = try rows.next() {
        for value in row.databaseValues { hasher.add("\(value)|".utf8) }
      }
      return (name, hasher.fingerprint())
    }
  }

  /// Makes the next `refresh` find everything anew, threads included.
  private static func distrust(_ database: Database) throws {
    try database.execute(sql: "UPDATE derivation SET isFresh = 0, generationID = NULL")
  }
}
