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
    migrator.registerMigration("6") { database in
      try shrink(database)
    }
    migrator.registerMigration("privacy") { database in
      try database.execute(sql: privacy)
    }
    migrator.registerMigration("sources") { database in
      try database.execute(sql: sources)
    }
    migrator.registerMigration("counts") { database in
      try database.execute(sql: counts)
    }
    migrator.registerMigration("sizes") { database in
      try database.execute(sql: sizes)
    }
    migrator.registerMigration("nameless") { database in
      try database.execute(sql: nameless)
    }
    migrator.registerMigration("thresholds") { database in
      try database.execute(sql: thresholds)
    }
    return migrator
  }()

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
