extension Schema {
  /// Migration "2": decisions, cases, problems, items, letters and who may review.
  static let second = """
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
}
