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
          SELECT verbatimID, label.type, touchpoint FROM json_each(?) AS place
          CROSS JOIN verdictLabel ON generationID = ? AND verbatimID = place.value
          CROSS JOIN label ON label.id = labelID
          WHERE kind = 'failure' AND about IS NOT 'other' AND touchpoint IS NOT NULL
          """), arguments: [json(placed.map { contacts[$0].row }), generation])
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
          SELECT problem.type, touchpoint, caseID, verbatimID, week, happenedWeek, lagDays
          FROM json_each(?) AS one CROSS JOIN caseReport ON caseID = one.value
          CROSS JOIN problem ON problem.id = problemID
          """), arguments: [json(cases)])
    while let row = try rows.next() {
      let entry = ProblemEntry(
        problem: Problem(type: row[0], touchpoint: row[1]), caseID: row[2], verbatimID: row[3],
        week: row[4], happenedWeek: row[5], lagDays: row[6])
      if missing.remove(entry) == nil { wrong.append(entry) }
    }
    for entry in wrong {
      try database.cachedStatement(
        sql: "DELETE FROM caseReport WHERE caseID = ? AND problemID = ?"
      ).execute(arguments: [entry.caseID, try number(of: entry.problem)])
    }
    for entry in missing {
      try database.cachedStatement(
        sql: """
          INSERT INTO caseReport
            (caseID, problemID, verbatimID, week, happenedWeek, lagDays)
          VALUES (?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        entry.caseID, try number(of: entry.problem), entry.verbatimID, entry.week,
        entry.happenedWeek, entry.lagDays,
      ])
    }
  }

  /// The number of a problem; a new one is given where there is none.
  private func number(of problem: Problem) throws -> Int64 {
    let number = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM problem WHERE type = ? AND touchpoint = ?"),
      arguments: [problem.type, problem.touchpoint])
    if let number { return number }
    try database.cachedStatement(sql: "INSERT INTO problem (type, touchpoint) VALUES (?, ?)")
      .execute(arguments: [problem.type, problem.touchpoint])
    return database.lastInsertedRowID
  }
}
