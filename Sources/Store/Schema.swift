import Complaints
import Foundation
import GRDB

/// The tables. Migrations are only ever added at the end.
enum Schema {
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: first)
    }
    migrator.registerMigration("2") { database in
      try database.execute(sql: second)
      try fillHappenedDays(database)
    }
    migrator.registerMigration("3") { database in
      try database.execute(sql: third)
    }
    migrator.registerMigration("4") { database in
      try database.execute(sql: fourth)
    }
    migrator.registerMigration("5") { database in
      try database.execute(sql: fifth)
    }
    return migrator
  }()

  private static func fillHappenedDays(_ database: Database) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT generationID, verbatimID, tags, text FROM verdict
        JOIN verbatim ON verbatim.id = verbatimID
        """)
    var days: [(generation: Int64, verbatim: Int64, day: Int)] = []
    while let row = try rows.next() {
      var verdict = Verdict(
        id: zero, row: nil, document: zero, source: SourceReference(printed: ""), ruleSet: zero,
        engine: "")
      try verdict.unpackTags(
        row["tags"], text: String(decoding: row["text"] as Data, as: UTF8.self))
      guard let day = verdict.happened?.day else { continue }
      days.append((row["generationID"], row["verbatimID"], day.number))
    }
    let update = try database.makeStatement(
      sql: "UPDATE verdict SET happened = ? WHERE generationID = ? AND verbatimID = ?")
    for (generation, verbatim, day) in days {
      try update.execute(arguments: [day, generation, verbatim])
    }
  }

  private static let zero = Fingerprint(high: 0, low: 0)

  private static let fifth = """
    -- How the author's own words end in mails of companies (domain null: the organisation's own
    -- people): places and fingerprints of the last paragraphs, from the last one up, no words.
    -- Footers are learned from these.
    CREATE TABLE mailEnding (
      verbatimID INTEGER PRIMARY KEY REFERENCES verbatim (id) ON DELETE CASCADE,
      domain TEXT,
      blocks BLOB NOT NULL
    ) STRICT;
    CREATE INDEX mailEndingByDomain ON mailEnding (domain);
    """

  private static let fourth = """
    -- What the kept bytes are to be read as, the header line of the table a row comes from, and
    -- the version of the reader that rejected them last.
    ALTER TABLE quarantine ADD COLUMN form TEXT NOT NULL DEFAULT '';
    ALTER TABLE quarantine ADD COLUMN head BLOB NOT NULL DEFAULT x'';
    ALTER TABLE quarantine ADD COLUMN readerVersion TEXT NOT NULL DEFAULT '';
    UPDATE quarantine SET form = 'line' WHERE reason = 'notLine';
    UPDATE quarantine SET form = 'file'
      WHERE reason <> 'notLine' AND lowerBound = 0 AND instr(source, '#') = 0;
    CREATE INDEX quarantineBySource ON quarantine (source);
    """

  private static let third = """
    -- Counting failures asks whose they are: that is in the index now.
    DROP INDEX findingByType;
    CREATE INDEX findingByType ON finding (generationID, kind, type, touchpoint, about);
    """
}
