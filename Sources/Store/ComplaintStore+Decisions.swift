public import Complaints
import Foundation
package import GRDB
import Text

extension ComplaintStore {
  /// The decisions that hold for a verbatim, the oldest first, at most one for each tag.
  ///
  /// A decision does not hold while it is undone, or while other words stand where its evidence
  /// stood: then the page was rewritten, and nobody has judged the new words.
  public func decisions(ofRow rowID: Int64) throws(Failure) -> [Decision] {
    try read { try ComplaintStore.decisions(ofRow: rowID, $0) }
  }

  /// As `decisions(ofRow:)`, in a transaction.
  package static func decisions(ofRow rowID: Int64, _ database: Database) throws -> [Decision] {
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT * FROM decision WHERE verbatimID = ? AND undoneAt IS NULL ORDER BY id"),
      arguments: [rowID])
    guard !rows.isEmpty else { return [] }
    let text = try Data.fetchOne(
      database.cachedStatement(sql: "SELECT text FROM verbatim WHERE id = ?"), arguments: [rowID])
    let bytes = [UInt8](text ?? Data())
    var latest: [(tag: Tag, decision: Decision)] = []
    for row in rows {
      let decision = try Decision(row)
      latest.removeAll { $0.tag == decision.tag }
      latest.append((decision.tag, decision))
    }
    return latest.map(\.decision).filter { decision in
      guard let range = decision.range, let evidence = decision.evidence else { return true }
      return range.upperBound <= bytes.count && Fingerprint(hashing: bytes[range]) == evidence
    }
  }

  /// Writes decisions that one action of a person made, puts them in force, and enters them in the
  /// audit chain; the evidence's fingerprint is taken from the stored text.
  ///
  /// - Returns: the action's number.
  package static func record(
    _ decisions: [Decision], ofRow rowID: Int64, _ database: Database
  ) throws -> Int64 {
    let batch = try Int64.fetchOne(
      database, sql: "SELECT coalesce(max(batch), 0) + 1 FROM decision")
    let text = try Data.fetchOne(
      database, sql: "SELECT text FROM verbatim WHERE id = ?", arguments: [rowID])
    let bytes = [UInt8](text ?? Data())
    for decision in decisions {
      let range = decision.range.flatMap { $0.upperBound <= bytes.count ? $0 : nil }
      try database.cachedStatement(
        sql: """
          INSERT INTO decision (verbatimID, kind, type, outcome, reason, touchpoint, lowerBound,
            upperBound, evidence, draw, reviewer, decidedAt, batch)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        rowID, decision.tag.kind.rawValue, decision.tag.type, decision.outcome.rawValue,
        decision.reason?.rawValue, decision.touchpoint, range?.lowerBound, range?.upperBound,
        range.map { Fingerprint(hashing: bytes[$0]).data }, decision.draw.rawValue,
        decision.reviewer, decision.decidedAt.seconds, batch,
      ])
    }
    try settle(rowID, database)
    try audit(decisions, ofRow: rowID, database)
    return batch ?? 1
  }

  /// Undoes a person's last action that was not undone yet.
  ///
  /// - Returns: the rows whose tags changed; none where there is nothing to undo.
  package static func undoLast(
    of reviewer: String, at moment: Timestamp, _ database: Database
  ) throws -> [Int64] {
    let batch = try Int64.fetchOne(
      database,
      sql: "SELECT max(batch) FROM decision WHERE reviewer = ? AND undoneAt IS NULL",
      arguments: [reviewer])
    guard let batch else { return [] }
    let rows = try Int64.fetchAll(
      database, sql: "SELECT DISTINCT verbatimID FROM decision WHERE batch = ?",
      arguments: [batch])
    try database.execute(
      sql: "UPDATE decision SET undoneAt = ? WHERE batch = ?", arguments: [moment.seconds, batch])
    for row in rows {
      try settle(row, database)
      try enter(
        .undo, by: reviewer, "\(try name(ofRow: row, database)): last decision", at: moment,
        database)
    }
    return rows
  }

  /// Makes the findings of a verbatim the effective ones: the rules' with people's decisions.
  static func settle(_ rowID: Int64, _ database: Database) throws {
    let decisions = try decisions(ofRow: rowID, database)
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT \(StoredVerbatim.columns), generation.id AS generationID FROM verbatim
        JOIN verdict ON verdict.verbatimID = verbatim.id
        JOIN generation ON generation.id = verdict.generationID AND generation.state <> 'old'
        WHERE verbatim.id = ?
        """, arguments: [rowID])
    let vocabulary = Vocabulary()
    for row in rows {
      let stored = try StoredVerbatim(row, vocabulary, database)
      let generation: Int64 = row["generationID"]
      guard let verdict = stored.verdict else { continue }
      let effective = verdict.reviewed(by: decisions, text: stored.verbatim.text)
      let isReviewed = effective.isComplaint != verdict.isComplaint
      try database.execute(
        sql: "UPDATE verdict SET reviewed = ? WHERE generationID = ? AND verbatimID = ?",
        arguments: [isReviewed ? effective.isComplaint : nil, generation, rowID])
      try database.execute(sql: Schema.uncount("\(generation)", "\(rowID)"))
      try database.execute(
        sql: "DELETE FROM verdictLabel WHERE generationID = ? AND verbatimID = ?",
        arguments: [generation, rowID])
      var writer = try VerdictWriter(vocabulary, database, generation: generation)
      try writer.insertFindings(of: effective, rowID)
      try writer.finish()
    }
  }
}

extension Decision {
  /// A row of `decision`.
  fileprivate init(_ row: Row) throws {
    guard let kind = Tag.Kind(rawValue: row["kind"]),
      let outcome = Outcome(rawValue: row["outcome"])
    else { throw PackedReader.Damage() }
    let lower: Int? = row["lowerBound"]
    let upper: Int? = row["upperBound"]
    let range = lower.flatMap { start in upper.flatMap { start <= $0 ? start..<$0 : nil } }
    self.init(
      tag: Tag(kind, row["type"]), outcome: outcome,
      reason: (row["reason"] as String?).flatMap(Reason.init), touchpoint: row["touchpoint"],
      range: range, evidence: (row["evidence"] as Data?).map(Fingerprint.init(data:)),
      draw: Draw(rawValue: row["draw"]) ?? .queue, reviewer: row["reviewer"],
      decidedAt: Timestamp(seconds: row["decidedAt"]))
  }
}
