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

  private static let first = """
    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      startedAt INTEGER NOT NULL,
      isFinished INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    -- How far each source file was read; written in the transaction that stores what was read.
    CREATE TABLE source (
      path TEXT PRIMARY KEY,
      byteCount INTEGER NOT NULL,
      modifiedSeconds INTEGER NOT NULL,
      headFingerprint BLOB NOT NULL,
      position INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      documentByteCount INTEGER NOT NULL,
      structureByteCount INTEGER NOT NULL,
      skippedByteCount INTEGER NOT NULL,
      quarantinedByteCount INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE verbatim (
      id INTEGER PRIMARY KEY,
      fingerprint BLOB NOT NULL UNIQUE,
      document BLOB NOT NULL,
      source TEXT NOT NULL,
      row TEXT,
      channel TEXT NOT NULL,
      class TEXT NOT NULL,
      part TEXT NOT NULL,
      key TEXT,
      parent TEXT,
      title TEXT,
      received INTEGER,
      person TEXT,
      messageID TEXT,
      "references" TEXT NOT NULL,
      language TEXT NOT NULL,
      role TEXT NOT NULL,
      score REAL,
      text BLOB NOT NULL,
      passages BLOB NOT NULL,
      warnings TEXT NOT NULL
    ) STRICT;
    CREATE INDEX verbatimByDocument ON verbatim (document);
    CREATE INDEX verbatimBySource ON verbatim (source);
    CREATE INDEX verbatimByReceived ON verbatim (received);
    CREATE INDEX verbatimByPerson ON verbatim (person) WHERE person IS NOT NULL;

    -- The text is bytes: SQLite's text ends at a NUL, a customer's does not.
    -- The customer's own words only: no quotes, signatures or staff.
    CREATE VIRTUAL TABLE ownWords USING fts5(text, content='', tokenize='unicode61');

    -- One set of verdicts by one rule set; readers see the one whose state is 'current'.
    CREATE TABLE generation (
      id INTEGER PRIMARY KEY,
      ruleSet BLOB NOT NULL UNIQUE,
      engine TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('building', 'current', 'old'))
    ) STRICT;

    CREATE TABLE verdict (
      generationID INTEGER NOT NULL REFERENCES generation (id),
      verbatimID INTEGER NOT NULL REFERENCES verbatim (id) ON DELETE CASCADE,
      reason TEXT,
      isComplaint INTEGER,
      tags BLOB NOT NULL,
      PRIMARY KEY (generationID, verbatimID)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE finding (
      generationID INTEGER NOT NULL,
      verbatimID INTEGER NOT NULL,
      kind TEXT NOT NULL,
      type TEXT NOT NULL,
      touchpoint TEXT,
      about TEXT,
      score REAL NOT NULL,
      PRIMARY KEY (generationID, verbatimID, kind, type),
      FOREIGN KEY (generationID, verbatimID)
        REFERENCES verdict (generationID, verbatimID) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX findingByType ON finding (generationID, kind, type, touchpoint);

    CREATE TABLE quarantine (
      id INTEGER PRIMARY KEY,
      fingerprint BLOB NOT NULL UNIQUE,
      source TEXT NOT NULL,
      lowerBound INTEGER NOT NULL,
      upperBound INTEGER NOT NULL,
      reason TEXT NOT NULL,
      detail TEXT NOT NULL,
      isKept INTEGER NOT NULL,
      seenAt INTEGER NOT NULL
    ) STRICT;
    """

  private static let second = """
    -- A person's word on one tag of one verbatim. The last one that was not undone holds.
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY,
      verbatimID INTEGER NOT NULL REFERENCES verbatim (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      type TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('accept', 'reject', 'add')),
      reason TEXT,
      touchpoint TEXT,
      lowerBound INTEGER,
      upperBound INTEGER,
      evidence BLOB,
      draw TEXT NOT NULL,
      reviewer TEXT NOT NULL,
      decidedAt INTEGER NOT NULL,
      batch INTEGER NOT NULL,
      undoneAt INTEGER
    ) STRICT;
    CREATE INDEX decisionByVerbatim ON decision (verbatimID);
    CREATE INDEX decisionByBatch ON decision (batch);
    CREATE INDEX decisionByReviewer ON decision (reviewer, id);

    -- Whether a person decided that the verbatim is a complaint; null leaves it to the rules.
    ALTER TABLE verdict ADD COLUMN reviewed INTEGER;
    -- The day on which it happened, as the text says, in days since 1970; also packed in the tags.
    ALTER TABLE verdict ADD COLUMN happened INTEGER;

    -- What the tables below were derived from: 0 means that something changed since.
    CREATE TABLE derivation (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      generationID INTEGER,
      timeZone TEXT NOT NULL,
      isFresh INTEGER NOT NULL
    ) STRICT;
    INSERT INTO derivation VALUES (1, NULL, '', 0);

    -- The unit of counting: a complaint with all that belong to it.
    CREATE TABLE complaintCase (
      id INTEGER PRIMARY KEY,
      fingerprint BLOB NOT NULL UNIQUE,
      person TEXT,
      received INTEGER,
      week INTEGER,
      contactCount INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX complaintCaseByWeek ON complaintCase (week);
    CREATE INDEX complaintCaseByReceived ON complaintCase (received);

    -- Where each verbatim belongs. Weeks are the numbers of their Mondays, days since 1970.
    CREATE TABLE contact (
      verbatimID INTEGER PRIMARY KEY REFERENCES verbatim (id) ON DELETE CASCADE,
      thread INTEGER NOT NULL,
      caseID INTEGER REFERENCES complaintCase (id),
      duplicateOf INTEGER,
      words INTEGER NOT NULL,
      margin REAL,
      isReviewed INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX contactByCase ON contact (caseID) WHERE caseID IS NOT NULL;
    CREATE INDEX contactByThread ON contact (thread);
    CREATE INDEX contactByWords ON contact (words) WHERE words <> 0;
    CREATE INDEX contactToReview ON contact (margin, verbatimID)
      WHERE isReviewed = 0 AND margin IS NOT NULL;

    -- A case counts once for each problem, in the week of the first complaint that reports it.
    CREATE TABLE caseProblem (
      type TEXT NOT NULL,
      touchpoint TEXT NOT NULL,
      caseID INTEGER NOT NULL REFERENCES complaintCase (id),
      verbatimID INTEGER NOT NULL,
      week INTEGER,
      happenedWeek INTEGER,
      lagDays INTEGER,
      PRIMARY KEY (type, touchpoint, caseID)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX caseProblemByCase ON caseProblem (caseID);
    CREATE INDEX caseProblemByWeek ON caseProblem (type, touchpoint, week);

    CREATE TABLE problemWeek (
      type TEXT NOT NULL,
      touchpoint TEXT NOT NULL,
      week INTEGER NOT NULL,
      happenedWeek INTEGER NOT NULL,
      caseCount INTEGER NOT NULL,
      knownCount INTEGER NOT NULL,
      PRIMARY KEY (type, touchpoint, week, happenedWeek)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER caseProblemIn AFTER INSERT ON caseProblem WHEN new.week IS NOT NULL BEGIN
      INSERT INTO problemWeek VALUES (
        new.type, new.touchpoint, new.week, new.happenedWeek, 1, new.lagDays IS NOT NULL)
      ON CONFLICT DO UPDATE SET caseCount = caseCount + 1,
        knownCount = knownCount + excluded.knownCount;
    END;
    CREATE TRIGGER caseProblemOut AFTER DELETE ON caseProblem WHEN old.week IS NOT NULL BEGIN
      UPDATE problemWeek SET caseCount = caseCount - 1,
        knownCount = knownCount - (old.lagDays IS NOT NULL)
      WHERE type = old.type AND touchpoint = old.touchpoint AND week = old.week
        AND happenedWeek = old.happenedWeek;
      DELETE FROM problemWeek WHERE type = old.type AND touchpoint = old.touchpoint
        AND week = old.week AND happenedWeek = old.happenedWeek AND caseCount = 0;
    END;

    -- What happened to prevention items, in order; nothing is ever changed or deleted.
    -- An item's number is the 'item' of its first event.
    CREATE TABLE itemEvent (
      id INTEGER PRIMARY KEY,
      item INTEGER NOT NULL,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      kind TEXT NOT NULL,
      detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX itemEventByItem ON itemEvent (item, id);

    -- A week as it was told: numbers, ids and ranges as JSON, no words of customers.
    CREATE TABLE digest (
      week INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      frozenAt INTEGER NOT NULL,
      facts TEXT NOT NULL,
      PRIMARY KEY (week, revision)
    ) STRICT, WITHOUT ROWID;

    -- Who may use the review desk now: fingerprints of secrets, never the secrets.
    CREATE TABLE loginLink (
      secret BLOB PRIMARY KEY,
      reviewer TEXT NOT NULL,
      expiresAt INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE session (
      secret BLOB PRIMARY KEY,
      reviewer TEXT NOT NULL,
      expiresAt INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  private static let third = """
    -- Counting failures asks whose they are: that is in the index now.
    DROP INDEX findingByType;
    CREATE INDEX findingByType ON finding (generationID, kind, type, touchpoint, about);
    """
}
