import Complaints
import GRDB

extension CaseReports {
  /// Cases of any of some problems up to a week, each case once: by its first report of one of them.
  static func all(
    of problems: Set<Problem>, through last: Week, _ database: Database
  ) throws -> [CaseReports] {
    let problems = problems.sorted()
    let week = last.start.number
    if problems.count == 1 {
      return try Row.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT week, happenedWeek, caseCount FROM problemWeek
            WHERE type = ? AND touchpoint = ? AND week <= ?
            """), arguments: [problems[0].type, problems[0].touchpoint, week]
      ).map { CaseReports(known: $0[0], happened: $0[1], cases: $0[2]) }
    }
    let values = problems.map { _ in "(?, ?)" }.joined(separator: ", ")
    // Beside min(), the other columns are those of the row that holds it.
    return try Row.fetchAll(
      database,
      sql: """
        SELECT known, happenedWeek, count(*) FROM (
          SELECT min(week) AS known, happenedWeek FROM caseProblem
          WHERE (type, touchpoint) IN (VALUES \(values)) AND week <= ? GROUP BY caseID)
        GROUP BY 1, 2
        """,
      arguments: StatementArguments(problems.flatMap { [$0.type, $0.touchpoint] }) + [week]
    ).map { CaseReports(known: $0[0], happened: $0[1], cases: $0[2]) }
  }
}
