import Complaints
import GRDB
import Store
import Text

extension Recount {
  /// Some verbatims, in the order of the rows, with their threads as they are stored.
  func contacts(ofRows rows: Set<Int64>) throws -> [Contact] {
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT \(Recount.factColumns) FROM json_each(?) AS one
          CROSS JOIN contact ON contact.verbatimID = one.value
          CROSS JOIN verbatim ON verbatim.id = contact.verbatimID
          LEFT JOIN verdict ON verdict.generationID = ? AND verdict.verbatimID = verbatim.id
          """), arguments: [json(rows.sorted()), generation])
    var contacts: [Contact] = []
    while let row = try rows.next() { contacts.append(try contact(row)) }
    return contacts
  }

  /// The margin is what the findings say, in ten-thousandths: those are what verdicts are stored in.
  private static let factColumns = """
    verbatim.id, verbatim.fingerprint, verbatim.received, verdict.happened, verbatim.person,
    contact.words, contact.thread, coalesce(\(ComplaintStore.isComplaint), 0),
    verdict.reason IN ('language', 'attachment', 'overLimit')
      AND verbatim.class IN ('human', 'form') AS isUnread,
    CASE WHEN verdict.isComplaint THEN coalesce((
      SELECT min(abs(verdictLabel.score - 5000)) FROM verdictLabel
      CROSS JOIN label ON label.id = labelID AND label.kind = 'failure'
      WHERE verdictLabel.generationID = verdict.generationID
        AND verdictLabel.verbatimID = verbatim.id), 0) END AS distance,
    EXISTS (SELECT 1 FROM decision
      WHERE decision.verbatimID = verbatim.id AND undoneAt IS NULL) AS isDecided
    """

  private func contact(_ row: Row) throws -> Contact {
    let person: String? = row[4]
    let name = person.map { Fingerprint(hashing: $0.utf8).high }
    var contact = Contact(
      row: row[0], fingerprint: Fingerprint(data: row[1]), received: row[2], happened: row[3],
      person: name.map { max(1, $0) } ?? 0, words: row[5], thread: row[6], isComplaint: row[7])
    var distance: Int? = row[9]
    if row[10], try !ComplaintStore.decisions(ofRow: contact.row, database).isEmpty {
      contact.isReviewed = true
      // The findings are those that people decided on.
      if distance != nil { distance = try ruledDistance(ofRow: contact.row) }
    }
    let isUnread: Bool? = row[8]
    contact.margin = isUnread == true ? -1 : distance.map { Double($0) / 10_000 }
    return contact
  }

  /// As the findings would say it without people's decisions.
  private func ruledDistance(ofRow rowID: Int64) throws -> Int {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT \(StoredVerbatim.columns) \(ComplaintStore.judgedVerbatims)
          WHERE verbatim.id = ?
          """), arguments: [rowID])
    let stored = try row.map { try StoredVerbatim($0, Vocabulary(), database) }
    let failures = stored?.verdict?.failures ?? []
    return failures.map { abs(Int(($0.score * 10_000).rounded()) - 5_000) }.min() ?? 0
  }
}
