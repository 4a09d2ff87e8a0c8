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

  /// What names a group.
  fileprivate var name: String {
    switch self {
    case .problem: "'v1/' || label.type || '/' || label.touchpoint"
    case .type, .cause, .effect: "label.type"
    case .touchpoint: "label.touchpoint"
    case .channel, .week: "verbatim.channel"
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
    let groups = ComplaintStore.groups(grouping, matching: filter)
    return try read { database in
      try Row.fetchAll(
        database, sql: "\(groups.sql) GROUP BY 1 HAVING total > 0 ORDER BY 2 DESC, 1",
        arguments: groups.arguments
      ).map { ($0["name"] ?? "none", $0["total"]) }
    }
  }

  /// Selects names with counts. Verbatims are looked at only where the filter asks for more than
  /// their labels say, and findings only where those of several labels are one verbatim's.
  private static func groups(
    _ grouping: StoredGrouping, matching filter: StoredFilter
  ) -> Condition {
    guard let kind = grouping.kind else {
      let clause = filter.clause
      return clause.sql.isEmpty
        ? Condition(sql: "SELECT channel AS name, sum(count) AS total FROM channelCount")
        : Condition(
          sql: "SELECT \(grouping.name) AS name, count(*) AS total FROM verbatim \(clause.sql)",
          arguments: clause.arguments)
    }
    var label = filter.label(kind)
    let rest = filter.without(kind).clause
    // Of one type a verbatim has one failure.
    let isOnce = grouping != .touchpoint || filter.failure != nil
    if rest.sql.isEmpty {
      guard isOnce else {
        let asked = filter.touchpoint.map { Condition.equal("touchpoint", $0) }
        return Condition(
          sql: """
            SELECT touchpoint AS name, sum(count) AS total FROM touchpointCount
            WHERE generationID = \(currentGeneration) AND \(asked?.sql ?? "TRUE")
            """, arguments: asked?.arguments ?? [])
      }
      label.sql = """
        SELECT \(grouping.name) AS name, sum(labelCount.count) AS total
        FROM label CROSS JOIN labelCount ON labelCount.generationID = \(currentGeneration)
          AND labelCount.labelID = label.id WHERE \(label.sql)
        """
      return label
    }
    label.sql = """
      SELECT \(grouping.name) AS name,
        count(\(isOnce ? "*" : "DISTINCT verdictLabel.verbatimID")) AS total
      FROM label CROSS JOIN verdictLabel ON verdictLabel.generationID = \(currentGeneration)
        AND verdictLabel.labelID = label.id
      WHERE \(label.sql)
        AND +verdictLabel.verbatimID IN (SELECT verbatim.id FROM verbatim \(rest.sql))
      """
    label.arguments += rest.arguments
    return label
  }
}
