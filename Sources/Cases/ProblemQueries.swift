import GRDB
import Store

/// Writes what cases count under.
struct EntryWriter {
  private let known: BulkStatement
  private let remove: BulkStatement
  private let add: BulkStatement

  /// A writer within a transaction.
  init(_ database: Database) throws {
    known = try BulkStatement(
      """
      SELECT problemID, verbatimID, week, happenedWeek, lagDays FROM caseReport WHERE caseID = ?
      """, database)
    remove = try BulkStatement(
      "DELETE FROM caseReport WHERE caseID = ? AND problemID = ?", database)
    add = try BulkStatement(
      """
      INSERT INTO caseReport (caseID, problemID, verbatimID, week, happenedWeek, lagDays)
      VALUES (?, ?, ?, ?, ?, ?)
      """, database)
  }

  /// Makes the entries of some cases these, and leaves what stands there already; all of them in the
  /// order of cases.
  func replaceEntries(ofCases cases: [Int64], by entries: [ProblemEntry]) throws {
    var rest = entries[...]
    for id in cases {
      let new = rest.prefix { $0.caseID == id }
      rest = rest.dropFirst(new.count)
      let old = try self.entries(ofCase: id)
      for entry in old where !new.contains(entry) {
        remove.bind(id)
        remove.bind(entry.problem)
        try remove.run()
      }
      for entry in new where !old.contains(entry) { try insert(entry) }
    }
  }

  private func entries(ofCase id: Int64) throws -> [ProblemEntry] {
    var entries: [ProblemEntry] = []
    known.bind(id)
    while try known.next() {
      entries.append(
        ProblemEntry(
          caseID: id, problem: known.integer(0), verbatimID: known.integer(1),
          week: known.optionalInteger(2).map(Int.init),
          happenedWeek: known.optionalInteger(3).map(Int.init),
          lagDays: known.optionalInteger(4).map(Int.init)))
    }
    return entries
  }

  private func insert(_ entry: ProblemEntry) throws {
    add.bind(entry.caseID)
    add.bind(entry.problem)
    add.bind(entry.verbatimID)
    add.bind(entry.week)
    add.bind(entry.happenedWeek)
    add.bind(entry.lagDays)
    try add.run()
  }
}
