import Complaints
import GRDB
import Store

/// One counting of cases within a transaction.
struct Recount {
  let database: Database
  let generation: Int64?
  let days: LocalDays

  /// A counting of what the generation in force says, in the weeks of a time zone.
  init(_ database: Database, _ days: LocalDays) throws {
    self.database = database
    self.days = days
    generation = try Int64.fetchOne(
      database, sql: "SELECT id FROM generation WHERE state = 'current'")
  }

  /// Counts what depends on some rows and ties, and nothing else.
  func count(around rows: [Int64], _ ties: Ties = Ties()) throws {
    let rows = try rowsDepending(on: rows, ties)
    let all = json(rows)
    let old = try Int64.fetchSet(
      database.cachedStatement(
        sql: """
          SELECT caseID FROM json_each(?) AS one
          CROSS JOIN contact ON contact.verbatimID = one.value WHERE caseID IS NOT NULL
          """), arguments: [all])
    try write(try contacts(ofRows: rows), replacing: old.union(ties.members))
    try database.cachedStatement(
      sql: "DELETE FROM staleRow WHERE verbatimID IN (SELECT value FROM json_each(?))"
    ).execute(arguments: [all])
  }

  /// Numbers as one argument: `json_each(?)`.
  func json(_ numbers: some Collection<Int64>) -> String {
    "[\(numbers.map(String.init).joined(separator: ","))]"
  }

  /// Writes the cases of some contacts in place of the old ones that they were in.
  private func write(_ contacts: [Contact], replacing old: Set<Int64>) throws {
    var placements = CaseBuilder.placements(of: contacts)
    try Duplicates.mark(in: &placements, of: contacts) { row in
      try words(ofRow: row) ?? FoldedWords("")
    }
    // Contacts and cases name each other while both change.
    try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
    let new = Set(placements.cases.map { contacts[Int($0.first)].row })
    try replaceEntries(ofCases: old.union(new), by: try entries(of: contacts, in: placements))
    for id in old.subtracting(new).sorted() {
      try database.cachedStatement(sql: "DELETE FROM complaintCase WHERE id = ?")
        .execute(arguments: [id])
    }
    for opening in placements.cases { try insert(opening, of: contacts) }
    for index in contacts.indices { try insert(index, of: contacts, in: placements) }
  }

  /// A case has the row number of its first complaint, so that it keeps it as long as it is that
  /// complaint's. What is stored already is not written again.
  private func insert(_ opening: Placements.Opening, of contacts: [Contact]) throws {
    let first = contacts[Int(opening.first)]
    let received = first.received.map(Timestamp.init(seconds:))
    try database.cachedStatement(
      sql: """
        INSERT INTO complaintCase (id, namedID, week, contactCount) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET namedID = excluded.namedID, week = excluded.week,
          contactCount = excluded.contactCount
        WHERE (namedID, week, contactCount) IS NOT
          (excluded.namedID, excluded.week, excluded.contactCount)
        """
    ).execute(arguments: [
      first.row, opening.named < 0 ? nil : contacts[Int(opening.named)].row,
      received.map { days.day(of: $0).monday }, opening.contactCount,
    ])
  }

  private func insert(_ index: Int, of contacts: [Contact], in placements: Placements) throws {
    let contact = contacts[index]
    let place = Int(placements.caseOf[index])
    let original = Int(placements.originalOf[index])
    try database.cachedStatement(
      sql: """
        INSERT INTO contact (verbatimID, thread, caseID, duplicateOf, words, margin, isReviewed)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (verbatimID) DO UPDATE SET thread = excluded.thread,
          caseID = excluded.caseID, duplicateOf = excluded.duplicateOf,
          margin = excluded.margin, isReviewed = excluded.isReviewed
        WHERE (thread, caseID, duplicateOf, margin, isReviewed) IS NOT
          (excluded.thread, excluded.caseID, excluded.duplicateOf, excluded.margin,
            excluded.isReviewed)
        """
    ).execute(arguments: [
      contact.row, contact.thread,
      place < 0 ? nil : contacts[Int(placements.cases[place].first)].row,
      original < 0 ? nil : contacts[original].row, contact.words, contact.margin,
      contact.isReviewed,
    ])
  }
}
