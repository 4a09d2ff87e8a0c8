import Complaints
import Foundation
import GRDB

extension ComplaintStore {
  /// The page size of new and of compacted stores, in bytes: texts of customers fit in few pages.
  static let pageByteCount = 8_192
  /// How long the log of changes becomes before they are written into the file, in pages.
  static let logPageCount = 8_192

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
