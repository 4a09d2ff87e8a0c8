import Backlog
import Complaints
import Foundation
import GRDB
import Store

/// A store with cases that no text stands behind, gone when the test ends.
final class BacklogWorld {
  let store: ComplaintStore
  let days = LocalDays(timeZone: "Europe/London")
  let book: BacklogBook
  private var caseNumber: UInt64 = 0

  /// Cases by week received, from the first week of the sample world on.
  init(_ series: [Problem: [Int]] = [:]) throws {
    store = try ComplaintStore(folder: NSTemporaryDirectory() + "backlog-\(UUID().uuidString)")
    book = BacklogBook(store: store, days: days)
    for (problem, counts) in series.sorted(by: { $0.key < $1.key }) {
      try add(problem, counts.enumerated().map { (WorldSeries.week($0.offset + 1), $0.element) })
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: store.folder) }

  /// Adds cases of a problem that were received in weeks; the lag is in days, nil for unknown.
  func add(_ problem: Problem, _ weeks: [(week: Week, cases: Int)], lag: Int? = nil) throws {
    try store.write { database in
      for (week, cases) in weeks {
        for _ in 0..<cases {
          caseNumber += 1
          try database.cachedStatement(
            sql: """
              INSERT INTO complaintCase (week, contactCount) VALUES (?, 1)
              """
          ).execute(arguments: [week.start.number])
          let happened = Day(number: week.start.number - (lag ?? 0)).week.start.number
          try BacklogWorld.count(
            problem,
            [
              database.lastInsertedRowID, Int64(caseNumber), week.start.number, happened, lag,
            ], database)
        }
      }
    }
  }

  /// Stores a report: case, verbatim, week, week it happened in, and lag.
  static func count(
    _ problem: Problem, _ values: StatementArguments, _ database: Database
  ) throws {
    try database.execute(
      sql: "INSERT OR IGNORE INTO problem (type, touchpoint) VALUES (?, ?)",
      arguments: [problem.type, problem.touchpoint])
    try database.cachedStatement(
      sql: """
        INSERT INTO caseReport (caseID, verbatimID, week, happenedWeek, lagDays, problemID)
        SELECT ?, ?, ?, ?, ?, id FROM problem WHERE type = ? AND touchpoint = ?
        """
    ).execute(arguments: values + [problem.type, problem.touchpoint])
  }

  /// Takes away all cases of a problem, as if their texts were erased.
  func forgetCases(of problem: Problem) throws {
    try store.write { database in
      try database.execute(
        sql: """
          DELETE FROM caseReport WHERE problemID =
            (SELECT id FROM problem WHERE type = ? AND touchpoint = ?)
          """, arguments: [problem.type, problem.touchpoint])
    }
  }

  /// Lets every case of one problem report another one too, some weeks later.
  func repeatCases(of problem: Problem, as other: Problem, weeksLater weeks: Int) throws {
    try store.write { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT caseID, verbatimID, week + ?, happenedWeek + ?, lagDays FROM caseProblem
          WHERE type = ? AND touchpoint = ?
          """, arguments: [weeks * 7, weeks * 7, problem.type, problem.touchpoint])
      for row in rows {
        try BacklogWorld.count(other, StatementArguments(row.databaseValues), database)
      }
    }
  }

  /// How many events are stored.
  func eventCount() throws -> Int {
    try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM itemEvent") ?? 0 }
  }

  /// Nine in the morning of a day of a story week, 1 for Monday.
  func moment(_ week: Int, _ weekday: Int = 1) -> Timestamp {
    let day = Day(number: WorldSeries.week(week).start.number + weekday - 1)
    return Timestamp(seconds: days.start(of: day).seconds + 9 * 3_600)
  }
}
