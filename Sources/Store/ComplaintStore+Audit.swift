public import Complaints
import Foundation
package import GRDB

extension ComplaintStore {
  /// The whole audit chain, the oldest entry first.
  public func audit() throws(Failure) -> [AuditEntry] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM audit ORDER BY id").map(AuditEntry.init)
    }
  }

  /// Adds an entry to the audit chain.
  ///
  /// - Parameter detail: counts and fingerprints, nothing of customers.
  @discardableResult
  public func enter(
    _ action: AuditEntry.Action, by actor: String, _ detail: String, at moment: Timestamp
  ) throws(Failure) -> AuditEntry {
    try write { try ComplaintStore.enter(action, by: actor, detail, at: moment, $0) }
  }

  /// Adds that verdicts of a rule set are shown to readers, unless they were before.
  public func enterRuleSet(_ ruleSet: Fingerprint, at moment: Timestamp) throws(Failure) {
    let detail = "rules \(ruleSet)"
    try write { database in
      let last = try String.fetchOne(
        database, sql: "SELECT detail FROM audit WHERE action = ? ORDER BY id DESC LIMIT 1",
        arguments: [AuditEntry.Action.ruleSet.rawValue])
      guard last != detail else { return }
      try ComplaintStore.enter(.ruleSet, by: "forestall", detail, at: moment, database)
    }
  }

  /// As `enter`, in a transaction.
  @discardableResult
  package static func enter(
    _ action: AuditEntry.Action, by actor: String, _ detail: String, at moment: Timestamp,
    _ database: Database
  ) throws -> AuditEntry {
    let last = try Row.fetchOne(database, sql: "SELECT * FROM audit ORDER BY id DESC LIMIT 1")
      .map(AuditEntry.init)
    let zero = Fingerprint(high: 0, low: 0)
    // SQLite's text ends at a NUL.
    let (actor, detail) = (stored(actor) ?? "", stored(detail) ?? "")
    var entry = AuditEntry(
      number: (last?.number ?? 0) + 1, at: moment, actor: actor, action: action.rawValue,
      detail: detail, chain: zero)
    entry.chain = entry.expectedChain(after: last?.chain ?? zero)
    try database.execute(
      sql: "INSERT INTO audit (id, at, actor, action, detail, chain) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        entry.number, moment.seconds, actor, action.rawValue, detail, entry.chain.data,
      ])
    return entry
  }

  /// Who decided what on which text: its fingerprint and the tags, none of its words.
  static func audit(
    _ decisions: [Decision], ofRow rowID: Int64, _ database: Database
  ) throws {
    guard let first = decisions.first else { return }
    let words = decisions.map { decision in
      let rest = [
        decision.reason.map { "(\($0.rawValue))" }, decision.touchpoint.map { "at \($0)" },
      ]
      return (["\(decision.outcome.rawValue) \(decision.tag)"] + rest.compactMap(\.self))
        .joined(separator: " ")
    }
    try enter(
      .decision, by: first.reviewer,
      "\(try name(ofRow: rowID, database)): \(words.joined(separator: ", "))",
      at: first.decidedAt, database)
  }

  /// The fingerprint of a stored text.
  static func name(ofRow rowID: Int64, _ database: Database) throws -> Fingerprint {
    let data = try Data.fetchOne(
      database, sql: "SELECT fingerprint FROM verbatim WHERE id = ?", arguments: [rowID])
    return data.map(Fingerprint.init(data:)) ?? Fingerprint(high: 0, low: 0)
  }
}

extension AuditEntry {
  /// A row of `audit`.
  fileprivate init(_ row: Row) {
    self.init(
      number: row["id"], at: Timestamp(seconds: row["at"]), actor: row["actor"],
      action: row["action"], detail: row["detail"], chain: Fingerprint(data: row["chain"]))
  }
}
