import Complaints
import Foundation
import GRDB
import Store

extension ComplaintStore {
  /// What is stored of a week that ends at a moment; decisions count up to `now`.
  func rows(
    of week: Week, from start: Timestamp, to end: Timestamp, now: Timestamp, newest limit: Int
  ) throws(Failure) -> WeekRows {
    try read { database in
      var rows = WeekRows()
      let span: StatementArguments = ["start": start.seconds, "end": end.seconds]
      rows.newest = try Row.fetchAll(
        database,
        sql: """
          SELECT verbatim.id, opening.fingerprint \(ComplaintStore.judgedVerbatims)
          LEFT JOIN contact ON contact.verbatimID = verbatim.id
          LEFT JOIN verbatim AS opening ON opening.id = contact.caseID
          WHERE verbatim.received < ? AND \(ComplaintStore.isComplaint)
          ORDER BY verbatim.received DESC, verbatim.fingerprint LIMIT ?
          """, arguments: [end.seconds, limit]
      ).map { row in
        WeekRows.Voice(
          rowID: row[0], caseID: (row[1] as Data?).map(Fingerprint.init(data:)),
          problems: try ComplaintStore.problems(ofRow: row[0], database))
      }
      rows.praise = try Int64.fetchAll(
        database,
        sql: """
          SELECT verbatim.id FROM verbatim CROSS JOIN finding
            ON finding.generationID = \(ComplaintStore.currentGeneration)
            AND finding.verbatimID = verbatim.id AND finding.kind = 'praise'
          WHERE verbatim.received >= :start AND verbatim.received < :end
          ORDER BY verbatim.received DESC, verbatim.fingerprint
          """, arguments: span)
      rows.opened = try Row.fetchAll(
        database,
        sql: """
          SELECT verbatim.fingerprint, verbatim.id, namedID IS NOT NULL
          FROM complaintCase JOIN verbatim USING (id) WHERE week = ?
          ORDER BY received DESC, fingerprint
          """, arguments: [week.start.number]
      ).map {
        WeekRows.Opened(fingerprint: Fingerprint(data: $0[0]), rowID: $0[1], hasPerson: $0[2])
      }
      rows.contacts = try ComplaintStore.contacts(span, database)
      rows.undated =
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM complaintCase WHERE week IS NULL") ?? 0
      rows.decisions =
        try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM (SELECT DISTINCT verbatimID, kind, type FROM decision
              WHERE undoneAt IS NULL AND decidedAt <= ?)
            """, arguments: [now.seconds]) ?? 0
      rows.ruleSet =
        try Data.fetchOne(
          database, sql: "SELECT ruleSet FROM generation WHERE state = 'current'"
        ).map { Fingerprint(data: $0).description } ?? ""
      rows.unread = try ComplaintStore.unread(span, database)
      return rows
    }
  }

  /// More about a case: its first complaint, and what it had come to when the week was over.
  func chosen(
    _ opened: WeekRows.Opened, week: Week, end: Timestamp
  ) throws(Failure) -> WeekRows.Chosen? {
    try read { database in
      // A case has the row number of its first complaint.
      let first = try Row.fetchOne(
        database, sql: "SELECT channel, received FROM verbatim WHERE id = ?",
        arguments: [opened.rowID])
      guard let first else { return nil }
      let problems = try Row.fetchAll(
        database,
        sql: """
          SELECT type, touchpoint FROM caseProblem WHERE caseID = ? AND week <= ?
          ORDER BY type, touchpoint
          """, arguments: [opened.rowID, week.start.number])
      let contacts = try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM contact JOIN verbatim ON verbatim.id = contact.verbatimID
          WHERE caseID = ? AND duplicateOf IS NULL AND verbatim.received < ?
          """, arguments: [opened.rowID, end.seconds])
      return WeekRows.Chosen(
        channel: first[0], received: Timestamp(seconds: first[1]),
        problems: problems.map { Problem(type: $0[0], touchpoint: $0[1]).key },
        contacts: contacts ?? 1)
    }
  }

  /// The problems that a verbatim reports, the surest first.
  private static func problems(ofRow rowID: Int64, _ database: Database) throws -> [String] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT type, touchpoint FROM finding
        WHERE generationID = \(ComplaintStore.currentGeneration) AND verbatimID = ?
          AND kind = 'failure' AND about IS NOT 'other'
        ORDER BY score DESC, type
        """, arguments: [rowID]
    ).map { Problem(type: $0[0], touchpoint: $0[1] ?? "unspecified").key }
  }

  private static func unread(
    _ span: StatementArguments, _ database: Database
  ) throws -> DigestFacts.Unread {
    func counts(_ sql: String) throws -> [String: Int] {
      let rows = try Row.fetchAll(database, sql: sql, arguments: span)
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int) })
    }
    return DigestFacts.Unread(
      unscored: try counts(
        """
        SELECT verdict.reason, count(*) FROM verbatim CROSS JOIN verdict
          ON verdict.generationID = \(ComplaintStore.currentGeneration)
          AND verbatimID = verbatim.id
        WHERE verbatim.received >= :start AND verbatim.received < :end
          AND verdict.reason IS NOT NULL GROUP BY 1
        """),
      quarantined: try counts(
        """
        SELECT reason, count(*) FROM quarantine WHERE seenAt >= :start AND seenAt < :end GROUP BY 1
        """))
  }
}
