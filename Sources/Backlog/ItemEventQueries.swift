import Complaints
import GRDB
import Store

extension BacklogBook {
  /// Every event of every item, in the order in which they happened.
  static func records(_ database: Database) throws -> [ItemRecord] {
    try Row.fetchAll(
      database, sql: "SELECT item, at, actor, kind, detail FROM itemEvent ORDER BY at, id"
    ).map { row in
      ItemRecord(
        item: row["item"], at: Timestamp(seconds: row["at"]), actor: row["actor"],
        change: try ItemChange(kind: row["kind"], detail: row["detail"]))
    }
  }

  /// Adds events behind those that are there.
  static func insert(_ records: [ItemRecord], _ database: Database) throws {
    for record in records {
      try database.cachedStatement(
        sql: "INSERT INTO itemEvent (item, at, actor, kind, detail) VALUES (?, ?, ?, ?, ?)"
      ).execute(arguments: [
        record.item, record.at.seconds, record.actor, record.change.kind.rawValue,
        try record.change.detail(),
      ])
    }
  }

  /// What is known at a moment, when a week is the last that is over; reads only.
  func standing(at moment: Timestamp, through week: Week) throws -> Standing {
    let counts = try store.problemCounts(through: week)
    return try store.read { try standing(at: moment, counts, $0, BacklogBook.records($0)) }
  }

  /// Runs a change of the backlog in one transaction: first what the counts have decided by then is
  /// recorded, then what the change adds. A change that is refused writes nothing.
  func write<Result>(
    at moment: Timestamp, _ change: (Standing, [ItemRecord]) throws -> ([ItemRecord], Result)
  ) throws -> Result {
    let counts = try store.problemCounts(through: lastRead(of: days.lastWeek(before: moment)))
    let outcome = try store.write { database -> Swift.Result<Result, BacklogError> in
      let records = try BacklogBook.records(database)
      let standing = try standing(at: moment, counts, database, records)
      do {
        let (added, result) = try change(standing, records)
        try BacklogBook.insert(standing.unrecorded + added, database)
        return .success(result)
      } catch let error as BacklogError {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  private func standing(
    at moment: Timestamp, _ counts: ProblemCounts, _ database: Database, _ records: [ItemRecord]
  ) throws -> Standing {
    let limit = max(moment, days.end(of: counts.through))
    let known = records.filter { $0.at <= ($0.change.kind.isDerived ? limit : moment) }
    var counts = counts
    var occurrences = Occurrences()
    for item in PreventionItem.items(of: known) {
      let problems = Set(item.problems)
      guard problems.count > 1 || item.plan != nil, occurrences.reports[problems] == nil else {
        continue
      }
      let reports = try CaseReports.all(of: problems, through: counts.through, database)
      occurrences.reports[problems] = reports
      if problems.count > 1 { counts.count(problems, reports) }
    }
    return Standing(
      records: known, counts: counts, occurrences: occurrences, days: days, limit: limit)
  }
}
