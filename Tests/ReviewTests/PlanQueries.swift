import Foundation
import GRDB
import Store
import Synchronization

/// What is asked of a store, and how SQLite answers it.
final class QueryLog: Sendable {
  private let statements = Mutex<[String]>([])

  /// Takes down a statement.
  func add(_ statement: String) { statements.withLock { $0.append(statement) } }

  /// Forgets everything.
  func forget() { statements.withLock { $0 = [] } }

  /// How many different statements were run.
  var count: Int { Set(statements.withLock(\.self)).count }

  /// Every line of a plan that reads all of a table that grows with the number of complaints.
  func scans(_ store: ComplaintStore) throws -> [String] {
    let asked = Set(statements.withLock(\.self)).filter {
      $0.hasPrefix("SELECT") || $0.hasPrefix("WITH")
    }
    return try asked.sorted().flatMap { statement in
      try store.read { database -> [String] in
        let plan = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + statement)
        plan.setUncheckedArguments([])
        return try Row.fetchAll(plan).compactMap { row -> String? in
          let detail: String = row["detail"]
          let words = detail.split(separator: " ")
          guard words.first == "SCAN", QueryLog.large.contains(String(words[1])) else { return nil }
          // In the order of an index, and no farther than the limit.
          if detail.contains("USING"), statement.contains("LIMIT") { return nil }
          return "\(detail): \(statement)"
        }
      }
    }
  }

  private static let large: Set = [
    "verbatim", "verdict", "verdictLabel", "contact", "complaintCase", "caseReport", "threadName",
    "mailEnding",
  ]
}
