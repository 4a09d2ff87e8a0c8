public import Complaints
import Foundation
import GRDB

extension ComplaintStore {
  /// Notes that the kept bytes of entries are erased: the entries stay, without bytes; the same
  /// bytes are never kept again.
  ///
  /// - Parameter contents: fingerprints of the bytes, by the entries' fingerprints.
  public func eraseKept(
    _ contents: [(entry: Fingerprint, content: Fingerprint)], at moment: Timestamp
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
    }
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
