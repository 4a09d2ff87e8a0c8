import Complaints
import GRDB
import Store

extension ComplaintStore {
  /// A week's cases and contacts, and all cases counted up to it, once for each of their problems.
  func counts(
    of week: Week, from start: Timestamp, to end: Timestamp
  ) throws(Failure) -> (cases: Int, contacts: Int, reports: Int) {
    try read { database in
      func count(_ sql: String) throws -> Int {
        try Int.fetchOne(database, sql: sql, arguments: [week.start.number]) ?? 0
      }
      return (
        try count("SELECT count(*) FROM complaintCase WHERE week = ?"),
        try ComplaintStore.contacts(["start": start.seconds, "end": end.seconds], database),
        try count("SELECT sum(caseCount) FROM weekCount WHERE week <= ?")
      )
    }
  }

  /// Complaints received in a span, duplicates left out.
  static func contacts(_ span: StatementArguments, _ database: Database) throws -> Int {
    try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM verbatim JOIN contact ON contact.verbatimID = verbatim.id
        WHERE verbatim.received >= :start AND verbatim.received < :end
          AND contact.caseID IS NOT NULL AND contact.duplicateOf IS NULL
        """, arguments: span) ?? 0
  }
}
