package import Complaints
import GRDB
package import Store

extension ComplaintStore {
  /// Rows of the newest complaints that cases count for some problems by, received by a moment,
  /// newest first; undated ones last.
  package func newestRows(
    of problems: [Problem], until moment: Timestamp, limit: Int
  ) throws(Failure) -> [Int64] {
    // The week of the moment begins a day after it at most, whatever the time zone.
    let lastWeek = moment.seconds / 86400 + 1
    return try read { database in
      var newest: [Int64: Int] = [:]
      // By the index on weeks, so that only the newest rows are read; undated ones have none.
      for weeks in ["week <= \(lastWeek)", "week IS NULL"] where newest.count < limit {
        for problem in problems {
          let rows = try Row.fetchCursor(
            database.cachedStatement(
              sql: """
                SELECT verbatim.id, received FROM caseReport INDEXED BY caseReportByWeek
                JOIN verbatim ON verbatim.id = caseReport.verbatimID
                WHERE problemID = (SELECT id FROM problem WHERE type = ? AND touchpoint = ?)
                  AND \(weeks)
                  AND (received IS NULL OR received <= ?)
                ORDER BY week DESC, received DESC, verbatim.id DESC LIMIT ?
                """),
            arguments: [problem.type, problem.touchpoint, moment.seconds, limit])
          while let row = try rows.next() { newest[row[0]] = row[1] ?? Int.min }
        }
      }
      let sorted = newest.sorted { ($0.value, $0.key) > ($1.value, $1.key) }
      return sorted.prefix(limit).map(\.key)
    }
  }

  /// Whether a problem ever had a case that was received by a moment, dated or not.
  func hasCases(of problem: Problem, until moment: Timestamp) throws -> Bool {
    try read { database in
      try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (SELECT 1 FROM caseProblem
            LEFT JOIN verbatim ON verbatim.id = caseProblem.caseID
            WHERE type = ? AND touchpoint = ? AND (week IS NULL OR week <= ?)
              AND (received IS NULL OR received <= ?))
          """,
        arguments: [
          problem.type, problem.touchpoint, moment.seconds / 86_400 + 1, moment.seconds,
        ]) ?? false
    }
  }
}
