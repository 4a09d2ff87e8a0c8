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
    var contacts = try Component.contacts(dependingOn: rows, ties, database, generation)
    var placements = CaseBuilder.placements(of: contacts)
    let words = try WordReader(database)
    try Duplicates.mark(in: &placements, of: contacts) { try words.words(ofRow: $0) }
    for index in contacts.indices {
      let place = Int(placements.caseOf[index])
      let original = Int(placements.originalOf[index])
      if place >= 0 {
        contacts[index].standing.caseID = contacts[Int(placements.cases[place].first)].row
      }
      if original >= 0 { contacts[index].standing.original = contacts[original].row }
    }
    // Contacts and cases name each other while both change.
    try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
    let old = Set(contacts.compactMap(\.known.caseID)).union(ties.members)
    let writer = try CaseWriter(database, days)
    try writer.write(placements, of: contacts, replacing: old)
    let counted = try BulkStatement("DELETE FROM staleRow WHERE verbatimID = ?", database)
    for contact in contacts {
      counted.bind(contact.row)
      try counted.run()
    }
  }
}
