import GRDB

extension ComplaintStore {
  /// What is wrong with the database: damaged pages, rows that name missing ones, a damaged
  /// full-text index, counts that are not those of what they count. One line each, without words of
  /// customers; nothing where all is well.
  ///
  /// Reads everything once.
  public func defects() throws(Failure) -> [String] {
    var defects = try read { database in
      try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
    }
    guard defects.isEmpty else { return defects }
    defects = try read { database in
      try ComplaintStore.orphans(database) + ComplaintStore.miscounts(database)
    }
    do {
      try database.write { database in
        try database.execute(sql: "INSERT INTO ownWords (ownWords) VALUES ('integrity-check')")
      }
    } catch {
      defects.append("the full-text index: \(ComplaintStore.reason(error))")
    }
    return defects
  }

  private static func orphans(_ database: Database) throws -> [String] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2
        """)
    return rows.map { row in
      let (table, parent, count): (String, String, Int) = (row[0], row[1], row[2])
      return "\(table): \(count) rows name a missing row of \(parent)"
    }
  }

  /// Each count that is kept, against counting anew.
  private static func miscounts(_ database: Database) throws -> [String] {
    let counts = [
      ("verbatims", "SELECT verbatimCount FROM derivation", "SELECT count(*) FROM verbatim"),
      (
        "verdicts", "SELECT id, verdictCount, complaintCount FROM generation",
        """
        SELECT id, count(verbatimID), count(CASE WHEN coalesce(reviewed, isComplaint) THEN 1 END)
        FROM generation LEFT JOIN verdict ON generationID = id GROUP BY id
        """
      ),
      (
        "channels", "SELECT * FROM channelCount WHERE count <> 0",
        "SELECT channel, count(*) FROM verbatim GROUP BY 1"
      ),
      (
        "labels", "SELECT * FROM labelCount WHERE count <> 0",
        "SELECT generationID, labelID, count(*) FROM verdictLabel GROUP BY 1, 2"
      ),
      (
        "touchpoints", "SELECT * FROM touchpointCount WHERE count <> 0",
        """
        SELECT generationID, touchpoint, count(DISTINCT verbatimID) FROM finding
        WHERE kind = 'failure' AND about IS NOT 'other' GROUP BY 1, 2
        """
      ),
      (
        "weekly counts", "SELECT * FROM problemWeek",
        """
        SELECT type, touchpoint, week, happenedWeek, count(*), count(lagDays) FROM caseProblem
        WHERE week IS NOT NULL GROUP BY 1, 2, 3, 4
        """
      ),
      (
        "lags of weeks", "SELECT * FROM weekLag",
        """
        SELECT week, lagDays, count(*) FROM caseReport
        WHERE week IS NOT NULL AND lagDays IS NOT NULL GROUP BY 1, 2
        """
      ),
      (
        "the queue", "SELECT distance, count FROM queueCount WHERE count <> 0",
        "SELECT distance, count(*) FROM queued GROUP BY 1"
      ),
    ]
    return try counts.compactMap { name, kept, anew in
      let differing = try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM (SELECT * FROM (\(kept) EXCEPT \(anew))
            UNION ALL SELECT * FROM (\(anew) EXCEPT \(kept)))
          """)
      return differing == 0 ? nil : "\(name): what is counted is not what is stored"
    }
  }
}
