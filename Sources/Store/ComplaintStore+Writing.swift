public import Complaints
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
    try insert([batch], generation: generation)[0]
  }

  /// Stores several batches in one transaction, as `insert(_:generation:)`.
  ///
  /// - Returns: what each has changed.
  public func insert(
    _ batches: [StoreBatch], generation: Int64
  ) throws(Failure) -> [StoreChanges] {
    try write { database in
      let tombstones = try Tombstones(database)
      var words = PendingWords()
      let changes = try batches.map {
        try insert($0, generation: generation, tombstones, &words, database)
      }
      try words.write(database)
      if changes.contains(where: { $0.newVerbatimCount + $0.changedVerbatimCount > 0 }) {
        try outdate(database)
      }
      return changes
    }
  }

  private func insert(
    _ batch: StoreBatch, generation: Int64, _ tombstones: Tombstones,
    _ words: inout PendingWords, _ database: Database
  ) throws -> StoreChanges {
    var changes = StoreChanges()
    for entry in batch.entries {
      if try tombstones.cover(entry.verbatim) {
        changes.erasedVerbatimCount += 1
        continue
      }
      let (rowID, isNew) = try insert(entry.verbatim, &words, database, &changes)
      if let ending = entry.verbatim.ending { try insert(ending, ofRow: rowID, database) }
      guard let verdict = entry.verdict else { continue }
      if isNew, verdict.isComplaint == true { changes.complaintCount += 1 }
      _ = try insert(verdict, of: rowID, generation: generation, database)
    }
    for fingerprint in batch.released { try release(fingerprint, database) }
    for entry in batch.quarantined where try insert(entry, database) {
      changes.newRejectionCount += 1
    }
    if let progress = batch.progress { try insert(progress, database) }
    return changes
  }

  /// Stores a verdict on a verbatim that is stored already.
  public func insert(
    _ verdict: Verdict, ofRow rowID: Int64, generation: Int64
  ) throws(Failure) -> StoreChanges {
    try insert([(rowID, verdict)], generation: generation)
  }

  /// Stores verdicts on verbatims that are stored already, in one transaction.
  public func insert(
    _ verdicts: [(rowID: Int64, verdict: Verdict)], generation: Int64
  ) throws(Failure) -> StoreChanges {
    try write { database in
      var changes = StoreChanges()
      for (rowID, verdict) in verdicts {
        if try insert(verdict, of: rowID, generation: generation, database),
          verdict.isComplaint == true
        {
          changes.complaintCount += 1
        }
      }
      try outdate(database)
      return changes
    }
  }

  /// Notes that what is derived from the stored verdicts must be derived anew.
  func outdate(_ database: Database) throws {
    try database.cachedStatement(sql: "UPDATE derivation SET isFresh = 0").execute()
  }

  /// The row of a verbatim and whether its words are new.
  private func insert(
    _ verbatim: Verbatim, _ words: inout PendingWords, _ database: Database,
    _ changes: inout StoreChanges
  ) throws -> (rowID: Int64, isNew: Bool) {
    let known = try database.cachedStatement(
      sql: "SELECT id, \(ComplaintStore.columnList) FROM verbatim WHERE fingerprint = ?")
    let same = try Row.fetchOne(known, arguments: [verbatim.id.data])
    if let row = try same ?? superseded(by: verbatim, database) {
      let rowID: Int64 = row["id"]
      guard same == nil || ComplaintStore.isChanged(row, verbatim) else {
        changes.knownVerbatimCount += 1
        return (rowID, false)
      }
      changes.changedVerbatimCount += 1
      for table in ["verdict", "contact", "mailEnding"] {
        try database.cachedStatement(sql: "DELETE FROM \(table) WHERE verbatimID = ?")
          .execute(arguments: [rowID])
      }
      let text = String(decoding: row["text"] as Data, as: UTF8.self)
      words.remove(
        ComplaintStore.ownWords(text, try Passage.unpacked(row["passages"])), ofRow: rowID)
      try database.cachedStatement(sql: ComplaintStore.updateSQL)
        .execute(arguments: ComplaintStore.arguments(verbatim) + [rowID])
      words.add(ComplaintStore.ownWords(verbatim.text, verbatim.passages), ofRow: rowID)
      return (rowID, true)
    }
    changes.newVerbatimCount += 1
    try database.cachedStatement(sql: ComplaintStore.insertSQL)
      .execute(arguments: ComplaintStore.arguments(verbatim))
    let rowID = database.lastInsertedRowID
    words.add(ComplaintStore.ownWords(verbatim.text, verbatim.passages), ofRow: rowID)
    return (rowID, true)
  }

  private static let columnNames = [
    "fingerprint", "document", "source", "row", "channel", "class", "part", "key", "parent",
    "title", "received", "person", "messageID", "\"references\"", "language", "role", "score",
    "text", "passages", "warnings",
  ]

  static let columnList = columnNames.joined(separator: ", ")

  /// Whether a stored verbatim must be replaced: other words, or the same place read otherwise.
  ///
  /// The same mail in another export keeps what is known of it.
  private static func isChanged(_ row: Row, _ verbatim: Verbatim) -> Bool {
    let text: Data = row["text"]
    if !text.elementsEqual(verbatim.text.utf8) { return true }
    guard row["source"] == stored(verbatim.source.description) else { return false }
    return zip(columnNames, values(verbatim)).contains { name, value in
      let column = name == "\"references\"" ? "references" : name
      return row[column] as DatabaseValue != value?.databaseValue ?? .null
    }
  }

  private static let insertSQL =
    "INSERT INTO verbatim (\(columnList)) "
    + "VALUES (\(columnNames.map { _ in "?" }.joined(separator: ", ")))"

  private static let updateSQL =
    "UPDATE verbatim SET \(columnNames.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"

  private static func arguments(_ verbatim: Verbatim) -> StatementArguments {
    StatementArguments(values(verbatim))
  }

  /// The values of `columnNames`.
  private static func values(_ verbatim: Verbatim) -> [(any DatabaseValueConvertible)?] {
    [
      verbatim.id.data, verbatim.document.data, stored(verbatim.source.description),
      stored(verbatim.row), verbatim.channel.rawValue, verbatim.documentClass.rawValue,
      verbatim.part.rawValue, stored(verbatim.key), stored(verbatim.parent),
      stored(verbatim.title), verbatim.received?.seconds, verbatim.person,
      stored(verbatim.messageID), joined(verbatim.references), verbatim.language,
      verbatim.role.rawValue, verbatim.score, Data(verbatim.text.utf8),
      Passage.packed(verbatim.passages), joined(verbatim.warnings),
    ]
  }

  /// SQLite's text ends at a NUL.
  static func stored(_ text: String?) -> String? {
    guard let text, text.utf8.contains(0) else { return text }
    return text.replacingOccurrences(of: "\0", with: "\u{FFFD}")
  }

  /// One item a line; line feeds inside an item become spaces.
  static func joined(_ items: [String]) -> String {
    items.map { item in
      let line =
        item.utf8.contains(0x0A) ? item.replacingOccurrences(of: "\n", with: " ") : item
      return stored(line) ?? ""
    }
    .joined(separator: "\n")
  }

  /// The customer's own words, without quotes, signatures and staff: what the full-text index
  /// covers.
  package static func ownWords(_ text: String, _ passages: [Passage]) -> String {
    let bytes = Array(text.utf8)
    let words = passages.filter { passage in
      (passage.kind == .body || passage.kind == .turn || passage.kind == .formField)
        && passage.role != .staff && passage.role != .bot
    }
    .map { String(decoding: bytes[$0.range], as: UTF8.self) }.joined(separator: "\n")
    return words.utf8.contains(0) ? words.replacingOccurrences(of: "\0", with: " ") : words
  }

  /// Whether the generation had no verdict on the verbatim before.
  private func insert(
    _ verdict: Verdict, of rowID: Int64, generation: Int64, _ database: Database
  ) throws -> Bool {
    try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO verdict
          (generationID, verbatimID, reason, isComplaint, tags, happened)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      generation, rowID, verdict.unscored?.rawValue, verdict.isComplaint,
      verdict.packedTags(try vocabulary.terms(verdict.names, database)),
      verdict.happened?.day?.number,
    ])
    guard database.changesCount > 0 else { return false }
    try ComplaintStore.insertFindings(of: verdict, rowID, generation, vocabulary, database)
    let isDecided = try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM decision WHERE verbatimID = ?)"), arguments: [rowID])
    if isDecided == true { try ComplaintStore.settle(rowID, database) }
    return true
  }

  /// The rows that tags are searched and counted by.
  static func insertFindings(
    of verdict: Verdict, _ rowID: Int64, _ generation: Int64, _ vocabulary: Vocabulary,
    _ database: Database
  ) throws {
    let insert = try database.cachedStatement(sql: "INSERT INTO verdictLabel VALUES (?, ?, ?, ?)")
    func write(_ label: Int64, _ score: Double) throws {
      let score = Int((score * 10_000).rounded())
      try insert.execute(arguments: [generation, rowID, label, score])
    }
    for failure in verdict.failures {
      let label = try vocabulary.label(
        "failure", failure.type, touchpoint: failure.touchpoint, about: failure.about.rawValue,
        database)
      try write(label, failure.score)
    }
    for (kind, findings) in [
      ("cause", verdict.causes), ("effect", verdict.effects), ("praise", verdict.praise),
    ] {
      for item in findings {
        try write(try vocabulary.label(kind, item.type, database), item.score)
      }
    }
  }
}
