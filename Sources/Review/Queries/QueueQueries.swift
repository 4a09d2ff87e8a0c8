import Complaints
import GRDB
import Store

/// The front of the queue in an order: which verbatims wait for a person.
struct QueueOrder: Equatable {
  /// At most this many are looked at: nobody decides more before the queue is asked for again.
  static let limit = 1_000

  /// Rows, the one to decide first in front.
  var rows: [Int64] = []
  /// Whether more wait behind them.
  var isCut = false
  /// How many of them come before the verbatim asked for, whether or not it still waits.
  var rank = 0
  /// Whether the verbatim asked for is among them.
  var isWaiting = false
}

extension ComplaintStore {
  /// What waits, of that what could not be scored, and of that complaints without a failure tag.
  func queueTotals() throws(Failure) -> (open: Int, unscored: Int, untagged: Int) {
    try read { database in
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT coalesce(sum(count), 0) AS open,
              coalesce(sum(count) FILTER (WHERE distance = 'unscored'), 0) AS unscored,
              coalesce(sum(count) FILTER (WHERE distance = 'untagged'), 0) AS untagged
            FROM queueCount
            """))
      return (row?["open"] ?? 0, row?["unscored"] ?? 0, row?["untagged"] ?? 0)
    }
  }

  /// What waits and passes the filters of a query, in its order; the front of it where there is
  /// much.
  ///
  /// - Parameter current: a row to find the place of.
  func queue(
    _ query: QueueQuery, _ days: LocalDays, around current: Int64? = nil
  ) throws(Failure) -> QueueOrder {
    try read { database in
      let filter = try query.condition(days, database)
      var order = QueueOrder()
      order.rows = try Int64.fetchAll(
        database,
        sql: """
          SELECT contact.verbatimID \(query.tables) WHERE \(filter.sql) ORDER BY \(query.sorting)
          LIMIT \(QueueOrder.limit + 1)
          """, arguments: filter.arguments)
      order.isCut = order.rows.count > QueueOrder.limit
      if order.isCut { order.rows.removeLast() }
      if query.order == .problem {
        order.rows = try ComplaintStore.byProblem(order.rows, database)
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
    let own = try Row.fetchOne(
      database,
      sql: """
        SELECT coalesce(margin, 1), coalesce(received, 0), verbatimID
        FROM contact JOIN verbatim ON verbatim.id = verbatimID WHERE verbatimID = ?
        """, arguments: [row])
    guard let own else { return 0 }
    let isBefore =
      query.order == .margin
      ? "(contact.margin, contact.verbatimID) < (?, ?)"
      : "(verbatim.received, verbatim.id) > (?, ?)"
    let place: StatementArguments = [
      own[query.order == .margin ? 0 : 1] as DatabaseValue, own[2] as DatabaseValue,
    ]
    return try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM (SELECT 1 \(query.tables) WHERE \(filter.sql) AND \(isBefore)
          LIMIT \(QueueOrder.limit))
        """, arguments: filter.arguments + place) ?? 0
  }

  /// Rows one problem after the other, the one with most to decide first; each verbatim stands under
  /// the largest of its problems, those without any at the end. Otherwise in the order given.
  private static func byProblem(_ rows: [Int64], _ database: Database) throws -> [Int64] {
    let failures = try Row.fetchAll(
      database,
      sql: """
        SELECT label.type, touchpoint, waiting.key FROM json_each(?) AS waiting
        CROSS JOIN verdictLabel ON generationID = \(ComplaintStore.currentGeneration)
          AND verbatimID = waiting.value
        CROSS JOIN label ON label.id = labelID
        WHERE label.kind = 'failure' AND about IS NOT 'other' AND touchpoint IS NOT NULL
        """, arguments: [ComplaintStore.json(rows)])
    var places: [Problem: [Int]] = [:]
    for row in failures {
      places[Problem(type: row[0], touchpoint: row[1]), default: []].append(row[2])
    }
    let groups = places.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    var order = [[Int64]](repeating: [], count: groups.count + 1)
    var ranks = [Int](repeating: groups.count, count: rows.count)
    for (rank, group) in groups.enumerated().reversed() {
      for place in group.value { ranks[place] = rank }
    }
    for (row, rank) in zip(rows, ranks) { order[rank].append(row) }
    return order.flatMap(\.self)
  }

  /// Numbers as one argument: `json_each(?)`.
  static func json(_ rows: some Collection<Int64>) -> String {
    "[\(rows.map(String.init).joined(separator: ","))]"
  }
}
