extension Schema {
  /// Migration "nameless": who says the same as somebody unknown is found without a look at all who
  /// say it.
  static let nameless = """
    ALTER TABLE contact ADD COLUMN isNameless INTEGER NOT NULL DEFAULT 0;
    UPDATE contact SET isNameless =
      (SELECT person IS NULL FROM verbatim WHERE id = contact.verbatimID);
    CREATE INDEX contactByNamelessWords ON contact (words) WHERE isNameless AND words <> 0;
    """

  /// Migration "thresholds": how far a failure is from not being given.
  static let thresholds = """
    -- The scores, in ten-thousandths, from which a generation's rules give failures; types without
    -- a row have 5,000.
    CREATE TABLE failureThreshold (
      generationID INTEGER NOT NULL REFERENCES generation (id) ON DELETE CASCADE,
      type TEXT NOT NULL,
      score INTEGER NOT NULL,
      PRIMARY KEY (generationID, type)
    ) STRICT, WITHOUT ROWID;
    """

  /// Of migration "6": cases, and what must be counted anew.
  static let sixthCases = """
    CREATE TABLE problem (
      id INTEGER PRIMARY KEY,
      type TEXT NOT NULL,
      touchpoint TEXT NOT NULL,
      UNIQUE (type, touchpoint)
    ) STRICT;
    INSERT INTO problem (type, touchpoint)
      SELECT DISTINCT type, touchpoint FROM caseProblem ORDER BY 1, 2;

    -- A case counts once for each problem, in the week of the first complaint that reports it.
    CREATE TABLE caseReport (
      caseID INTEGER NOT NULL REFERENCES complaintCase (id),
      problemID INTEGER NOT NULL REFERENCES problem (id),
      verbatimID INTEGER NOT NULL,
      week INTEGER,
      happenedWeek INTEGER,
      lagDays INTEGER,
      PRIMARY KEY (caseID, problemID)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO caseReport
      SELECT caseID, problem.id, verbatimID, week, happenedWeek, lagDays
      FROM caseProblem JOIN problem USING (type, touchpoint);
    CREATE INDEX caseReportByWeek ON caseReport (problemID, week);
    DROP TABLE caseProblem;
    CREATE VIEW caseProblem AS
      SELECT type, touchpoint, caseID, verbatimID, week, happenedWeek, lagDays
      FROM caseReport JOIN problem ON problem.id = caseReport.problemID;

    -- The unit of counting: a complaint with all that belong to it. Its number is the row of its
    -- first complaint; 'namedID' is the first of its complaints whose person is known.
    CREATE TABLE newCase (
      id INTEGER PRIMARY KEY,
      namedID INTEGER,
      week INTEGER,
      contactCount INTEGER NOT NULL
    ) STRICT;
    INSERT INTO newCase
      SELECT complaintCase.id, (
          SELECT contact.verbatimID FROM contact JOIN verbatim ON verbatim.id = contact.verbatimID
          WHERE contact.caseID = complaintCase.id AND verbatim.person = complaintCase.person
          ORDER BY verbatim.received IS NULL, verbatim.received, verbatim.fingerprint LIMIT 1),
        week, contactCount
      FROM complaintCase;
    DROP TABLE complaintCase;
    ALTER TABLE newCase RENAME TO complaintCase;
    CREATE INDEX complaintCaseByWeek ON complaintCase (week);

    -- The names that verbatims of one thread share, each by 64 bits of its fingerprint, with one of
    -- the verbatims that bear it.
    CREATE TABLE threadName (name INTEGER PRIMARY KEY, verbatimID INTEGER NOT NULL) STRICT;
    -- Threads and cases are found anew, names included.
    UPDATE derivation SET generationID = NULL, isFresh = 0;

    -- What must be counted anew: rows, and what tied others to rows that are gone or were changed.
    CREATE TABLE staleRow (verbatimID INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE staleTie (
      kind TEXT NOT NULL CHECK (kind IN ('thread', 'member', 'person', 'words')),
      value ANY NOT NULL,
      PRIMARY KEY (kind, value)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER verbatimIn AFTER INSERT ON verbatim BEGIN
      INSERT OR IGNORE INTO staleRow VALUES (new.id);
      UPDATE derivation SET verbatimCount = verbatimCount + 1;
    END;
    CREATE TRIGGER verbatimOut BEFORE DELETE ON verbatim BEGIN
      DELETE FROM contact WHERE verbatimID = old.id;
      UPDATE derivation SET verbatimCount = verbatimCount - 1, isFresh = 0;
    END;
    CREATE TRIGGER contactOut BEFORE DELETE ON contact BEGIN
      INSERT OR IGNORE INTO staleRow VALUES (old.verbatimID);
      INSERT OR IGNORE INTO staleTie VALUES ('thread', old.thread);
      INSERT OR IGNORE INTO staleTie SELECT 'member', old.caseID WHERE old.caseID IS NOT NULL;
      INSERT OR IGNORE INTO staleTie SELECT 'words', old.words WHERE old.words <> 0;
      INSERT OR IGNORE INTO staleTie
        SELECT 'person', person FROM verbatim WHERE id = old.verbatimID AND person IS NOT NULL;
      UPDATE derivation SET isFresh = 0;
    END;
    -- What answers a newsletter is a thread once it is none any more.
    CREATE TRIGGER circularOut BEFORE DELETE ON verbatim WHEN old.class = 'bulk' BEGIN
      UPDATE derivation SET generationID = NULL;
    END;
    CREATE TRIGGER circularChanged AFTER UPDATE OF class, messageID ON verbatim
      WHEN old.class = 'bulk' AND (old.class, old.messageID) IS NOT (new.class, new.messageID) BEGIN
      UPDATE derivation SET generationID = NULL;
    END;
    -- A verdict that came later than the counting of its verbatim.
    CREATE TRIGGER verdictIn AFTER INSERT ON verdict
      WHEN new.generationID = (SELECT id FROM generation WHERE state = 'current')
        AND EXISTS (SELECT 1 FROM contact WHERE verbatimID = new.verbatimID) BEGIN
      INSERT OR IGNORE INTO staleRow VALUES (new.verbatimID);
    END;

    """
}
