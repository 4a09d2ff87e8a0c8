public import Complaints
import Foundation
import GRDB

extension ComplaintStore {
  /// The generation of a rule set, begun where there is none; the first one is current at once.
  ///
  /// - Parameter thresholds: the scores from which the rules give failures, by type; those of 0.5
  ///   may be left out. Lines do not tell them: a generation may learn them later.
  public func generation(
    ofRuleSet ruleSet: Fingerprint, engine: String, thresholds: [String: Double] = [:]
  ) throws(Failure) -> Int64 {
    try write { database in
      let generation = try ComplaintStore.generation(ofRuleSet: ruleSet, engine, database)
      var areNew = false
      for (type, score) in thresholds {
        try database.cachedStatement(sql: "INSERT OR IGNORE INTO failureThreshold VALUES (?, ?, ?)")
          .execute(arguments: [generation, type, Int((score * 10_000).rounded())])
        areNew = areNew || database.changesCount > 0
      }
      if areNew {
        // All margins are found anew.
        try database.execute(
          sql: "UPDATE derivation SET isFresh = 0, timeZone = '' WHERE generationID = ?",
          arguments: [generation])
      }
      return generation
    }
  }

  private static func generation(
    ofRuleSet ruleSet: Fingerprint, _ engine: String, _ database: Database
  ) throws -> Int64 {
    let known = try Int64.fetchOne(
      database, sql: "SELECT id FROM generation WHERE ruleSet = ?", arguments: [ruleSet.data])
    if let known { return known }
    let hasCurrent =
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM generation WHERE state = 'current')") ?? false
    let isEmpty =
      try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM verbatim)") ?? true
    try database.execute(
      sql: "INSERT INTO generation (ruleSet, engine, state) VALUES (?, ?, ?)",
      arguments: [ruleSet.data, engine, !hasCurrent && isEmpty ? "current" : "building"])
    return database.lastInsertedRowID
  }

  /// The generation that readers see; nil in an empty store.
  public func currentGeneration() throws(Failure) -> Int64? {
    try read { database in
      try Int64.fetchOne(database, sql: "SELECT id FROM generation WHERE state = 'current'")
    }
  }

  /// How many verbatims have no verdict in a generation.
  public func unjudgedCount(in generation: Int64) throws(Failure) -> Int {
    try read { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT verbatimCount - coalesce(
            (SELECT verdictCount FROM generation WHERE id = ?), 0) FROM derivation
          """, arguments: [generation]) ?? 0
    }
  }

  /// Up to `limit` verbatims after a row that have no verdict in a generation, in row order.
  public func unjudged(
    in generation: Int64, after rowID: Int64, limit: Int
  ) throws(Failure) -> [StoredVerbatim] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM verbatim WHERE id > ? AND NOT EXISTS (
            SELECT 1 FROM verdict WHERE generationID = ? AND verbatimID = verbatim.id)
          ORDER BY id LIMIT ?
          """, arguments: [rowID, generation, limit]
      ).map(StoredVerbatim.init)
    }
  }

  /// Shows a generation to readers, and only this one.
  public func makeCurrent(_ generation: Int64) throws(Failure) {
    try write { database in
      try database.execute(
        sql: "UPDATE generation SET state = 'old' WHERE state = 'current' AND id <> ?",
        arguments: [generation])
      try database.execute(
        sql: "UPDATE generation SET state = 'current' WHERE id = ? AND state <> 'current'",
        arguments: [generation])
      if database.changesCount > 0 { try outdate(database) }
    }
  }
}
