import Complaints
import GRDB
import Store

/// Writes cases, and where contacts stand in them; what is stored already is not written again.
struct CaseWriter {
  private let days: LocalDays
  private let entries: EntryWriter
  private let open: BulkStatement
  private let close: BulkStatement
  private let place: BulkStatement

  /// A writer of cases in the weeks of a time zone.
  init(_ database: Database, _ days: LocalDays) throws {
    self.days = days
    entries = try EntryWriter(database)
    open = try BulkStatement(
      """
      INSERT INTO complaintCase (id, namedID, week, contactCount) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET namedID = excluded.namedID, week = excluded.week,
        contactCount = excluded.contactCount
      WHERE (namedID, week, contactCount) IS NOT
        (excluded.namedID, excluded.week, excluded.contactCount)
      """, database)
    close = try BulkStatement("DELETE FROM complaintCase WHERE id = ?", database)
    place = try BulkStatement(
      """
      UPDATE contact SET caseID = ?, duplicateOf = ?, margin = ?, isReviewed = ?
      WHERE verbatimID = ?
      """, database)
  }

  /// Writes the cases of some contacts in place of the old ones that they were in.
  func write(
    _ placements: Placements, of contacts: [Contact], replacing old: Set<Int64>
  ) throws {
    let new = Set(placements.cases.map { contacts[Int($0.first)].row })
    try entries.replaceEntries(
      ofCases: old.union(new).sorted(),
      by: ProblemEntry.entries(of: contacts, in: placements, days))
    for id in old.subtracting(new).sorted() {
      close.bind(id)
      try close.run()
    }
    for opening in placements.cases { try write(opening, of: contacts) }
    for contact in contacts where contact.standing != contact.known { try write(contact) }
  }

  /// A case has the row number of its first complaint, so that it keeps it as long as it is that
  /// complaint's.
  private func write(_ opening: Placements.Opening, of contacts: [Contact]) throws {
    let first = contacts[Int(opening.first)]
    open.bind(first.row)
    open.bind(opening.named < 0 ? nil : contacts[Int(opening.named)].row)
    open.bind(first.received.map { days.day(of: Timestamp(seconds: $0)).monday })
    open.bind(opening.contactCount)
    try open.run()
  }

  private func write(_ contact: Contact) throws {
    place.bind(contact.standing.caseID)
    place.bind(contact.standing.original)
    place.bind(contact.standing.margin)
    place.bind(contact.standing.isReviewed)
    place.bind(contact.row)
    try place.run()
  }
}
