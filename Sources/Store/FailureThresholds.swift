package import Complaints
package import GRDB

/// The scores from which the rules of a generation give failures, in the ten-thousandths that
/// scores are stored in.
package struct FailureThresholds: Sendable {
  private let scores: [String: Int]

  /// Those of a generation; 5,000 where nothing is known.
  package init(of generation: Int64?, _ database: Database) throws {
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT type, score FROM failureThreshold WHERE generationID = ?"),
      arguments: [generation])
    scores = rows.reduce(into: [:]) { $0[$1[0] as String] = $1[1] as Int }
  }

  /// How far a score is from the one from which its type is given; at least 1.
  package func distance(of score: Int, _ type: String) -> Int {
    max(1, abs(score - (scores[type] ?? 5_000)))
  }

  /// How far the rules were from not giving a failure; 0...1, more than 0.
  package func margin(of failure: Failure) -> Double {
    Double(distance(of: Int((failure.score * 10_000).rounded()), failure.type)) / 10_000
  }
}

extension ComplaintStore {
  /// Those of the generation that readers see.
  package func failureThresholds() throws(Failure) -> FailureThresholds {
    try read { database in
      try FailureThresholds(
        of: Int64.fetchOne(database, sql: "SELECT \(ComplaintStore.currentGeneration)"), database)
    }
  }
}
