import Complaints
import Foundation
import GRDB

/// Writes verbatims with their verdicts within a transaction; `finish` writes what is written once
/// for all of them.
struct VerbatimWriter {
  private let store: ComplaintStore
  private let database: Database
  private let find: BulkStatement
  private let neighbour: BulkStatement
  private let add: BulkStatement
  private let end: BulkStatement
  private var verdicts: VerdictWriter
  private var words = PendingWords()
  private var channels: [Channel: Int] = [:]
  private var cutMail: ComplaintStore.CutMail?

  /// A writer of verdicts of one generation.
  init(_ store: ComplaintStore, _ database: Database, generation: Int64) throws {
    self.store = store
    self.database = database
    find = try BulkStatement("SELECT id FROM verbatim WHERE fingerprint = ?", database)
    neighbour = try BulkStatement("SELECT 1 FROM verbatim WHERE source = ?", database)
    add = try BulkStatement(VerbatimColumns.insertSQL, database)
    end = try BulkStatement(MailEnding.insertSQL, database)
    verdicts = try VerdictWriter(store.vocabulary, database, generation: generation)
  }

  /// Stores an entry; what is stored already is left as it is.
  mutating func insert(_ entry: StoreBatch.Entry, _ changes: inout StoreChanges) throws {
    guard let (rowID, isNew) = try insert(wordsOf: entry, &changes) else { return }
    if let ending = entry.verbatim.ending {
      end.bind(rowID)
      end.bind(ComplaintStore.stored(ending.domain))
      end.bind(ending.packedBlocks)
      try end.run()
    }
    guard let verdict = entry.verdict else { return }
    if isNew, verdict.isComplaint == true { changes.complaintCount += 1 }
    _ = try verdicts.insert(verdict, ofRow: rowID)
  }

  /// Writes the words of all entries and what they add to counts.
  func finish() throws {
    try words.write(database)
    try verdicts.finish()
    for (channel, count) in channels.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try database.cachedStatement(
        sql: """
          INSERT INTO channelCount VALUES (?, ?)
          ON CONFLICT DO UPDATE SET count = count + excluded.count
          """
      ).execute(arguments: [channel.rawValue, count])
    }
    try database.cachedStatement(
      sql: "UPDATE derivation SET verbatimCount = verbatimCount + ?"
    ).execute(arguments: [channels.values.reduce(0, +)])
  }

  /// The row of a verbatim and whether its words are new; nil for words that are cut off where
  /// stored ones go on.
  private mutating func insert(
    wordsOf entry: StoreBatch.Entry, _ changes: inout StoreChanges
  ) throws -> (rowID: Int64, isNew: Bool)? {
    let verbatim = entry.verbatim
    if let same = try rowID(of: verbatim) {
      let isSame = try !VerbatimColumns.differ(same, verbatim, database)
      guard try !isSame && !store.isShortened(same, entry, database) else {
        changes.knownVerbatimCount += 1
        return (same, false)
      }
      return (try replace(same, by: verbatim, &changes), true)
    }
    switch try cutMail != nil || hasNeighbour(verbatim)
      ? store.kin(of: entry, &cutMail, database) : nil
    {
    case .whole:
      changes.cutVerbatimCount += 1
      return nil
    case .cut(let row): return (try replace(row["id"], by: verbatim, &changes), true)
    case nil: break
    }
    changes.newVerbatimCount += 1
    channels[verbatim.channel, default: 0] += 1
    VerbatimColumns.bind(verbatim, to: add)
    try add.run()
    let rowID = database.lastInsertedRowID
    words.add(ComplaintStore.ownWords(verbatim), ofRow: rowID)
    return (rowID, true)
  }

  private func rowID(of verbatim: Verbatim) throws -> Int64? {
    find.bind(verbatim.id)
    defer { find.stop() }
    return try find.next() ? find.integer(0) : nil
  }

  /// Whether anything stands at the verbatim's place already.
  private func hasNeighbour(_ verbatim: Verbatim) throws -> Bool {
    neighbour.bind(ComplaintStore.stored(verbatim.source.description))
    defer { neighbour.stop() }
    return try neighbour.next()
  }

  private mutating func replace(
    _ rowID: Int64, by verbatim: Verbatim, _ changes: inout StoreChanges
  ) throws -> Int64 {
    changes.changedVerbatimCount += 1
    for table in ["verdict", "contact", "mailEnding"] {
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE verbatimID = ?")
        .execute(arguments: [rowID])
    }
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT text, passages FROM verbatim WHERE id = ?"),
      arguments: [rowID])
    if let row {
      let text = String(decoding: row[0] as Data, as: UTF8.self)
      let old = try ComplaintStore.ownWords(text, Passage.unpacked(row[1]))
      words.remove([UInt8](old.utf8), ofRow: rowID)
    }
    let update = try BulkStatement(VerbatimColumns.updateSQL, database)
    VerbatimColumns.bind(verbatim, to: update)
    update.bind(rowID)
    try update.run()
    words.add(ComplaintStore.ownWords(verbatim), ofRow: rowID)
    return rowID
  }
}
