import Complaints
import GRDB
import Store

extension ComplaintStore {
  /// How many were received in each week, weeks without any between them included.
  func weeks(
    matching filter: StoredFilter, days: LocalDays
  ) throws -> [(name: String, count: Int)] {
    let clause = filter.clause
    let counts = try read { database in
      clause.sql.isEmpty
        ? try ComplaintStore.allWeeks(days, database)
        : try ComplaintStore.weeks(clause, days, database)
    }
    guard let first = counts.first?.week, let last = counts.last?.week else { return [] }
    let known = Dictionary(counts.map { ($0.week, $0.count) }, uniquingKeysWith: +)
    return stride(from: first.start.number, through: last.start.number, by: 7).map {
      let week = Day(number: $0).week
      return (week.description, known[week] ?? 0)
    }
  }

  /// Week by week, so that the moments are counted in the index without being read.
  private static func allWeeks(
    _ days: LocalDays, _ database: Database
  ) throws -> [(week: Week, count: Int)] {
    var counts: [(week: Week, count: Int)] = []
    let next = try database.cachedStatement(
      sql: "SELECT min(received) FROM verbatim WHERE received >= ?")
    let count = try database.cachedStatement(
      sql: "SELECT count(*) FROM verbatim WHERE received >= ? AND received < ?")
    var start = Int.min
    while let seconds = try Int.fetchOne(next, arguments: [start]) {
      let week = days.week(of: Timestamp(seconds: seconds))
      start = max(days.end(of: week).seconds, seconds + 1)
      counts.append((week, try Int.fetchOne(count, arguments: [seconds, start]) ?? 0))
    }
    return counts
  }

  private static func weeks(
    _ clause: Condition, _ days: LocalDays, _ database: Database
  ) throws -> [(week: Week, count: Int)] {
    var counts: [(week: Week, count: Int)] = []
    let moments = try Int.fetchCursor(
      database,
      sql: """
        SELECT verbatim.received FROM verbatim \(clause.sql)
          AND verbatim.received IS NOT NULL ORDER BY 1
        """, arguments: clause.arguments)
    var end = Timestamp(seconds: .min)
    while let seconds = try moments.next() {
      let moment = Timestamp(seconds: seconds)
      if moment >= end {
        let week = days.day(of: moment).week
        counts.append((week, 0))
        end = days.end(of: week)
      }
      counts[counts.count - 1].count += 1
    }
    return counts
  }
}
