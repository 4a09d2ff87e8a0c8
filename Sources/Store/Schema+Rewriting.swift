import Complaints
import Foundation
import GRDB

extension Schema {
  /// Learns when things happened from the tags, as the first version packed them.
  static func fillHappenedDays(_ database: Database) throws {
    let update = try database.makeStatement(
      sql: "UPDATE verdict SET happened = ? WHERE generationID = ? AND verbatimID = ?")
    try eachVerdict(database) { row, verdict in
      guard let day = verdict.happened?.day else { return }
      try update.execute(arguments: [day.number, row["generationID"], row["verbatimID"]])
    }
  }

  /// Packs all tags again, with numbers in place of names.
  static func renameTags(_ database: Database) throws {
    let vocabulary = Vocabulary()
    let update = try database.makeStatement(
      sql: "UPDATE verdict SET tags = ? WHERE generationID = ? AND verbatimID = ?")
    try eachVerdict(database) { row, verdict in
      let tags = Data(verdict.packedTags(try vocabulary.terms(verdict.names, database)))
      try update.execute(arguments: [tags, row["generationID"], row["verbatimID"]])
    }
  }

  /// Makes the full-text index anew, without the places of the words.
  static func indexWords(_ database: Database) throws {
    try database.execute(
      sql: """
        DROP TABLE ownWords;
        CREATE VIRTUAL TABLE ownWords USING fts5(
          text, content='', columnsize=0, detail=none, tokenize='unicode61');
        """)
    let insert = try database.makeStatement(
      sql: "INSERT INTO ownWords (rowid, text) VALUES (?, ?)")
    var last: Int64 = 0
    while true {
      let rows = try Row.fetchAll(
        database, sql: "SELECT id, text, passages FROM verbatim WHERE id > ? ORDER BY id LIMIT 500",
        arguments: [last])
      guard let end = rows.last else { return }
      for row in rows {
        let text = String(decoding: row["text"] as Data, as: UTF8.self)
        let passages = try Passage.unpacked(row["passages"])
        try insert.execute(arguments: [row["id"], ComplaintStore.ownWords(text, passages)])
      }
      last = end["id"]
    }
  }

  /// All verdicts whose tags hold names, a bounded number at a time.
  private static func eachVerdict(
    _ database: Database, _ body: (Row, Verdict) throws -> Void
  ) throws {
    var last: (generation: Int64, verbatim: Int64) = (0, 0)
    while true {
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT generationID, verbatimID, tags, text FROM verdict
          JOIN verbatim ON verbatim.id = verbatimID
          WHERE (generationID, verbatimID) > (?, ?) ORDER BY generationID, verbatimID LIMIT 500
          """, arguments: [last.generation, last.verbatim])
      guard let end = rows.last else { return }
      for row in rows {
        var verdict = Verdict(
          id: zero, row: nil, document: zero, source: SourceReference(printed: ""), ruleSet: zero,
          engine: "")
        try verdict.unpackTags(
          row["tags"], text: String(decoding: row["text"] as Data, as: UTF8.self), nil)
        try body(row, verdict)
      }
      last = (end["generationID"], end["verbatimID"])
    }
  }

  private static let zero = Fingerprint(high: 0, low: 0)
}
