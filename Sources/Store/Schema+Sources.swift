extension Schema {
  /// Migration "sizes": the largest size of a file apart from what it was when it was last opened.
  static let sizes = """
    ALTER TABLE source ADD COLUMN largestByteCount INTEGER NOT NULL DEFAULT 0;
    UPDATE source SET largestByteCount = byteCount;
    """

  /// Migration "sources": what tells a grown file from another one. What was known is forgotten:
  /// all files are read once more, and nothing is stored twice.
  static let sources = """
    DROP TABLE source;

    -- How far each source file was read; written in the transaction that stores what was read.
    CREATE TABLE source (
      path TEXT PRIMARY KEY,
      device INTEGER NOT NULL,
      number INTEGER NOT NULL,
      byteCount INTEGER NOT NULL,
      modifiedSeconds INTEGER NOT NULL,
      modifiedNanoseconds INTEGER NOT NULL,
      reading BLOB NOT NULL,
      position INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      resumePosition INTEGER NOT NULL,
      resumeOrdinal INTEGER NOT NULL,
      head BLOB NOT NULL,
      tail BLOB NOT NULL,
      chain BLOB NOT NULL,
      chainBlockCount INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- What the reading of all sources depended on when they were last read to their ends.
    CREATE TABLE completedReading (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      fingerprint BLOB NOT NULL
    ) STRICT;
    """
}
