import Complaints
import Foundation
import GRDB

extension ComplaintStore {
  /// The page size of new and of compacted stores, in bytes: texts of customers fit in few pages.
  static let pageByteCount = 8_192

  /// What is wrong with the database: damaged pages, rows that name missing ones, a damaged
  /// full-text index, counts that are not those of what they count. One line each, without words of
  /// customers; nothing where all is well.
  ///
  /// Reads everything once.
  public func defects() throws(Failure) -> [String] {
    var defects = try read { database in
      try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
    }
    guard defects.isEmpty else { return defects }
    defects = try read { database in
      try ComplaintStore.orphans(database) + ComplaintStore.miscounts(database)
    }
    do {
      try database.write { database in
        try database.execute(sql: "INSERT INTO ownWords (ownWords) VALUES ('integrity-check')")
      }
    } catch {
      defects.append("the full-text index: \(ComplaintStore.reason(error))")
    }
    return defects
  }

  private static func orphans(_ database: Database) throws -> [String] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2
        """)
    return rows.map { row in
      let (table, parent, count): (String, String, Int) = (row[0], row[1], row[2])
      return "\(table): \(count) rows name a missing row of \(parent)"
    }
  }

  /// Each count that triggers keep, against counting anew.
  private static func miscounts(_ database: Database) throws -> [String] {
    let counts = [
      ("verbatims", "SELECT verbatimCount FROM derivation", "SELECT count(*) FROM verbatim"),
      (
        "verdicts", "SELECT id, verdictCount, complaintCount FROM generation",
        """
        SELECT id, count(verbatimID), count(CASE WHEN coalesce(reviewed, isComplaint) THEN 1 END)
        FROM generation LEFT JOIN verdict ON generationID = id GROUP BY id
        """
      ),
      (
        "weekly counts", "SELECT * FROM problemWeek",
        """
        SELECT type, touchpoint, week, happenedWeek, count(*), count(lagDays) FROM caseProblem
        WHERE week IS NOT NULL GROUP BY 1, 2, 3, 4
        """
      ),
      (
        "lags of weeks", "SELECT * FROM weekLag",
        """
        SELECT week, lagDays, count(*) FROM caseReport
        WHERE week IS NOT NULL AND lagDays IS NOT NULL GROUP BY 1, 2
        """
      ),
      (
        "the queue", "SELECT distance, count FROM queueCount WHERE count <> 0",
        "SELECT distance, count(*) FROM queued GROUP BY 1"
      ),
    ]
    return try counts.compactMap { name, kept, anew in
      let differing = try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM (SELECT * FROM (\(kept) EXCEPT \(anew))
            UNION ALL SELECT * FROM (\(anew) EXCEPT \(kept)))
          """)
      return differing == 0 ? nil : "\(name): what is counted is not what is stored"
    }
  }

  /// Copies the database as it is at one moment, while others read and write; a file of that name is
  /// replaced once the copy is whole.
  ///
  /// - Throws: `Failure.database` naming the file that cannot be written.
  public func backUp(to path: String) throws(Failure) {
    let unfinished = path + ".unfinished"
    let files = FileManager.default
    do {
      try? files.removeItem(atPath: unfinished)
      guard
        files.createFile(
          atPath: unfinished, contents: nil, attributes: [.posixPermissions: 0o600])
      else { throw Failure.database(path: path, reason: "cannot be written") }
      let copy = try DatabaseQueue(path: unfinished)
      try database.backup(to: copy)
      // One file: what is in no log is not forgotten when it is moved.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: unfinished))
      try file.synchronize()
      try file.close()
      guard rename(unfinished, path) == 0 else {
        throw Failure.database(path: path, reason: String(cString: strerror(errno)))
      }
    } catch {
      try? files.removeItem(atPath: unfinished)
      if let failure = error as? Failure { throw failure }
      throw .database(path: path, reason: ComplaintStore.reason(error))
    }
  }

  /// Writes the database anew without free pages, and the full-text index in one piece.
  ///
  /// Only one process may have the store open while its page size is changed, which is once for a
  /// store of an older version. Needs as much free disk as the database takes.
  public static func compact(folder: String) throws(Failure) {
    let path = folder + "/forestall.sqlite"
    do {
      try ComplaintStore(folder: folder).database.close()
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { database in
        guard try Int.fetchOne(database, sql: "PRAGMA page_size") != pageByteCount else { return }
        try database.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA temp_store = FILE")
        try database.execute(sql: "PRAGMA page_size = \(pageByteCount); VACUUM")
        try database.execute(sql: "PRAGMA journal_mode = WAL")
      }
      try queue.close()
    } catch {
      if let failure = error as? Failure { throw failure }
      throw .database(path: path, reason: reason(error))
    }
    try ComplaintStore(folder: folder).purge()
  }
}
