import Complaints
import WeeklyDigest

extension Desk {
  /// `/digests`.
  func digestsPage(_ reviewer: String) throws -> String {
    let model = DigestsModel(entries: try toldWeeks())
    return pages.digests(model, try chrome(.digests, "/digests", reviewer))
  }

  /// `/digest/{week}`.
  func digestPage(_ name: String, _ reviewer: String) throws -> String {
    let entries = try toldWeeks()
    let entry = try entry(named: name, in: entries)
    let weeks = Set(entries.map(\.week))
    let model = DigestModel(
      entry: entry, previous: weeks.filter { $0 < entry.week }.max(),
      next: weeks.filter { $0 > entry.week }.min())
    return pages.digest(model, try chrome(.digests, "/digest/\(entry.week)", reviewer))
  }

  /// `/digest/{week}/letter`: the mail's own HTML.
  func letter(_ name: String) throws -> String {
    let entry = try entry(named: name, in: try toldWeeks())
    let digests = digests
    return try digests.html(try digests.digest(of: entry.week, at: now()))
  }

  /// The newest revision of each week that was told, the newest week first.
  private func toldWeeks() throws -> [DigestsModel.Entry] {
    var newest: [Week: DigestsModel.Entry] = [:]
    for told in try digests.archive(until: now())
    where told.revision > newest[told.week]?.revision ?? 0 {
      newest[told.week] = DigestsModel.Entry(
        week: told.week, revision: told.revision, frozenAt: told.frozenAt)
    }
    return newest.values.sorted { $0.week > $1.week }
  }

  private func entry(
    named name: String, in entries: [DigestsModel.Entry]
  ) throws -> DigestsModel.Entry {
    guard let week = Week(name), let entry = entries.first(where: { $0.week == week }) else {
      throw DeskError.notFound("No digest of this week was made; 'forestall digest' makes one.")
    }
    return entry
  }
}
