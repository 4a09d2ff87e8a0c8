import Complaints
import GRDB
import Store
import Text

extension Recount {
  /// Every verbatim whose words are folded, in the order of the rows, with its thread found anew.
  func allContacts() throws -> [Contact] {
    var threads = Threads(
      circulars: try String.fetchSet(
        database,
        sql: "SELECT messageID FROM verbatim WHERE class = 'bulk' AND messageID IS NOT NULL"))
    var contacts: [Contact] = []
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(Recount.factColumns), verbatim.messageID, verbatim."references",
          verbatim.source, verbatim.row
        \(Recount.facts) ORDER BY verbatim.id
        """)
    while let row = try rows.next() {
      contacts.append(try contact(row))
      threads.add(
        naming: Threads.names(
          messageID: row[11], references: row[12], source: row[13], row: row[14]))
    }
    for index in contacts.indices {
      contacts[index].thread = contacts[threads.root(of: index)].row
    }
    return contacts
  }

  /// Some verbatims, in the order of the rows, with their threads as they are stored.
  func contacts(ofRows rows: Set<Int64>) throws -> [Contact] {
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT \(Recount.factColumns) \(Recount.facts)
          WHERE verbatim.id IN (SELECT value FROM json_each(?)) ORDER BY verbatim.id
          """), arguments: [json(rows)])
    var contacts: [Contact] = []
    while let row = try rows.next() { contacts.append(try contact(row)) }
    return contacts
  }

  /// Numbers as one argument: `… IN (SELECT value FROM json_each(?))`.
  func json(_ numbers: some Collection<Int64>) -> String {
    "[\(numbers.map(String.init).joined(separator: ","))]"
  }

  private static let facts = """
    \(ComplaintStore.judgedVerbatims) JOIN contact ON contact.verbatimID = verbatim.id
    """

  /// The margin is what the findings say, in ten-thousandths: those are what verdicts are stored in.
  private static let factColumns = """
    verbatim.id, verbatim.fingerprint, verbatim.received, verdict.happened, verbatim.person,
    contact.words, contact.thread, coalesce(\(ComplaintStore.isComplaint), 0),
    verdict.reason IN ('language', 'attachment', 'overLimit')
      AND verbatim.class IN ('human', 'form') AS isUnread,
    CASE WHEN verdict.isComplaint THEN coalesce((
      SELECT min(abs(CAST(round(score * 10000) AS INTEGER) - 5000)) FROM finding
      WHERE finding.generationID = generation.id AND finding.verbatimID = verbatim.id
        AND finding.kind = 'failure'), 0) END AS distance,
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
    let failures = try row.map(StoredVerbatim.init)?.verdict?.failures ?? []
    return failures.map { abs(Int(($0.score * 10_000).rounded()) - 5_000) }.min() ?? 0
  }
}
