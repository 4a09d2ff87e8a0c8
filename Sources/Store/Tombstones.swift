package import Complaints
import Foundation
import GRDB
import Text

/// What was erased and must not come back, within a transaction.
struct Tombstones {
  let database: Database
  /// Whether nothing was ever erased, which is so in most stores and costs nothing then.
  let areNone: Bool

  init(_ database: Database) throws {
    self.database = database
    areNone =
      try Bool.fetchOne(
        database.cachedStatement(sql: "SELECT NOT EXISTS (SELECT 1 FROM tombstone)")) ?? true
  }

  /// Whether a verbatim was erased, or is the same mail or table row that was. What is stored all
  /// the same stays.
  func cover(_ verbatim: Verbatim) throws -> Bool {
    guard !areNone else { return false }
    let marks = Tombstones.marks(of: verbatim) + [verbatim.document]
    return try marks.contains(where: cover) && !isStored(verbatim.id)
  }

  func isStored(_ id: Fingerprint) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM verbatim WHERE fingerprint = ?)"),
      arguments: [id.data]) ?? false
  }

  func cover(_ fingerprint: Fingerprint) throws -> Bool {
    guard !areNone else { return false }
    return try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM tombstone WHERE fingerprint = ?)"),
      arguments: [fingerprint.data]) ?? false
  }

  func insert(_ fingerprint: Fingerprint, at moment: Timestamp) throws {
    try database.cachedStatement(sql: "INSERT OR IGNORE INTO tombstone VALUES (?, ?)")
      .execute(arguments: [fingerprint.data, moment.seconds])
  }

  /// What names a verbatim however it is exported: itself, and its Message-ID or row with its
  /// author, since an export may hold a mail cut off, or a row with a word changed.
  static func marks(of verbatim: Verbatim) -> [Fingerprint] {
    var marks = [verbatim.id]
    if verbatim.part == .mail, let messageID = verbatim.messageID {
      marks.append(Fingerprint(fields: ["erased mail", messageID, verbatim.person ?? ""]))
    }
    if let row = verbatim.row, let person = verbatim.person {
      marks.append(Fingerprint(fields: ["erased row", row, person]))
    }
    return marks
  }
}

extension ComplaintStore {
  /// Whether something with this fingerprint was erased: a verbatim, a document, kept bytes.
  package func isErased(_ fingerprint: Fingerprint) throws(Failure) -> Bool {
    try read { try Tombstones($0).cover(fingerprint) }
  }
  /// Whether anything was ever erased.
  package func hasErased() throws(Failure) -> Bool {
    try read { try !Tombstones($0).areNone }
  }
}
