import GRDB

/// What a transaction takes out of the full-text index and puts in, written at its end.
///
/// Before each statement that it may have to undo, SQLite writes out what the index has in memory:
/// words that were indexed in between would be written one text at a time.
struct PendingWords {
  private var old: [(rowID: Int64, words: String)] = []
  private var new: [Int64: String] = [:]

  /// Takes the words of a row out that were put in before.
  mutating func remove(_ words: String, ofRow rowID: Int64) {
    if new.removeValue(forKey: rowID) == nil { old.append((rowID, words)) }
  }

  /// Puts the words of a row in.
  mutating func add(_ words: String, ofRow rowID: Int64) {
    new[rowID] = words
  }

  /// Writes everything, in the order of the rows.
  func write(_ database: Database) throws {
    let remove = try database.cachedStatement(
      sql: "INSERT INTO ownWords (ownWords, rowid, text) VALUES ('delete', ?, ?)")
    for (rowID, words) in old { try remove.execute(arguments: [rowID, words]) }
    let add = try database.cachedStatement(
      sql: "INSERT INTO ownWords (rowid, text) VALUES (?, ?)")
    for (rowID, words) in new.sorted(by: { $0.key < $1.key }) {
      try add.execute(arguments: [rowID, words])
    }
  }
}
