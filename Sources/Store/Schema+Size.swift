import Complaints
import Foundation
import GRDB

extension Schema {
  /// Migration "6": the same in half the room, and counts that grow with what is new.
  static func shrink(_ database: Database) throws {
    try database.execute(sql: sixth)
    try renameTags(database)
    try indexWords(database)
    try database.execute(sql: sixthCases + sixthCounts)
  }

  private static let sixth = """
    -- Names inside packed tags: rules, types, touchpoints. A number is never used for another name.
    CREATE TABLE term (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

    -- What a finding says, but for its score.
    CREATE TABLE label (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      type TEXT NOT NULL,
      touchpoint TEXT,
      about TEXT
    ) STRICT;
    CREATE UNIQUE INDEX labelByName
      ON label (kind, type, coalesce(touchpoint, ''), coalesce(about, ''));
    INSERT INTO label (kind, type, touchpoint, about)
      SELECT DISTINCT kind, type, touchpoint, about FROM finding ORDER BY 1, 2, 3, 4;

    -- Scores are ten-thousandths.
    CREATE TABLE verdictLabel (
      generationID INTEGER NOT NULL,
      verbatimID INTEGER NOT NULL,
      labelID INTEGER NOT NULL REFERENCES label (id),
      score INTEGER NOT NULL,
      PRIMARY KEY (generationID, verbatimID, labelID),
      FOREIGN KEY (generationID, verbatimID)
        REFERENCES verdict (generationID, verbatimID) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    INSERT INTO verdictLabel
      SELECT generationID, verbatimID, label.id, CAST(round(score * 10000) AS INTEGER)
      FROM finding JOIN label ON label.kind = finding.kind AND label.type = finding.type
        AND label.touchpoint IS finding.touchpoint AND label.about IS finding.about;
    CREATE INDEX verdictLabelByLabel ON verdictLabel (generationID, labelID);
    DROP TABLE finding;
    CREATE VIEW finding AS
      SELECT generationID, verbatimID, kind, type, touchpoint, about,
        verdictLabel.score / 10000.0 AS score
      FROM verdictLabel JOIN label ON label.id = verdictLabel.labelID;

    -- Newsletters, whose message ids tie nobody together.
    CREATE INDEX verbatimOfCircular ON verbatim (messageID) WHERE class = 'bulk';
    """

  private static let sixthCases = """
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

  private static let sixthCounts = """
    -- Counts of whole tables, kept by triggers: nothing is scanned to know them.
    ALTER TABLE derivation ADD COLUMN verbatimCount INTEGER NOT NULL DEFAULT 0;
    UPDATE derivation SET verbatimCount = (SELECT count(*) FROM verbatim);
    ALTER TABLE generation ADD COLUMN verdictCount INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE generation ADD COLUMN complaintCount INTEGER NOT NULL DEFAULT 0;
    UPDATE generation SET (verdictCount, complaintCount) = (
      SELECT count(*), count(CASE WHEN coalesce(reviewed, isComplaint) THEN 1 END) FROM verdict
      WHERE generationID = generation.id);
    CREATE TRIGGER verdictCountIn AFTER INSERT ON verdict BEGIN
      UPDATE generation SET verdictCount = verdictCount + 1,
        complaintCount = complaintCount + coalesce(new.reviewed, new.isComplaint, 0)
      WHERE id = new.generationID;
    END;
    CREATE TRIGGER verdictCountOut AFTER DELETE ON verdict BEGIN
      UPDATE generation SET verdictCount = verdictCount - 1,
        complaintCount = complaintCount - coalesce(old.reviewed, old.isComplaint, 0)
      WHERE id = old.generationID;
    END;
    CREATE TRIGGER verdictCountChanged AFTER UPDATE OF reviewed ON verdict BEGIN
      UPDATE generation SET complaintCount = complaintCount
        + coalesce(new.reviewed, new.isComplaint, 0) - coalesce(old.reviewed, old.isComplaint, 0)
      WHERE id = new.generationID;
    END;

    CREATE TRIGGER caseReportIn AFTER INSERT ON caseReport WHEN new.week IS NOT NULL BEGIN
      INSERT INTO problemWeek
        SELECT type, touchpoint, new.week, new.happenedWeek, 1, new.lagDays IS NOT NULL
        FROM problem WHERE id = new.problemID
      ON CONFLICT DO UPDATE SET caseCount = caseCount + 1,
        knownCount = knownCount + excluded.knownCount;
    END;
    CREATE TRIGGER caseReportOut AFTER DELETE ON caseReport WHEN old.week IS NOT NULL BEGIN
      UPDATE problemWeek SET caseCount = caseCount - 1,
        knownCount = knownCount - (old.lagDays IS NOT NULL)
      WHERE (type, touchpoint) = (SELECT type, touchpoint FROM problem WHERE id = old.problemID)
        AND week = old.week AND happenedWeek = old.happenedWeek;
      DELETE FROM problemWeek
      WHERE (type, touchpoint) = (SELECT type, touchpoint FROM problem WHERE id = old.problemID)
        AND week = old.week AND happenedWeek = old.happenedWeek AND caseCount = 0;
    END;

    -- How many days late cases came to be known, by week.
    CREATE TABLE weekLag (
      week INTEGER NOT NULL,
      lagDays INTEGER NOT NULL,
      caseCount INTEGER NOT NULL,
      PRIMARY KEY (week, lagDays)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO weekLag SELECT week, lagDays, count(*) FROM caseReport
      WHERE week IS NOT NULL AND lagDays IS NOT NULL GROUP BY 1, 2;
    CREATE TRIGGER weekLagIn AFTER INSERT ON caseReport
      WHEN new.week IS NOT NULL AND new.lagDays IS NOT NULL BEGIN
      INSERT INTO weekLag VALUES (new.week, new.lagDays, 1)
      ON CONFLICT DO UPDATE SET caseCount = caseCount + 1;
    END;
    CREATE TRIGGER weekLagOut AFTER DELETE ON caseReport
      WHEN old.week IS NOT NULL AND old.lagDays IS NOT NULL BEGIN
      UPDATE weekLag SET caseCount = caseCount - 1
      WHERE week = old.week AND lagDays = old.lagDays;
      DELETE FROM weekLag WHERE week = old.week AND lagDays = old.lagDays AND caseCount = 0;
    END;

    -- What waits for a person, by how far the rules were from deciding otherwise.
    CREATE VIEW queued AS
      SELECT verbatimID, CASE WHEN margin < 0 THEN 'unscored' WHEN margin = 0 THEN 'untagged'
        WHEN margin < 0.1 THEN 'close' ELSE 'clear' END AS distance
      FROM contact WHERE isReviewed = 0 AND margin IS NOT NULL;
    CREATE TABLE queueCount (distance TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO queueCount SELECT distance, count(*) FROM queued GROUP BY 1;
    CREATE TRIGGER queueIn AFTER INSERT ON contact
      WHEN new.isReviewed = 0 AND new.margin IS NOT NULL BEGIN
      INSERT INTO queueCount SELECT distance, 1 FROM queued WHERE verbatimID = new.verbatimID
      ON CONFLICT DO UPDATE SET count = count + 1;
    END;
    CREATE TRIGGER queueOut BEFORE DELETE ON contact
      WHEN old.isReviewed = 0 AND old.margin IS NOT NULL BEGIN
      UPDATE queueCount SET count = count - 1
      WHERE distance = (SELECT distance FROM queued WHERE verbatimID = old.verbatimID);
    END;
    CREATE TRIGGER queueLeft BEFORE UPDATE OF margin, isReviewed ON contact
      WHEN old.isReviewed = 0 AND old.margin IS NOT NULL BEGIN
      UPDATE queueCount SET count = count - 1
      WHERE distance = (SELECT distance FROM queued WHERE verbatimID = old.verbatimID);
    END;
    CREATE TRIGGER queueEntered AFTER UPDATE OF margin, isReviewed ON contact
      WHEN new.isReviewed = 0 AND new.margin IS NOT NULL BEGIN
      INSERT INTO queueCount SELECT distance, 1 FROM queued WHERE verbatimID = new.verbatimID
      ON CONFLICT DO UPDATE SET count = count + 1;
    END;
    """
}
