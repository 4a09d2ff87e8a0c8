import Complaints
import GRDB
import Store

extension ComplaintStore {
  /// Rows of the newest complaints that cases count for a problem by, received by a moment, newest
  /// first; undated ones last.
  func newestRows(of problem: Problem, until moment: Timestamp, limit: Int) throws -> [Int64] {
    try read { database in
      try Int64.fetchAll(
        database,
        sql: """
          SELECT caseProblem.verbatimID FROM caseProblem
          JOIN verbatim ON verbatim.id = caseProblem.verbatimID
          WHERE type = ? AND touchpoint = ? AND (received IS NULL OR received <= ?)
          ORDER BY received DESC, verbatim.id DESC LIMIT ?
          """,
        arguments: [problem.type, problem.touchpoint, moment.seconds, limit])
    }
  }

  /// Whether a problem ever had a case that was received by a moment, dated or not.
  func hasCases(of problem: Problem, until moment: Timestamp) throws -> Bool {
    try read { database in
      try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (SELECT 1 FROM caseProblem
            JOIN complaintCase ON complaintCase.id = caseProblem.caseID
            WHERE type = ? AND touchpoint = ? AND (received IS NULL OR received <= ?))
          """,
        arguments: [problem.type, problem.touchpoint, moment.seconds]) ?? false
    }
  }
}
