extension Schema {
  /// Migration "1": what was read and what the rules say of it.
  static let first = """
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
}
