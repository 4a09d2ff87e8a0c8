import Complaints
import GRDB
import Store

/// What must be counted anew since the last counting.
extension Recount {
  /// Whether anything changed.
  func isDue() throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT NOT EXISTS (SELECT 1 FROM derivation
          WHERE isFresh AND generationID IS ? AND timeZone = ?)
        """, arguments: [generation, days.timeZone]) ?? true
  }

  /// Marks everything stale, a bounded number of rows at a time, if it was derived from other
  /// verdicts or in another time zone, or never.
  ///
  /// - Returns: the last row that was marked; nil where all is marked.
  func markNext(after rowID: Int64) throws -> Int64? {
    let derived = try Row.fetchOne(database, sql: "SELECT generationID, timeZone FROM derivation")
    let known: Int64? = derived?[0]
    guard known != generation || derived?[1] != days.timeZone else { return nil }
    try database.execute(sql: "UPDATE derivation SET isFresh = 0")
    let last = try Int64.fetchOne(
      database,
      sql: """
        SELECT max(id) FROM (SELECT id FROM verbatim WHERE id > ? ORDER BY id LIMIT 20000)
        """, arguments: [rowID])
    if let last {
      try database.execute(
        sql: "INSERT OR IGNORE INTO staleRow SELECT id FROM verbatim WHERE id > ? AND id <= ?",
        arguments: [rowID, last])
      if known == nil {
        try database.execute(
          sql: """
            INSERT OR IGNORE INTO staleTie SELECT DISTINCT 'thread', thread FROM contact
            WHERE verbatimID > ? AND verbatimID <= ?
            """, arguments: [rowID, last])
      }
      return last
    }
    try database.execute(
      sql: "UPDATE derivation SET generationID = ?, timeZone = ?",
      arguments: [generation, days.timeZone])
    return nil
  }

  /// Finds up to 64 threads anew whose members' names changed; false where there is none.
  func threadNext() throws -> Bool {
    let threads = try Int64.fetchAll(
      database.cachedStatement(
        sql: "SELECT value FROM staleTie WHERE kind = 'thread' ORDER BY value LIMIT 64"))
    guard !threads.isEmpty else { return false }
    try rebuild(threads)
    try database.cachedStatement(
      sql: """
        DELETE FROM staleTie WHERE kind = 'thread' AND value IN (SELECT value FROM json_each(?))
        """
    ).execute(arguments: [json(threads)])
    return true
  }

  /// Counts up to 512 stale rows anew with all that depends on them; false where there is none.
  func countNext() throws -> Bool {
    let rows = try Int64.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT verbatimID FROM staleRow
          WHERE EXISTS (SELECT 1 FROM contact WHERE contact.verbatimID = staleRow.verbatimID)
          ORDER BY verbatimID LIMIT 512
          """))
    var ties = Ties()
    let stale = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT kind, value FROM staleTie WHERE kind <> 'thread' LIMIT 512"))
    for row in stale {
      switch row[0] as String {
      case "member": ties.members.append(row[1])
      case "person": ties.persons.append(row[1])
      default: ties.words.append(row[1])
      }
      try database.cachedStatement(sql: "DELETE FROM staleTie WHERE kind = ? AND value = ?")
        .execute(arguments: [row[0] as DatabaseValue, row[1] as DatabaseValue])
    }
    guard !rows.isEmpty || !stale.isEmpty else { return false }
    try count(around: rows, ties)
    return true
  }

  /// Notes that all is counted, and how much there is.
  func finish() throws -> CaseTotals {
    try database.execute(
      sql: """
        UPDATE derivation SET isFresh = NOT EXISTS (SELECT 1 FROM staleRow)
          AND NOT EXISTS (SELECT 1 FROM staleTie)
        """)
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT count(*), coalesce(sum(contactCount), 0), count(*) - count(week),
          (SELECT count(*) FROM contact WHERE duplicateOf IS NOT NULL)
        FROM complaintCase
        """)
    var totals = CaseTotals()
    totals.caseCount = row?[0] ?? 0
    totals.contactCount = row?[1] ?? 0
    totals.undatedCount = row?[2] ?? 0
    totals.duplicateCount = row?[3] ?? 0
    return totals
  }
}
