package import Complaints
package import GRDB
import GRDBSQLite

/// A statement that is run for each of many rows of a transaction.
///
/// GRDB prepares and keeps it; values go in and out without a box for each, which costs more than
/// what SQLite does with them where a whole night's mails are written. Elsewhere GRDB's own calls
/// read better.
///
/// Bind values from the first to the last, then `run()`, or `next()` for as long as there are rows.
package final class BulkStatement {
  private let statement: Statement
  let handle: OpaquePointer
  // Only its own calls change it; looking out for others would cost as much as binding.
  @exclusivity(unchecked) private var boundCount: Int32 = 0

  /// A statement of a connection; two with the same SQL must not be used at the same time.
  package init(_ sql: String, _ database: Database) throws {
    statement = try database.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
    sqlite3_reset(handle)
  }

  /// Binds the next value.
  package func bind(_ value: Int64) {
    boundCount += 1
    sqlite3_bind_int64(handle, boundCount, value)
  }

  /// Binds the next value; nil is NULL.
  package func bind(_ value: Int64?) {
    if let value { bind(value) } else { bindNull() }
  }

  /// Binds the next value; nil is NULL.
  package func bind(_ value: Int?) { bind(value.map(Int64.init)) }

  /// Binds the next value; nil is NULL.
  package func bind(_ value: Bool?) { bind(value.map { $0 ? 1 : 0 } as Int64?) }

  /// Binds the next value; nil is NULL.
  package func bind(_ value: Double?) {
    guard let value else { return bindNull() }
    boundCount += 1
    sqlite3_bind_double(handle, boundCount, value)
  }

  /// Binds the next value as text; nil is NULL.
  package func bind(_ value: String?) {
    guard var value else { return bindNull() }
    boundCount += 1
    // No bytes have no address, and would be NULL.
    guard !value.isEmpty else {
      sqlite3_bind_text(handle, boundCount, "", 0, BulkStatement.copied)
      return
    }
    value.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = sqlite3_bind_text(
          handle, boundCount, characters.baseAddress, Int32(characters.count),
          BulkStatement.copied)
      }
    }
  }

  /// Binds the next value as text in UTF-8 without a NUL.
  package func bind(text bytes: [UInt8]) {
    boundCount += 1
    bytes.withUnsafeBytes { bytes in
      let characters = bytes.bindMemory(to: CChar.self)
      _ =
        bytes.isEmpty
        ? sqlite3_bind_text(handle, boundCount, "", 0, BulkStatement.copied)
        : sqlite3_bind_text(
          handle, boundCount, characters.baseAddress, Int32(bytes.count), BulkStatement.copied)
    }
  }

  /// Binds the next value as a blob.
  package func bind(_ bytes: [UInt8]) {
    boundCount += 1
    bytes.withUnsafeBytes { bytes in
      _ =
        bytes.isEmpty
        ? sqlite3_bind_zeroblob(handle, boundCount, 0)
        : sqlite3_bind_blob(
          handle, boundCount, bytes.baseAddress, Int32(bytes.count), BulkStatement.copied)
    }
  }

  /// Binds the UTF-8 of the next value as a blob.
  package func bind(bytesOf text: String) { bind([UInt8](text.utf8)) }

  /// Binds the next value as 16 bytes.
  package func bind(_ fingerprint: Fingerprint) {
    var halves = (fingerprint.high.bigEndian, fingerprint.low.bigEndian)
    boundCount += 1
    _ = withUnsafeBytes(of: &halves) {
      sqlite3_bind_blob(handle, boundCount, $0.baseAddress, 16, BulkStatement.copied)
    }
  }

  private func bindNull() {
    boundCount += 1
    sqlite3_bind_null(handle, boundCount)
  }

  /// Runs the statement to its end, with the values that were bound.
  package func run() throws {
    while try next() {}
  }

  /// Goes to the next row; false behind the last one, where the statement can be bound anew.
  package func next() throws -> Bool {
    boundCount = 0
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    let message =
      code == SQLITE_DONE ? nil : String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
    sqlite3_reset(handle)
    guard let message else { return false }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }

  /// Leaves the rows that are left, so that the statement can be bound anew.
  package func stop() { sqlite3_reset(handle) }

  /// SQLite copies what is bound.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
