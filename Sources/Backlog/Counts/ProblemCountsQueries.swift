public import Complaints
import GRDB
public import Store

extension ComplaintStore {
  /// Cases of every problem as they were known at the end of a week, whatever came later.
  ///
  /// The lag is the smallest number of days that nine in ten of the cases with a known one do not
  /// exceed. Some 30 ms for 220,000 counted cases of 200 problems over 120 weeks.
  /// - Throws: `Failure` when the database cannot be read.
  public func problemCounts(through week: Week) throws(Failure) -> ProblemCounts {
    try read { database in
      let last = week.start.number
      let first =
        try Int.fetchOne(
          database, sql: "SELECT min(week) FROM problemWeek WHERE week <= ?", arguments: [last])
        ?? last
      // In the order of the table's key, so that nothing is sorted.
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT type, touchpoint, week, happenedWeek, caseCount, knownCount FROM problemWeek
          WHERE week <= ? ORDER BY type, touchpoint
          """, arguments: [last])
      let empty = [Int](repeating: 0, count: (last - first) / 7 + 1)
      var received: [Problem: [Int]] = [:]
      var happened: [Problem: [Int]] = [:]
      var problem: Problem?
      var (weeks, happenedWeeks) = (empty, empty)
      var (cases, known) = (0, 0)
      func finish() {
        guard let problem else { return }
        (received[problem], happened[problem]) = (weeks, happenedWeeks)
        (weeks, happenedWeeks) = (empty, empty)
      }
      while let row = try rows.next() {
        let next = Problem(type: row[0], touchpoint: row[1])
        if next != problem { finish() }
        problem = next
        let count: Int = row[4]
        weeks[(row[2] - first) / 7] += count
        happenedWeeks[(min(max(row[3], first), last) - first) / 7] += count
        cases += count
        known += row[5]
      }
      finish()
      return ProblemCounts(
        first: Day(number: first).week, through: week, received: received, happened: happened,
        lagDays: try ProblemCounts.lagDays(through: last, database),
        knownShare: cases == 0 ? 0 : Double(known) / Double(cases))
    }
  }
}

extension ProblemCounts {
  /// The 90th percentile of the lags known by a week, by nearest rank.
  fileprivate static func lagDays(through last: Int, _ database: Database) throws -> Int? {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT lagDays, sum(caseCount) FROM weekLag WHERE week <= ?
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
