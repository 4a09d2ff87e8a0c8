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
  /// Why SQLite refused a value first; the statement is not run then.
  @exclusivity(unchecked) private var refusal: Int32 = SQLITE_OK

  /// A statement of a connection; two with the same SQL must not be used at the same time.
  package init(_ sql: String, _ database: Database) throws {
    statement = try database.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
    sqlite3_reset(handle)
  }

  /// Binds the next value.
  package func bind(_ value: Int64) {
    bindNext { sqlite3_bind_int64(handle, $0, value) }
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
    bindNext { sqlite3_bind_double(handle, $0, value) }
  }

  /// Binds the next value as text; nil is NULL.
  package func bind(_ value: String?) {
    guard var value else { return bindNull() }
    value.withUTF8 { bindText(UnsafeRawBufferPointer($0)) }
  }

  /// Binds the next value as text in UTF-8 without a NUL.
  package func bind(text bytes: [UInt8]) {
    bytes.withUnsafeBytes(bindText)
  }

  /// Binds the next value as a blob.
  package func bind(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      bindNext {
        bytes.isEmpty
          ? sqlite3_bind_zeroblob(handle, $0, 0)
          : sqlite3_bind_blob(
            handle, $0, bytes.baseAddress, Int32(bytes.count), BulkStatement.copied)
      }
    }
  }

  /// Binds the UTF-8 of the next value as a blob.
  package func bind(bytesOf text: String) { bind([UInt8](text.utf8)) }

  /// Binds the next value as 16 bytes.
  package func bind(_ fingerprint: Fingerprint) {
    var halves = (fingerprint.high.bigEndian, fingerprint.low.bigEndian)
    withUnsafeBytes(of: &halves) { bytes in
      bindNext { sqlite3_bind_blob(handle, $0, bytes.baseAddress, 16, BulkStatement.copied) }
    }
  }

  private func bindNull() {
    bindNext { sqlite3_bind_null(handle, $0) }
  }

  private func bindText(_ bytes: UnsafeRawBufferPointer) {
    bindNext {
      // No bytes have no address, and would be NULL.
      bytes.isEmpty
        ? sqlite3_bind_text(handle, $0, "", 0, BulkStatement.copied)
        : sqlite3_bind_text(
          handle, $0, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count),
          BulkStatement.copied)
    }
  }

  @inline(__always)
  private func bindNext(_ bind: (Int32) -> Int32) {
    boundCount += 1
    let code = bind(boundCount)
    if code != SQLITE_OK, refusal == SQLITE_OK { refusal = code }
  }

  /// Runs the statement to its end, with the values that were bound.
  package func run() throws {
    while try next() {}
  }

  /// Goes to the next row; false behind the last one, where the statement can be bound anew.
  ///
  /// - Throws: `DatabaseError`, also where a value could not be bound.
  package func next() throws -> Bool {
    boundCount = 0
    let code = refusal == SQLITE_OK ? sqlite3_step(handle) : refusal
    if code == SQLITE_ROW { return true }
    let message = String(
      cString: refusal == SQLITE_OK
        ? sqlite3_errmsg(sqlite3_db_handle(handle)) : sqlite3_errstr(code))
    refusal = SQLITE_OK
    sqlite3_reset(handle)
    if code == SQLITE_DONE { return false }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }

  /// Leaves the rows that are left, so that the statement can be bound anew.
  package func stop() { sqlite3_reset(handle) }

  /// SQLite copies what is bound.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
