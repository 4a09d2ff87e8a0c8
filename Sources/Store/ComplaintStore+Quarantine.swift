public import Complaints
import Foundation
import GRDB

extension ComplaintStore {
  /// Everything that could not be read, the oldest first.
  public func quarantined() throws(Failure) -> [QuarantineEntry] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM quarantine ORDER BY id")
        .map(QuarantineEntry.init)
    }
  }

  /// What was rejected last by another version of the reader, or of the program.
  public func quarantined(notBy readerVersion: String) throws(Failure) -> [QuarantineEntry] {
    try quarantined().filter { $0.isKept && $0.readerVersion != readerVersion }
  }

  /// Entries whose id begins with some hexadecimal digits (four or more), or that stand at a place.
  public func quarantined(named name: String) throws(Failure) -> [QuarantineEntry] {
    let digits = name.lowercased()
    let isID = digits.utf8.count >= 4
    return try quarantined().filter {
      isID && $0.fingerprint.description.hasPrefix(digits) || $0.source == name
    }
  }

  /// Whether this rejection is in the store already.
  public func isQuarantined(_ fingerprint: Fingerprint) throws(Failure) -> Bool {
    try read { database in
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM quarantine WHERE fingerprint = ?)",
        arguments: [fingerprint.data]) ?? false
    }
  }

  /// Takes back rejections of a place whose bytes could not be kept, once the place was read to
  /// its end.
  ///
  /// - Parameter others: rejections that stay, since they are of the reading itself.
  public func releaseUnkept(
    of source: String, besides others: Set<Fingerprint>
  ) throws(Failure) {
    let unkept = try read { database in
      try Data.fetchAll(
        database, sql: "SELECT fingerprint FROM quarantine WHERE source = ? AND isKept = 0",
        arguments: [source])
    }.map(Fingerprint.init(data:)).filter { !others.contains($0) }
    guard !unkept.isEmpty else { return }
    try write { database in for fingerprint in unkept { try release(fingerprint, database) } }
  }

  /// Deletes the row of an entry.
  func release(_ fingerprint: Fingerprint, _ database: Database) throws {
    try database.cachedStatement(sql: "DELETE FROM quarantine WHERE fingerprint = ?")
      .execute(arguments: [fingerprint.data])
  }

  /// Enters a rejection; one that is known keeps when it was first seen.
  ///
  /// - Returns: whether it was not known.
  func insert(_ entry: QuarantineEntry, _ database: Database) throws -> Bool {
    try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO quarantine (fingerprint, source, lowerBound, upperBound, reason,
          detail, isKept, seenAt, form, head, readerVersion)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      entry.fingerprint.data, entry.source, entry.range.lowerBound, entry.range.upperBound,
      entry.reason, entry.detail, entry.isKept, entry.seenAt.seconds, entry.form.rawValue,
      Data(entry.head), entry.readerVersion,
    ])
    guard database.changesCount == 0 else { return true }
    try database.cachedStatement(
      sql: """
        UPDATE quarantine SET detail = ?, isKept = max(isKept, ?), form = ?, head = ?,
          readerVersion = ? WHERE fingerprint = ?
        """
    ).execute(arguments: [
      entry.detail, entry.isKept, entry.form.rawValue, Data(entry.head), entry.readerVersion,
      entry.fingerprint.data,
    ])
    return false
  }
}

extension QuarantineEntry {
  /// A row of `quarantine`.
  fileprivate init(_ row: Row) {
    let lower: Int = row["lowerBound"]
    self.init(
      fingerprint: Fingerprint(data: row["fingerprint"]), source: row["source"],
      range: lower..<max(lower, row["upperBound"]), reason: row["reason"], detail: row["detail"],
      isKept: row["isKept"], seenAt: Timestamp(seconds: row["seenAt"]))
    form = Form(rawValue: row["form"]) ?? .unknown
    head = [UInt8](row["head"] as Data)
    readerVersion = row["readerVersion"]
  }
}
