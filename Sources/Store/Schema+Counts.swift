import GRDB

extension Schema {
  /// Migration "counts": what lists count is counted while it is written.
  ///
  /// What every text and every verdict adds to a count is added once a transaction, by what writes
  /// them; what is taken away is taken off by triggers, since rows also go with others.
  static let counts = """
    CREATE TABLE channelCount (channel TEXT PRIMARY KEY, count INTEGER NOT NULL)
      STRICT, WITHOUT ROWID;
    INSERT INTO channelCount SELECT channel, count(*) FROM verbatim GROUP BY 1;
    DROP TRIGGER verbatimIn;
    CREATE TRIGGER verbatimIn AFTER INSERT ON verbatim BEGIN
      INSERT OR IGNORE INTO staleRow VALUES (new.id);
    END;
    CREATE TRIGGER channelOut AFTER DELETE ON verbatim BEGIN
      INSERT INTO channelCount VALUES (old.channel, -1) ON CONFLICT DO UPDATE SET count = count - 1;
    END;
    CREATE TRIGGER channelChanged AFTER UPDATE OF channel ON verbatim
      WHEN old.channel <> new.channel BEGIN
      INSERT INTO channelCount VALUES (old.channel, -1) ON CONFLICT DO UPDATE SET count = count - 1;
      INSERT INTO channelCount VALUES (new.channel, 1) ON CONFLICT DO UPDATE SET count = count + 1;
    END;

    -- How many verdicts of a generation have a label, and how many report a failure somewhere.
    CREATE TABLE labelCount (
      generationID INTEGER NOT NULL,
      labelID INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (generationID, labelID)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO labelCount
      SELECT generationID, labelID, count(*) FROM verdictLabel GROUP BY 1, 2;
    CREATE TABLE touchpointCount (
      generationID INTEGER NOT NULL,
      touchpoint TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (generationID, touchpoint)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO touchpointCount
      SELECT generationID, touchpoint, count(DISTINCT verbatimID) FROM finding
      WHERE kind = 'failure' AND about IS NOT 'other' AND touchpoint IS NOT NULL GROUP BY 1, 2;
    DROP TRIGGER verdictIn;
    DROP TRIGGER verdictCountIn;
    CREATE TRIGGER findingsOut BEFORE DELETE ON verdict BEGIN
      \(uncount("old.generationID", "old.verbatimID"))
    END;

    \(weekCounts)
    \(queueTriggers)
    -- Complaints whose rules were undecided count as tagged now: their margins are found anew.
    UPDATE derivation SET isFresh = 0, timeZone = '';
    INSERT INTO ownWords (ownWords, rank) VALUES ('automerge', 8);
    """

  /// Takes the findings of a verdict off the counts, also before they were added in a transaction.
  static func uncount(_ generation: String, _ verbatim: String) -> String {
    let own = "generationID = \(generation) AND verbatimID = \(verbatim)"
    return """
      INSERT INTO labelCount SELECT generationID, labelID, -1 FROM verdictLabel WHERE \(own)
        ON CONFLICT DO UPDATE SET count = count - 1;
      INSERT INTO touchpointCount SELECT DISTINCT generationID, touchpoint, -1 FROM finding
        WHERE \(own) AND kind = 'failure' AND about IS NOT 'other' AND touchpoint IS NOT NULL
        ON CONFLICT DO UPDATE SET count = count - 1;
      """
  }

  private static let weekCounts = """
    DROP TRIGGER caseReportIn;
    DROP TRIGGER caseReportOut;
    CREATE TABLE weekCount (
      problemID INTEGER NOT NULL,
      week INTEGER NOT NULL,
      happenedWeek INTEGER NOT NULL,
      caseCount INTEGER NOT NULL,
      knownCount INTEGER NOT NULL,
      PRIMARY KEY (problemID, week, happenedWeek)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO weekCount SELECT problem.id, week, happenedWeek, caseCount, knownCount
      FROM problemWeek JOIN problem USING (type, touchpoint);
    DROP TABLE problemWeek;
    CREATE VIEW problemWeek AS
      SELECT type, touchpoint, week, happenedWeek, caseCount, knownCount
      FROM weekCount JOIN problem ON problem.id = weekCount.problemID;
    CREATE TRIGGER caseReportIn AFTER INSERT ON caseReport WHEN new.week IS NOT NULL BEGIN
      INSERT INTO weekCount VALUES (
        new.problemID, new.week, new.happenedWeek, 1, new.lagDays IS NOT NULL)
      ON CONFLICT DO UPDATE SET caseCount = caseCount + 1,
        knownCount = knownCount + excluded.knownCount;
    END;
    CREATE TRIGGER caseReportOut AFTER DELETE ON caseReport WHEN old.week IS NOT NULL BEGIN
      UPDATE weekCount SET caseCount = caseCount - 1,
        knownCount = knownCount - (old.lagDays IS NOT NULL)
      WHERE problemID = old.problemID AND week = old.week AND happenedWeek = old.happenedWeek;
      DELETE FROM weekCount WHERE problemID = old.problemID AND week = old.week
        AND happenedWeek = old.happenedWeek AND caseCount = 0;
    END;
    """

  /// The same as before, without looking for the row that is at hand.
  private static let queueTriggers = """
    DROP TRIGGER queueIn;
    DROP TRIGGER queueOut;
    DROP TRIGGER queueLeft;
    DROP TRIGGER queueEntered;
    \(["DELETE", "UPDATE OF margin, isReviewed"].enumerated().map { index, event in
      """
      CREATE TRIGGER queue\(["Out", "Left"][index]) AFTER \(event) ON contact
        WHEN old.isReviewed = 0 AND old.margin IS NOT NULL BEGIN
        UPDATE queueCount SET count = count - 1 WHERE distance = \(distance(of: "old"));
      END;
      """
    }.joined(separator: "\n"))
    \(["INSERT", "UPDATE OF margin, isReviewed"].enumerated().map { index, event in
      """
      CREATE TRIGGER queue\(["In", "Entered"][index]) AFTER \(event) ON contact
        WHEN new.isReviewed = 0 AND new.margin IS NOT NULL BEGIN
        INSERT INTO queueCount VALUES (\(distance(of: "new")), 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
      END;
      """
    }.joined(separator: "\n"))
    """

  private static func distance(of row: String) -> String {
    """
    CASE WHEN \(row).margin < 0 THEN 'unscored' WHEN \(row).margin = 0 THEN 'untagged'
      WHEN \(row).margin < 0.1 THEN 'close' ELSE 'clear' END
    """
  }
}
