import Complaints
import Foundation
import GRDB
import Store

/// Reads what the own words of verbatims fold to: no quotes, no signatures, no staff.
struct WordReader {
  private let find: BulkStatement

  /// A reader within a transaction.
  init(_ database: Database) throws {
    find = try BulkStatement("SELECT text, passages FROM verbatim WHERE id = ?", database)
  }

  /// The folded words of a row; none where the row is gone.
  func words(ofRow row: Int64) throws -> FoldedWords {
    find.bind(row)
    defer { find.stop() }
    return try find.next() ? WordReader.words(of: find, text: 0, passages: 1) : FoldedWords("")
  }

  /// The folded words of a statement's present row.
  static func words(
    of row: BulkStatement, text: Int32, passages: Int32
  ) throws -> FoldedWords {
    let passages = try row.withBytes(passages) { try Passage.unpacked(Data($0)) }
    return row.withBytes(text) { FoldedWords(ComplaintStore.ownWords($0, passages).span) }
  }
}

extension Recount {
  /// Stores what the words fold to of up to 512 new or changed verbatims behind a row, each in its
  /// thread.
  ///
  /// - Returns: the last of them; nil where there was none.
  func foldNext(after rowID: Int64) throws -> Int64? {
    let threads = try ThreadFinder(database)
    let enter = try BulkStatement(
      "INSERT INTO contact (verbatimID, thread, words, isNameless) VALUES (?, ?, ?, ?)", database)
    let stale = try BulkStatement(
      """
      SELECT staleRow.verbatimID, text, passages, person IS NULL, \(Bearer.columns) FROM staleRow
      LEFT JOIN verbatim ON verbatim.id = staleRow.verbatimID
      WHERE staleRow.verbatimID > ?
        AND NOT EXISTS (SELECT 1 FROM contact WHERE contact.verbatimID = staleRow.verbatimID)
      ORDER BY staleRow.verbatimID LIMIT 512
      """, database)
    var last: Int64?
    var gone: [Int64] = []
    stale.bind(rowID)
    while try stale.next() {
      let row = stale.integer(0)
      last = row
      guard stale.optionalText(4) != nil else {
        gone.append(row)
        continue
      }
      let words = try WordReader.words(of: stale, text: 1, passages: 2)
      enter.bind(row)
      enter.bind(row)
      enter.bind(words.name)
      enter.bind(stale.integer(3))
      try enter.run()
      try threads.join(row, Bearer(stale, from: 4))
    }
    for row in gone {
      try database.cachedStatement(sql: "DELETE FROM staleRow WHERE verbatimID = ?")
        .execute(arguments: [row])
    }
    return last
  }
}
