public import Complaints
import Foundation
import GRDB

extension ComplaintStore {
  /// Notes that the kept bytes of entries are erased: the entries stay, without bytes, unless their
  /// place tells whose they were; the same bytes are never kept again.
  ///
  /// - Parameters:
  ///   - contents: fingerprints of the bytes, by the entries' fingerprints.
  ///   - address: what places must not hold.
  public func eraseKept(
    _ contents: [(entry: Fingerprint, content: Fingerprint)], address: String?,
    at moment: Timestamp
  ) throws(Failure) {
    try write { database in
      let tombstones = try Tombstones(database)
      try database.execute(
        sql: "INSERT OR IGNORE INTO pendingPurge VALUES (1, ?)", arguments: [moment.seconds])
      for (entry, content) in contents {
        try tombstones.insert(content, at: moment)
        try database.execute(
          sql:
            "UPDATE quarantine SET isKept = 0, head = x'', detail = 'erased' WHERE fingerprint = ?",
          arguments: [entry.data])
      }
      guard let address else { return }
      try database.execute(
        sql: "DELETE FROM quarantine WHERE instr(lower(source || detail), lower(?)) > 0",
        arguments: [address])
    }
  }

  /// Blackens an address in what people wrote in prevention items and in the names of sources that
  /// frozen weeks tell, and forgets paths that hold it.
  ///
  /// - Returns: how many events, and how many paths and weeks.
  public func blacken(_ address: String) throws(Failure) -> (events: Int, paths: Int) {
    try write { database in
      let events = try blacken(address, in: "detail", of: "itemEvent", by: "id", database)
      var paths = try blacken(address, in: "facts", of: "digest", by: "week, revision", database)
      for (table, column) in [("source", "path"), ("sourceVolume", "source")] {
        try database.execute(
          sql: "DELETE FROM \(table) WHERE instr(lower(\(column)), lower(?)) > 0",
          arguments: [address])
        paths += database.changesCount
      }
      return (events, paths)
    }
  }

  private func blacken(
    _ address: String, in column: String, of table: String, by key: String, _ database: Database
  ) throws -> Int {
    var count = 0
    for row in try Row.fetchAll(database, sql: "SELECT \(column), \(key) FROM \(table)") {
      let words: String = row[0]
      let clean = words.replacingOccurrences(
        of: address, with: "[erased]", options: .caseInsensitive)
      guard clean != words else { continue }
      count += 1
      let marks = row.dropFirst().map { _ in "?" }.joined(separator: ", ")
      try database.execute(
        sql: "UPDATE \(table) SET \(column) = ? WHERE (\(key)) = (\(marks))",
        arguments: StatementArguments([clean.databaseValue] + row.dropFirst().map(\.1)))
    }
    return count
  }

  /// Whether an erasure was interrupted before `purge`.
  public func isPurgeDue() throws(Failure) -> Bool {
    try read { database in
      try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM pendingPurge)") ?? false
    }
  }

  /// Takes what was erased out of the full-text index's old parts, out of free pages and out of the
  /// log, by writing the database anew.
  ///
  /// Needs as much free disk as the database takes; memory stays bounded.
  public func purge() throws(Failure) {
    try write { database in
      try database.execute(sql: "INSERT INTO ownWords (ownWords) VALUES ('optimize')")
    }
    do {
      try database.writeWithoutTransaction { database in
        // The writing connection's setting: in memory elsewhere, but not a whole database.
        try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = FILE; VACUUM")
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
        try database.execute(sql: "DELETE FROM pendingPurge")
        _ = try database.checkpoint(.truncate)
      }
    } catch {
      throw .database(path: database.path, reason: ComplaintStore.reason(error))
    }
  }

  /// Makes SQLite overwrite what it deletes from now on, in this process.
  public func overwriteWhatIsDeleted() throws(Failure) {
    do {
      try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    } catch {
      throw .database(path: database.path, reason: ComplaintStore.reason(error))
    }
  }
}
