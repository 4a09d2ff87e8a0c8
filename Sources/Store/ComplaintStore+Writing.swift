import Complaints
import Foundation
import GRDB

extension ComplaintStore {
  /// Stores a batch in one transaction; what is stored already is left as it is.
  ///
  /// - Parameter generation: the generation that the batch's verdicts belong to.
  /// - Throws: `Failure.database`; nothing of the batch is stored then.
  public func insert(
    _ batch: StoreBatch, generation: Int64
  ) throws(Failure) -> StoreChanges {
    try write { database in
      var changes = StoreChanges()
      for entry in batch.entries {
        let (rowID, isNew) = try insert(entry.verbatim, database, &changes)
        guard let verdict = entry.verdict else { continue }
        if isNew, verdict.isComplaint == true { changes.complaintCount += 1 }
        try insert(verdict, of: rowID, generation: generation, replacing: isNew, database)
      }
      for entry in batch.quarantined {
        try insert(entry, database)
        changes.newRejectionCount += database.changesCount > 0 ? 1 : 0
      }
      if let progress = batch.progress { try insert(progress, database) }
      return changes
    }
  }

  /// The row of a verbatim and whether its words are new.
  private func insert(
    _ verbatim: Verbatim, _ database: Database, _ changes: inout StoreChanges
  ) throws -> (rowID: Int64, isNew: Bool) {
    let known = try database.cachedStatement(
      sql: "SELECT id, text, passages FROM verbatim WHERE fingerprint = ?")
    if let row = try Row.fetchOne(known, arguments: [verbatim.id.data]) {
      let rowID: Int64 = row["id"]
      let text: String = row["text"]
      guard text != verbatim.text else {
        changes.knownVerbatimCount += 1
        return (rowID, false)
      }
      changes.changedVerbatimCount += 1
      let old = ComplaintStore.ownWords(text, try Passage.unpacked(row["passages"]))
      try database.cachedStatement(
        sql: "INSERT INTO ownWords (ownWords, rowid, text) VALUES ('delete', ?, ?)"
      ).execute(arguments: [rowID, old])
      try database.cachedStatement(sql: ComplaintStore.updateSQL)
        .execute(arguments: ComplaintStore.arguments(verbatim) + [rowID])
      try index(verbatim, rowID, database)
      return (rowID, true)
    }
    changes.newVerbatimCount += 1
    try database.cachedStatement(sql: ComplaintStore.insertSQL)
      .execute(arguments: ComplaintStore.arguments(verbatim))
    let rowID = database.lastInsertedRowID
    try index(verbatim, rowID, database)
    return (rowID, true)
  }

  private func index(_ verbatim: Verbatim, _ rowID: Int64, _ database: Database) throws {
    try database.cachedStatement(sql: "INSERT INTO ownWords (rowid, text) VALUES (?, ?)").execute(
      arguments: [rowID, ComplaintStore.ownWords(verbatim.text, verbatim.passages)])
  }

  private static let columnNames = [
    "fingerprint", "document", "source", "row", "channel", "class", "part", "key", "parent",
    "title", "received", "person", "messageID", "\"references\"", "language", "role", "score",
    "text", "passages", "warnings",
  ]

  private static let insertSQL =
    "INSERT INTO verbatim (\(columnNames.joined(separator: ", "))) "
    + "VALUES (\(columnNames.map { _ in "?" }.joined(separator: ", ")))"

  private static let updateSQL =
    "UPDATE verbatim SET \(columnNames.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"

  private static func arguments(_ verbatim: Verbatim) -> StatementArguments {
    [
      verbatim.id.data, verbatim.document.data, verbatim.source.description, verbatim.row,
      verbatim.channel.rawValue, verbatim.documentClass.rawValue, verbatim.part.rawValue,
      verbatim.key, verbatim.parent, verbatim.title, verbatim.received?.seconds, verbatim.person,
      verbatim.messageID, joined(verbatim.references), verbatim.language, verbatim.role.rawValue,
      verbatim.score, verbatim.text, Passage.packed(verbatim.passages), joined(verbatim.warnings),
    ]
  }

  /// One item a line; line feeds inside an item become spaces.
  private static func joined(_ items: [String]) -> String {
    items.map { $0.replacingOccurrences(of: "\n", with: " ") }.joined(separator: "\n")
  }

  /// The customer's own words: what the full-text index covers.
  private static func ownWords(_ text: String, _ passages: [Passage]) -> String {
    let bytes = Array(text.utf8)
    return passages.filter { passage in
      (passage.kind == .body || passage.kind == .turn || passage.kind == .formField)
        && passage.role != .staff && passage.role != .bot
    }
    .map { String(decoding: bytes[$0.range], as: UTF8.self) }.joined(separator: "\n")
  }

  private func insert(
    _ verdict: Verdict, of rowID: Int64, generation: Int64, replacing: Bool, _ database: Database
  ) throws {
    if replacing {
      try database.cachedStatement(
        sql: "DELETE FROM verdict WHERE generationID = ? AND verbatimID = ?"
      ).execute(arguments: [generation, rowID])
    }
    try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO verdict (generationID, verbatimID, reason, isComplaint, tags)
        VALUES (?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      generation, rowID, verdict.unscored?.rawValue, verdict.isComplaint, verdict.packedTags,
    ])
    guard database.changesCount > 0 else { return }
    let finding = try database.cachedStatement(
      sql: "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?)")
    for failure in verdict.failures {
      try finding.execute(arguments: [
        generation, rowID, "failure", failure.type, failure.touchpoint, failure.about.rawValue,
        failure.score,
      ])
    }
    for (kind, findings) in [
      ("cause", verdict.causes), ("effect", verdict.effects), ("praise", verdict.praise),
    ] {
      for item in findings {
        try finding.execute(arguments: [
          generation, rowID, kind, item.type, nil, nil, item.score,
        ])
      }
    }
  }

  private func insert(_ entry: QuarantineEntry, _ database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO quarantine
        (fingerprint, source, lowerBound, upperBound, reason, detail, isKept, seenAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      entry.fingerprint.data, entry.source, entry.range.lowerBound, entry.range.upperBound,
      entry.reason, entry.detail, entry.isKept, entry.seenAt.seconds,
    ])
  }

  private func insert(_ progress: SourceProgress, _ database: Database) throws {
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      progress.path, progress.byteCount, progress.modifiedSeconds, progress.headFingerprint.data,
      progress.position, progress.ordinal, progress.documentByteCount,
      progress.structureByteCount, progress.skippedByteCount, progress.quarantinedByteCount,
    ])
  }
}
