public import Complaints
import GRDB

extension ComplaintStore {
  /// Shows every stored verbatim to a visitor, in row order, a window at a time.
  public func visitAll(_ visit: (ErasureFacts) throws -> Void) throws(Failure) {
    var last: Int64 = 0
    while true {
      let facts = try read { database in
        try Row.fetchAll(
          database.cachedStatement(
            sql:
              "SELECT * FROM verbatim WHERE id > ? ORDER BY id LIMIT ?"
          ),
          arguments: [last, ComplaintStore.visitedCount]
        ).map(ErasureFacts.init)
      }
      guard let end = facts.last else { return }
      last = end.rowID
      do {
        for fact in facts { try visit(fact) }
      } catch {
        throw .database(path: folder, reason: "\(error)")
      }
    }
  }

  private static let visitedCount = 512

  /// Rows of verbatims that were received before a moment, the oldest first, at most `limit`.
  public func rowIDs(
    receivedBefore moment: Timestamp, limit: Int
  ) throws(Failure) -> [Int64] {
    try read { database in
      try Int64.fetchAll(
        database, sql: "SELECT id FROM verbatim WHERE received < ? ORDER BY received, id LIMIT ?",
        arguments: [moment.seconds, limit])
    }
  }

  /// How many verbatims have no date.
  public func undatedCount() throws(Failure) -> Int {
    try read { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM verbatim WHERE received IS NULL") ?? 0
    }
  }
}

extension ErasureFacts {
  /// A row of `verbatim`.
  fileprivate init(_ row: Row) throws {
    let stored = try StoredVerbatim(row)
    let verbatim = stored.verbatim
    self.init(
      rowID: stored.rowID, id: verbatim.id, source: verbatim.source.description,
      person: verbatim.person, role: verbatim.role, messageID: verbatim.messageID,
      references: verbatim.references, words: [])
    let fields =
      [
        verbatim.text, verbatim.title, verbatim.row, verbatim.key, verbatim.parent,
        verbatim.messageID,
      ] + verbatim.references + verbatim.warnings + verbatim.passages.map(\.speaker)
    words = Array(fields.compactMap(\.self).joined(separator: "\n").utf8)
  }
}
