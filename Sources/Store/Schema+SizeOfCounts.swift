extension Schema {
  /// Of migration "6": counts of whole tables.
  static let sixthCounts = """
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
