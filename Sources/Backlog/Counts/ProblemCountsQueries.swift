public import Complaints
import GRDB
public import Store

extension ComplaintStore {
  /// Cases of every problem as they were known at the end of a week, whatever came later.
  ///
  /// The lag is the smallest number of days that nine in ten of the cases with a known one do not
  /// exceed. A tenth of a second for 120,000 cases of 200 problems over 100 weeks.
  /// - Throws: `Failure` when the database cannot be read.
  public func problemCounts(through week: Week) throws(Failure) -> ProblemCounts {
    try read { database in
      let last = week.start.number
      let first =
        try Int.fetchOne(
          database, sql: "SELECT min(week) FROM problemWeek WHERE week <= ?", arguments: [last])
        ?? last
      let received = try ProblemCounts.series("week", from: first, through: last, database)
      let happened = try ProblemCounts.series("happenedWeek", from: first, through: last, database)
      return ProblemCounts(
        first: Day(number: first).week, through: week, received: received, happened: happened,
        lagDays: try ProblemCounts.lagDays(through: last, database),
        knownShare: try Double.fetchOne(
          database,
          sql: "SELECT total(knownCount) / sum(caseCount) FROM problemWeek WHERE week <= ?",
          arguments: [last]) ?? 0)
    }
  }
}

extension ProblemCounts {
  /// Cases known by a week, by one of the two columns that are weeks.
  fileprivate static func series(
    _ column: String, from first: Int, through last: Int, _ database: Database
  ) throws -> [Problem: [Int]] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT type, touchpoint, min(max(\(column), :first), :last) AS counted, sum(caseCount)
        FROM problemWeek WHERE week <= :last GROUP BY type, touchpoint, counted
        """, arguments: ["first": first, "last": last])
    let empty = [Int](repeating: 0, count: (last - first) / 7 + 1)
    var series: [Problem: [Int]] = [:]
    while let row = try rows.next() {
      let problem = Problem(type: row[0], touchpoint: row[1])
      let week: Int = row[2]
      series[problem, default: empty][(week - first) / 7] += row[3]
    }
    return series
  }

  /// The 90th percentile of the lags known by a week, by nearest rank.
  fileprivate static func lagDays(through last: Int, _ database: Database) throws -> Int? {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT lagDays, count(*) FROM caseProblem WHERE week <= ? AND lagDays IS NOT NULL
        GROUP BY lagDays ORDER BY lagDays
        """, arguments: [last])
    let counts: [(days: Int, cases: Int)] = rows.map { (days: $0[0], cases: $0[1]) }
    let total = counts.reduce(0) { $0 + $1.cases }
    var covered = 0
    return counts.first { entry in
      covered += entry.cases
      return covered * 10 >= total * 9
    }?.days
  }
}
