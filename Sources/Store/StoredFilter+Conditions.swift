import Complaints
package import GRDB

extension StoredFilter {
  /// What the label of a finding of one kind must be. Failures of other companies are not counted.
  package func label(_ kind: String) -> Condition {
    let types = ["failure": failure, "cause": cause, "effect": effect]
    var parts = [Condition.equal("label.kind", kind)]
    if let type = types[kind] ?? nil { parts.append(.equal("label.type", type)) }
    if kind == "failure" {
      parts.append(Condition(sql: "label.about IS NOT 'other'"))
      if let touchpoint { parts.append(.equal("label.touchpoint", touchpoint)) }
    }
    return .all(parts)
  }

  /// That the verbatim of a row has a finding of one kind that passes. Either those that have one
  /// are listed, each label leading to its own, or each row's few findings are looked at: a plus
  /// before the column keeps SQLite from taking the other way.
  package func finding(_ kind: String, of row: String) -> Condition {
    var label = label(kind)
    let findings = """
      FROM verdictLabel WHERE verdictLabel.generationID = \(ComplaintStore.currentGeneration)
        AND \(isFrequent ? "+" : "")verdictLabel.labelID IN (
          SELECT label.id FROM label WHERE \(label.sql))
      """
    label.sql =
      isFrequent
      ? "EXISTS (SELECT 1 \(findings) AND verdictLabel.verbatimID = \(row))"
      : "\(row) IN (SELECT verdictLabel.verbatimID \(findings))"
    return label
  }

  /// Fills in `isFrequent`.
  package mutating func weigh(_ database: Database) throws {
    let kinds = [
      ("failure", failure ?? touchpoint), ("cause", cause), ("effect", effect),
    ].filter { $0.1 != nil }.map(\.0)
    isFrequent =
      try !kinds.isEmpty
      && kinds.allSatisfy { kind in
        let label = label(kind)
        let count = try Int.fetchOne(
          database,
          sql: """
            SELECT sum(labelCount.count) FROM label CROSS JOIN labelCount
              ON labelCount.generationID = \(ComplaintStore.currentGeneration)
              AND labelCount.labelID = label.id
            WHERE \(label.sql)
            """, arguments: label.arguments)
        return count ?? 0 >= StoredFilter.frequency
      }
  }

  private static let frequency = 30_000

  /// What is left to ask of a verbatim with a finding of a kind that passes.
  package func without(_ kind: String) -> StoredFilter {
    var rest = self
    switch kind {
    case "failure": (rest.failure, rest.touchpoint) = (nil, nil)
    case "cause": rest.cause = nil
    default: rest.effect = nil
    }
    return rest
  }

  /// The WHERE clause of a query of table `verbatim`, or nothing. A plus before a column keeps
  /// SQLite from reading in that order: newest verbatims first, until there are enough, is quicker.
  package var clause: Condition {
    var parts: [Condition] = []
    if failure != nil || touchpoint != nil { parts.append(finding("failure", of: "+verbatim.id")) }
    if cause != nil { parts.append(finding("cause", of: "+verbatim.id")) }
    if effect != nil { parts.append(finding("effect", of: "+verbatim.id")) }
    if let channel { parts.append(.equal("verbatim.channel", channel)) }
    if let person { parts.append(.equal("verbatim.person", person)) }
    if let source {
      parts.append(Condition(sql: "instr(verbatim.source, ?) > 0", arguments: [source]))
    }
    if let from {
      parts.append(Condition(sql: "verbatim.received >= ?", arguments: [from.seconds]))
    }
    if let before {
      parts.append(Condition(sql: "verbatim.received < ?", arguments: [before.seconds]))
    }
    if complaintsOnly { parts.append(StoredFilter.complaint) }
    if let found = words(of: "+verbatim.id") { parts.append(found) }
    guard !parts.isEmpty else { return Condition(sql: "") }
    var clause = Condition.all(parts)
    clause.sql = "WHERE " + clause.sql
    return clause
  }

  private static let complaint = Condition(
    sql: """
      (SELECT \(ComplaintStore.isComplaint) FROM verdict
        WHERE verdict.generationID = \(ComplaintStore.currentGeneration)
          AND verdict.verbatimID = verbatim.id)
      """)
}
