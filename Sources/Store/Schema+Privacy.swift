extension Schema {
  /// Migration "privacy": what was erased, who did what, and how much each source brings.
  static let privacy = """
    -- What was erased and must not come back, as fingerprints: verbatims, documents, kept bytes.
    CREATE TABLE tombstone (
      fingerprint BLOB PRIMARY KEY,
      erasedAt INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Since when the database has to be written anew to be rid of what was erased; no row when it
    -- was.
    CREATE TABLE pendingPurge (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      since INTEGER NOT NULL
    ) STRICT;

    -- Who did what and when, without customers' data. Each row's chain is a hash over the row and
    -- the chain before, so that nothing can be changed or taken out unnoticed.
    CREATE TABLE audit (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      action TEXT NOT NULL,
      detail TEXT NOT NULL,
      chain BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER auditUnchanged BEFORE UPDATE ON audit BEGIN
      SELECT RAISE (ABORT, 'audit entries are never changed');
    END;
    CREATE TRIGGER auditKept BEFORE DELETE ON audit BEGIN
      SELECT RAISE (ABORT, 'audit entries are never deleted');
    END;

    -- How many texts of each source of the settings were received on each day, in days since 1970;
    -- counted up to a row of verbatim. Erasing a text does not change what was received.
    CREATE TABLE sourceVolume (
      source TEXT NOT NULL,
      day INTEGER NOT NULL,
      textCount INTEGER NOT NULL,
      PRIMARY KEY (source, day)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE volumeProgress (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      lastRow INTEGER NOT NULL
    ) STRICT;
    INSERT INTO volumeProgress VALUES (1, 0);
    """
}
