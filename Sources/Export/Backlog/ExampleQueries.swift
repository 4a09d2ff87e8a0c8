import Complaints
import GRDB
import Store

extension ComplaintStore {
  /// Rows of the complaints that count for some problems up to a week, newest first: of each case
  /// the first complaint that reports the problem.
  func newestRows(
    of problems: [Problem], through week: Week, limit: Int
  ) throws(Failure) -> [Int64] {
    try read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT verbatim.id, verbatim.received
          FROM caseProblem JOIN verbatim ON verbatim.id = caseProblem.verbatimID
          WHERE caseProblem.type = ? AND caseProblem.touchpoint = ? AND caseProblem.week <= ?
          ORDER BY verbatim.received DESC, verbatim.id DESC LIMIT ?
          """)
      var newest: [Int64: Int] = [:]
      for problem in problems {
        let rows = try Row.fetchAll(
          statement,
          arguments: [problem.type, problem.touchpoint, week.start.number, limit])
        for row in rows { newest[row["id"]] = row["received"] ?? 0 }
      }
      let sorted = newest.sorted { ($0.value, $0.key) > ($1.value, $1.key) }
      return sorted.prefix(limit).map(\.key)
    }
  }
}
