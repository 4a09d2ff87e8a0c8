import Complaints
import GRDB
import Store

/// Which stored verbatims to show, newest first.
struct StoredFilter {
  var failure: String?
  var cause: String?
  var effect: String?
  var touchpoint: String?
  var channel: String?
  var source: String?
  var person: String?
  var since: Day?
  var until: Day?
  var complaintsOnly = false
  var search: String?
  /// At most this many; 0 for all.
  var limit = 20
}

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
    case .week: ("verbatim.received / 86400", nil)
    }
  }
}

extension ComplaintStore {
  /// How many stored verbatims fall into each group; the largest first, weeks in order.
  func counts(
    by grouping: StoredGrouping, matching filter: StoredFilter
  ) throws -> [(name: String, count: Int)] {
    let (sql, kind) = grouping.expression
    let (conditions, arguments) = StoredFilter.conditions(filter)
    let join =
      kind == nil
      ? ""
      : "JOIN finding ON finding.generationID = generation.id AND finding.verbatimID = verbatim.id AND finding.kind = '\(kind ?? "")'"
    let rows = try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT \(sql) AS name, count(DISTINCT verbatim.id) AS count FROM verbatim
          LEFT JOIN generation ON generation.state = 'current'
          LEFT JOIN verdict ON verdict.generationID = generation.id
            AND verdict.verbatimID = verbatim.id
          \(join) \(conditions) GROUP BY 1 ORDER BY 2 DESC, 1
          """, arguments: arguments)
    }
    guard grouping == .week else { return rows.map { ($0["name"] ?? "none", $0["count"]) } }
    var weeks: [Week: Int] = [:]
    for row in rows {
      guard let day: Int = row["name"] else { continue }
      weeks[Day(number: day).week, default: 0] += row["count"] as Int
    }
    guard let first = weeks.keys.min(), let last = weeks.keys.max() else { return [] }
    return stride(from: first.start.number, through: last.start.number, by: 7).map {
      let week = Day(number: $0).week
      return (week.description, weeks[week] ?? 0)
    }
  }

  /// Row numbers of stored verbatims, newest first.
  func rowIDs(matching filter: StoredFilter) throws -> [Int64] {
    let (conditions, arguments) = StoredFilter.conditions(filter)
    let sql = """
      SELECT verbatim.id FROM verbatim
      LEFT JOIN generation ON generation.state = 'current'
      LEFT JOIN verdict ON verdict.generationID = generation.id
        AND verdict.verbatimID = verbatim.id
      \(conditions)
      ORDER BY verbatim.received DESC, verbatim.id DESC
      \(filter.limit > 0 ? "LIMIT \(filter.limit)" : "")
      """
    return try read { try Int64.fetchAll($0, sql: sql, arguments: arguments) }
  }
}

extension StoredFilter {
  /// The WHERE clause of a filter, with its arguments.
  fileprivate static func conditions(
    _ filter: StoredFilter
  ) -> (sql: String, arguments: StatementArguments) {
    var conditions: [String] = []
    var arguments: StatementArguments = []
    func add(_ condition: String, _ values: (any DatabaseValueConvertible)?...) {
      conditions.append(condition)
      arguments += StatementArguments(values)
    }
    for (kind, type) in [
      ("failure", filter.failure), ("cause", filter.cause), ("effect", filter.effect),
    ] {
      guard let type else { continue }
      add(
        """
        EXISTS (SELECT 1 FROM finding WHERE finding.generationID = generation.id
          AND finding.verbatimID = verbatim.id AND kind = ? AND type = ?)
        """, kind, type)
    }
    if let touchpoint = filter.touchpoint {
      add(
        """
        EXISTS (SELECT 1 FROM finding WHERE finding.generationID = generation.id
          AND finding.verbatimID = verbatim.id AND kind = 'failure' AND touchpoint = ?)
        """, touchpoint)
    }
    if let channel = filter.channel { add("verbatim.channel = ?", channel) }
    if let person = filter.person { add("verbatim.person = ?", person) }
    if let source = filter.source { add("instr(verbatim.source, ?) > 0", source) }
    if let since = filter.since {
      add("verbatim.received >= ?", Timestamp(day: since).seconds)
    }
    if let until = filter.until {
      add("verbatim.received < ?", Timestamp(day: Day(number: until.number + 1)).seconds)
    }
    if filter.complaintsOnly { add("verdict.isComplaint") }
    if let search = filter.search {
      let words = search.split(whereSeparator: \.isWhitespace).map {
        "\"" + $0.replacing("\"", with: "\"\"") + "\""
      }
      add(
        "verbatim.id IN (SELECT rowid FROM ownWords WHERE ownWords MATCH ?)",
        words.joined(separator: " "))
    }
    let sql = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    return (sql, arguments)
  }
}

extension ComplaintStore {
  /// Row numbers of verbatims whose id begins with some hexadecimal digits, or that stand at a
  /// place ("mail/inbox.mbox#17"); at most ten.
  func rowIDs(named name: String) throws -> [Int64] {
    try read { database in
      let isPrefix = name.utf8.count >= 4 && name.utf8.count <= 32 && name.allSatisfy(\.isHexDigit)
      if isPrefix {
        let found = try Int64.fetchAll(
          database,
          sql: "SELECT id FROM verbatim WHERE lower(hex(fingerprint)) LIKE ? ORDER BY id LIMIT 10",
          arguments: [name.lowercased() + "%"])
        if !found.isEmpty { return found }
      }
      return try Int64.fetchAll(
        database, sql: "SELECT id FROM verbatim WHERE source = ? ORDER BY id LIMIT 10",
        arguments: [name])
    }
  }
}
