import Complaints
import GRDB
import Store

/// The queue in an order: which verbatims wait for a person.
struct QueueOrder: Equatable {
  /// Rows, the one to decide first in front.
  var rows: [Int64] = []
  /// How many of them come before the verbatim asked for, whether or not it still waits.
  var rank = 0
  /// Whether the verbatim asked for still waits.
  var isWaiting = false
}

extension ComplaintStore {
  /// What waits, of that what could not be scored, and of that complaints without a failure tag.
  func queueTotals() throws(Failure) -> (open: Int, unscored: Int, untagged: Int) {
    try read { database in
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT count(*) AS open, coalesce(sum(margin < 0), 0) AS unscored,
              coalesce(sum(margin = 0), 0) AS untagged
            FROM contact WHERE \(QueueQuery.waits)
            """))
      return (row?["open"] ?? 0, row?["unscored"] ?? 0, row?["untagged"] ?? 0)
    }
  }

  /// Everything that waits and passes the filters of a query, in its order.
  ///
  /// - Parameter current: a row to find the place of.
  func queue(
    _ query: QueueQuery, _ days: LocalDays, around current: Int64? = nil
  ) throws(Failure) -> QueueOrder {
    let filter = query.condition(days)
    return try read { database in
      var order = QueueOrder()
      if query.order == .problem {
        order.rows = try ComplaintStore.rowsByProblem(filter, database)
      } else {
        order.rows = try Int64.fetchAll(
          database,
          sql: """
            SELECT contact.verbatimID \(query.tables) WHERE \(filter.sql) ORDER BY \(query.sorting)
            """, arguments: filter.arguments)
      }
      guard let current else { return order }
      if let index = order.rows.firstIndex(of: current) {
        order.rank = index
        order.isWaiting = true
      } else if query.order != .problem {
        order.rank = try ComplaintStore.rank(of: current, query, filter, database)
      }
      return order
    }
  }

  /// How many of a queue come before a row that does not wait any more.
  private static func rank(
    of row: Int64, _ query: QueueQuery, _ filter: Condition, _ database: Database
  ) throws -> Int {
    let isBefore =
      query.order == .margin
      ? "(contact.margin, contact.verbatimID) < (own.margin, own.verbatimID)"
      : "(verbatim.received, verbatim.id) > (own.received, own.verbatimID)"
    return try Int.fetchOne(
      database,
      sql: """
        WITH own AS (
          SELECT verbatimID, coalesce(margin, 1) AS margin, coalesce(received, 0) AS received
          FROM contact JOIN verbatim ON verbatim.id = verbatimID WHERE verbatimID = ?)
        SELECT count(*) \(query.tables) JOIN own WHERE \(filter.sql) AND \(isBefore)
        """, arguments: [row] + filter.arguments) ?? 0
  }

  /// One problem after the other, the one with most to decide first; each verbatim stands under
  /// the largest of its problems, those without any at the end.
  private static func rowsByProblem(_ filter: Condition, _ database: Database) throws -> [Int64] {
    let rows = try Int64.fetchAll(
      database,
      sql: """
        SELECT contact.verbatimID FROM contact WHERE \(filter.sql)
        ORDER BY contact.margin, contact.verbatimID
        """, arguments: filter.arguments)
    // Rows are numbered without large gaps.
    var places = [Int?](repeating: nil, count: Int(rows.max() ?? 0) + 1)
    for (place, row) in rows.enumerated() { places[Int(row)] = place }
    let groups = try failures(database).map { problem, rows in
      (problem: problem, places: rows.compactMap { $0 < places.count ? places[Int($0)] : nil })
    }.sorted { ($1.places.count, $0.problem) < ($0.places.count, $1.problem) }
    var order = [[Int64]](repeating: [], count: groups.count + 1)
    var ranks = [Int](repeating: groups.count, count: rows.count)
    for (rank, group) in groups.enumerated().reversed() {
      for place in group.places { ranks[place] = rank }
    }
    for (row, rank) in zip(rows, ranks) { order[rank].append(row) }
    return order.flatMap(\.self)
  }

  /// The rows with a failure of each problem, waiting or not.
  private static func failures(
    _ database: Database
  ) throws -> [(problem: Problem, rows: [Int64])] {
    let failures = """
      FROM finding WHERE generationID = \(ComplaintStore.currentGeneration)
        AND kind = 'failure' AND about IS NOT 'other'
      """
    let rows = try database.makeStatement(
      sql: "SELECT verbatimID \(failures) AND type = ? AND touchpoint = ?")
    return try Row.fetchAll(
      database, sql: "SELECT type, touchpoint \(failures) GROUP BY type, touchpoint"
    ).map { row in
      let problem = Problem(type: row[0], touchpoint: row[1])
      return (problem, try Int64.fetchAll(rows, arguments: [problem.type, problem.touchpoint]))
    }
  }
}
