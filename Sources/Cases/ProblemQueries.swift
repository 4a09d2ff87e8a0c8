import Complaints
import GRDB
import Store

extension Recount {
  private struct Count: Hashable {
    let place: Int32
    let problem: Problem
  }

  /// What each case counts under: one entry for each problem, by the first that reports it.
  func entries(
    of contacts: [Contact], in placements: Placements
  ) throws -> Set<ProblemEntry> {
    var first: [Count: Int32] = [:]
    let placed = contacts.indices.filter { placements.caseOf[$0] >= 0 }
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT verbatimID, type, touchpoint FROM finding
          WHERE generationID = ? AND verbatimID IN (SELECT value FROM json_each(?))
            AND kind = 'failure' AND about IS NOT 'other' AND touchpoint IS NOT NULL
          ORDER BY verbatimID
          """), arguments: [generation, json(placed.map { contacts[$0].row })])
    var position = 0
    while let row = try rows.next() {
      let id: Int64 = row[0]
      while contacts[placed[position]].row < id { position += 1 }
      let index = placed[position]
      let count = Count(
        place: placements.caseOf[index], problem: Problem(type: row[1], touchpoint: row[2]))
      if let known = first[count], !contacts[index].precedes(contacts[Int(known)]) { continue }
      first[count] = Int32(index)
    }
    return Set(
      first.map { count, index in
        ProblemEntry(
          problem: count.problem,
          caseID: contacts[Int(placements.cases[Int(count.place)].first)].row,
          reportedBy: contacts[Int(index)], days: days)
      })
  }

  /// Makes the entries of some cases these, and leaves what stands there already.
  func replaceEntries(ofCases cases: Set<Int64>, by entries: Set<ProblemEntry>) throws {
    var missing = entries
    var wrong: [ProblemEntry] = []
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT type, touchpoint, caseID, verbatimID, week, happenedWeek, lagDays
          FROM caseProblem WHERE caseID IN (SELECT value FROM json_each(?))
          """), arguments: [json(cases)])
    while let row = try rows.next() {
      let entry = ProblemEntry(
        problem: Problem(type: row[0], touchpoint: row[1]), caseID: row[2], verbatimID: row[3],
        week: row[4], happenedWeek: row[5], lagDays: row[6])
      if missing.remove(entry) == nil { wrong.append(entry) }
    }
    for entry in wrong {
      try database.cachedStatement(
        sql: "DELETE FROM caseProblem WHERE type = ? AND touchpoint = ? AND caseID = ?"
      ).execute(arguments: [entry.problem.type, entry.problem.touchpoint, entry.caseID])
    }
    for entry in missing {
      try database.cachedStatement(
        sql: """
          INSERT INTO caseProblem
            (type, touchpoint, caseID, verbatimID, week, happenedWeek, lagDays)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        entry.problem.type, entry.problem.touchpoint, entry.caseID, entry.verbatimID, entry.week,
        entry.happenedWeek, entry.lagDays,
      ])
    }
  }
}
