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
          database, sql: "SELECT min(week) FROM weekCount WHERE week <= ?", arguments: [last])
        ?? last
      // In the order of the table's key, so that nothing is sorted.
      let rows = try BulkStatement(
        """
        SELECT problemID, week, happenedWeek, caseCount, knownCount FROM weekCount
        WHERE week <= ? ORDER BY problemID
        """, database)
      let empty = [Int](repeating: 0, count: (last - first) / 7 + 1)
      var received: [Problem: [Int]] = [:]
      var happened: [Problem: [Int]] = [:]
      var problem: Int64?
      var (weeks, happenedWeeks) = (empty, empty)
      var (cases, known) = (0, 0)
      func finish() throws {
        guard let name = try problem.flatMap({ try Problem.numbered($0, database) }) else { return }
        (received[name], happened[name]) = (weeks, happenedWeeks)
        (weeks, happenedWeeks) = (empty, empty)
      }
      rows.bind(last)
      while try rows.next() {
        let next = rows.integer(0)
        if next != problem { try finish() }
        problem = next
        let count = Int(rows.integer(3))
        weeks[(Int(rows.integer(1)) - first) / 7] += count
        happenedWeeks[(min(max(Int(rows.integer(2)), first), last) - first) / 7] += count
        cases += count
        known += Int(rows.integer(4))
      }
      try finish()
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

extension Problem {
  /// The problem with a number of the store.
  fileprivate static func numbered(_ number: Int64, _ database: Database) throws -> Problem? {
    try Row.fetchOne(
      database.cachedStatement(sql: "SELECT type, touchpoint FROM problem WHERE id = ?"),
      arguments: [number]
    ).map { Problem(type: $0[0], touchpoint: $0[1]) }
  }
}
