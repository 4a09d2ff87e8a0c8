public import Complaints
import Foundation
import GRDB
import Text

extension ComplaintStore {
  /// How far a source file was read before; nil for a new one.
  public func progress(ofPath path: String) throws(Failure) -> SourceProgress? {
    try read { database in
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT * FROM source WHERE path = ?"), arguments: [path])
      guard let row else { return nil }
      var progress = SourceProgress(
        path: path,
        facts: FileFacts(
          device: row["device"], number: row["number"], byteCount: row["byteCount"],
          modifiedSeconds: row["modifiedSeconds"],
          modifiedNanoseconds: row["modifiedNanoseconds"]),
        reading: Fingerprint(data: row["reading"]))
      progress.largestByteCount = row["largestByteCount"]
      progress.position = row["position"]
      progress.ordinal = row["ordinal"]
      progress.resumePosition = row["resumePosition"]
      progress.resumeOrdinal = row["resumeOrdinal"]
      progress.head = Fingerprint(data: row["head"])
      progress.tail = Fingerprint(data: row["tail"])
      progress.chain = Fingerprint(data: row["chain"])
      progress.chainBlockCount = row["chainBlockCount"]
      return progress
    }
  }

  func insert(_ progress: SourceProgress, _ database: Database) throws {
    let facts = progress.facts
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO source (path, device, number, byteCount, modifiedSeconds,
          modifiedNanoseconds, reading, position, ordinal, resumePosition, resumeOrdinal, head,
          tail, chain, chainBlockCount, largestByteCount)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      progress.path, facts.device, facts.number, facts.byteCount, facts.modifiedSeconds,
      facts.modifiedNanoseconds, progress.reading.data, progress.position, progress.ordinal,
      progress.resumePosition, progress.resumeOrdinal, progress.head.data, progress.tail.data,
      progress.chain.data, progress.chainBlockCount, progress.largestByteCount,
    ])
  }

  /// Those of some documents that have verbatims in the store.
  public func storedDocuments(
    among documents: [Fingerprint]
  ) throws(Failure) -> Set<Fingerprint> {
    guard !documents.isEmpty else { return [] }
    return try read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM verbatim WHERE document = ?)")
      return Set(
        try documents.filter {
          try Bool.fetchOne(statement, arguments: [$0.data]) ?? false
        })
    }
  }

  /// What the reading of all sources depended on when they were last read to their ends; nil when
  /// that is not known.
  public func completedReading() throws(Failure) -> Fingerprint? {
    try read { database in
      try Data.fetchOne(database, sql: "SELECT fingerprint FROM completedReading")
        .map(Fingerprint.init(data:))
    }
  }

  /// Notes that all sources have been read in one way; nil, that something came in
  /// otherwise, or was erased.
  public func complete(_ reading: Fingerprint?) throws(Failure) {
    guard try completedReading() != reading else { return }
    try write { database in
      try database.execute(sql: "DELETE FROM completedReading")
      guard let reading else { return }
      try database.execute(
        sql: "INSERT INTO completedReading VALUES (1, ?)", arguments: [reading.data])
    }
  }

  /// Places with rejections whose bytes could not be kept.
  public func placesWithUnkeptRejections() throws(Failure) -> Set<String> {
    try read { database in
      try Set(
        String.fetchAll(database, sql: "SELECT DISTINCT source FROM quarantine WHERE isKept = 0"))
    }
  }
}
