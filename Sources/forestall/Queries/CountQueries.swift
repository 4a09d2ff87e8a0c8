import Complaints
import GRDB
import Store

/// What stored verbatims can be counted by.
enum StoredGrouping: String, CaseIterable {
  case type, problem, touchpoint, cause, effect, channel, week

  /// The kind of finding that is counted; nil where verbatims themselves are.
  fileprivate var kind: String? {
    switch self {
    case .type, .problem, .touchpoint: "failure"
    case .cause: "cause"
    case .effect: "effect"
    case .channel, .week: nil
    }
  }

  /// What names a group, what makes one, and how many verbatims are in it: only of a touchpoint can
  /// a verbatim have several failures.
  fileprivate var columns: (name: String, group: String, count: String) {
    switch self {
    case .problem:
      (
        "'v1/' || finding.type || '/' || finding.touchpoint", "finding.type, finding.touchpoint",
        "*"
      )
    case .type, .cause, .effect: ("finding.type", "finding.type", "*")
    case .touchpoint: ("finding.touchpoint", "finding.touchpoint", "DISTINCT finding.verbatimID")
    case .channel, .week: ("verbatim.channel", "verbatim.channel", "*")
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
    let (name, group, count) = grouping.columns
    let rows = rows(of: grouping.kind, matching: filter)
    return try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT \(name) AS name, count(\(count)) AS count \(rows.sql)
          GROUP BY \(group) ORDER BY 2 DESC, 1
          """, arguments: rows.arguments
      ).map { ($0["name"] ?? "none", $0["count"]) }
    }
  }

  /// The findings of a kind, or the verbatims, that pass a filter. Verbatims are looked at only
  /// where the filter asks for more than the findings say.
  private func rows(of kind: String?, matching filter: StoredFilter) -> Condition {
    guard let kind else {
      let clause = filter.clause
      return Condition(sql: "FROM verbatim \(clause.sql)", arguments: clause.arguments)
    }
    var rows = filter.finding(kind)
    let rest = filter.without(kind).clause
    if !rest.sql.isEmpty {
      rows = .all([
        rows,
        Condition(
          sql: "+finding.verbatimID IN (SELECT verbatim.id FROM verbatim \(rest.sql))",
          arguments: rest.arguments),
      ])
    }
    rows.sql = """
      FROM finding WHERE finding.generationID = \(ComplaintStore.currentGeneration)
        AND \(rows.sql)
      """
    return rows
  }

  /// How many were received in each week, weeks without any between them included.
  private func weeks(
    matching filter: StoredFilter, days: LocalDays
  ) throws -> [(name: String, count: Int)] {
    let clause = filter.clause
    var counts: [(week: Week, count: Int)] = []
    try read { database in
      let moments = try Int.fetchCursor(
        database,
        sql: """
          SELECT verbatim.received FROM verbatim \(clause.sql)
          \(clause.sql.isEmpty ? "WHERE" : "AND") verbatim.received IS NOT NULL ORDER BY 1
          """, arguments: clause.arguments)
      var end = Timestamp(seconds: .min)
      while let seconds = try moments.next() {
        let moment = Timestamp(seconds: seconds)
        if moment >= end {
          let week = days.day(of: moment).week
          counts.append((week, 0))
          end = days.start(of: Day(number: week.start.number + 7))
        }
        counts[counts.count - 1].count += 1
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
