import Complaints
import GRDB
import Store

/// What stored verbatims can be counted by.
enum StoredGrouping: String, CaseIterable {
  case type, problem, touchpoint, cause, effect, channel, week

  /// The expression that names a row's group, and the kind of finding it needs.
  fileprivate var expression: (sql: String, kind: String?) {
    switch self {
    case .type: ("finding.type", "failure")
    case .problem: ("'v1/' || finding.type || '/' || finding.touchpoint", "failure")
    case .touchpoint: ("finding.touchpoint", "failure")
    case .cause: ("finding.type", "cause")
    case .effect: ("finding.type", "effect")
    case .channel: ("verbatim.channel", nil)
    case .week: ("verbatim.received", nil)
    }
  }
}

extension ComplaintStore {
  /// How many stored verbatims fall into each group; the largest first, weeks in order.
  ///
  /// Only findings that the filter asks for are counted: by touchpoint of one type, those of that
  /// type.
  func counts(
    by grouping: StoredGrouping, matching filter: StoredFilter, days: LocalDays
  ) throws -> [(name: String, count: Int)] {
    if grouping == .week { return try weeks(matching: filter, days: days) }
    let (name, kind) = grouping.expression
    let finding = kind.map(filter.finding)
    let join =
      finding.map {
        """
        JOIN finding ON finding.generationID = generation.id
          AND finding.verbatimID = verbatim.id AND \($0.sql)
        """
      } ?? ""
    let clause = filter.clause
    return try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT \(name) AS name, count(DISTINCT verbatim.id) AS count
          \(ComplaintStore.judgedVerbatims) \(join) \(clause.sql) GROUP BY 1 ORDER BY 2 DESC, 1
          """, arguments: (finding?.arguments ?? []) + clause.arguments
      ).map { ($0["name"] ?? "none", $0["count"]) }
    }
  }

  /// How many were received in each week, weeks without any between them included.
  private func weeks(
    matching filter: StoredFilter, days: LocalDays
  ) throws -> [(name: String, count: Int)] {
    let clause = filter.clause
    var counts: [(week: Week, count: Int)] = []
    try read { database in
      let moments = try Row.fetchCursor(
        database,
        sql: """
          SELECT verbatim.received AS moment, count(*) AS count
          \(ComplaintStore.judgedVerbatims) \(clause.sql)
          GROUP BY 1 HAVING moment IS NOT NULL ORDER BY 1
          """, arguments: clause.arguments)
      var end = Timestamp(seconds: .min)
      while let row = try moments.next() {
        let moment = Timestamp(seconds: row["moment"])
        if moment >= end {
          let week = days.day(of: moment).week
          counts.append((week, 0))
          end = days.start(of: Day(number: week.start.number + 7))
        }
        counts[counts.count - 1].count += row["count"] as Int
      }
    }
    guard let first = counts.first?.week, let last = counts.last?.week else { return [] }
    let known = Dictionary(counts.map { ($0.week, $0.count) }, uniquingKeysWith: +)
    return stride(from: first.start.number, through: last.start.number, by: 7).map {
      let week = Day(number: $0).week
      return (week.description, known[week] ?? 0)
    }
  }
}
