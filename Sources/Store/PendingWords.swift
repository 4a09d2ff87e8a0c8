import GRDB

/// What a transaction takes out of the full-text index and puts in, written at its end.
///
/// Before each statement that it may have to undo, SQLite writes out what the index has in memory:
/// words that were indexed in between would be written one text at a time.
struct PendingWords {
  private var old: [(rowID: Int64, words: [UInt8])] = []
  private var new: [Int64: [UInt8]] = [:]

  /// Takes the words of a row out that were put in before.
  mutating func remove(_ words: [UInt8], ofRow rowID: Int64) {
    if new.removeValue(forKey: rowID) == nil { old.append((rowID, words)) }
  }

  /// Puts the words of a row in.
  mutating func add(_ words: [UInt8], ofRow rowID: Int64) {
    new[rowID] = words
  }

  /// Writes everything, in the order of the rows.
  func write(_ database: Database) throws {
    let remove = try BulkStatement(
      "INSERT INTO ownWords (ownWords, rowid, text) VALUES ('delete', ?, ?)", database)
    for (rowID, words) in old {
      remove.bind(rowID)
      remove.bind(text: words)
      try remove.run()
    }
    let add = try BulkStatement("INSERT INTO ownWords (rowid, text) VALUES (?, ?)", database)
    for (rowID, words) in new.sorted(by: { $0.key < $1.key }) {
      add.bind(rowID)
      add.bind(text: words)
      try add.run()
    }
  }
}
