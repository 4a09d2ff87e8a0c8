package import GRDB

/// An SQL condition with its arguments.
package struct Condition {
  /// The SQL.
  package var sql: String
  /// Its arguments.
  package var arguments: StatementArguments = []

  /// A condition.
  package init(sql: String, arguments: StatementArguments = []) {
    self.sql = sql
    self.arguments = arguments
  }

  /// All of the conditions at once.
  package static func all(_ conditions: [Condition]) -> Condition {
    Condition(
      sql: conditions.map(\.sql).joined(separator: " AND "),
      arguments: conditions.reduce(into: []) { $0 += $1.arguments })
  }

  /// A column that holds a value.
  package static func equal(_ column: String, _ value: String) -> Condition {
    Condition(sql: "\(column) = ?", arguments: [value])
  }
}
