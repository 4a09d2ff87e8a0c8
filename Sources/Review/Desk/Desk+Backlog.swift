import Backlog
import Complaints
import Store

extension Desk {
  /// `/problems`.
  func problemsPage(_ reviewer: String) throws -> String {
    let standing = try backlog.standing(at: now())
    let model = ProblemsModel(
      overview: standing.overview, counts: standing.counts,
      undatedCount: try store.undatedCaseCount())
    return pages.problems(model, try chrome(.problems, "/problems", reviewer))
  }

  /// `/problem/{type}/{touchpoint}`, with the complaints of one week where one is asked for.
  func problemPage(_ problem: Problem, week: Week?, _ reviewer: String) throws -> String {
    let moment = now()
    let report = try backlog.report(on: problem, at: moment)
    let rows =
      try week.map { try store.rows(of: problem, in: $0, until: moment) } ?? report.newestRows
    let model = ProblemModel(
      report: report, newest: try store.verdicts(of: rows).map(\.line), week: week)
    let path = "/problem/\(problem)" + (week.map { "?week=\($0)" } ?? "")
    return pages.problem(model, try chrome(.problems, path, reviewer))
  }

  /// `/backlog`.
  func backlogPage(_ reviewer: String) throws -> String {
    let model = BacklogModel(overview: try backlog.overview(at: now()))
    return pages.backlog(model, try chrome(.backlog, "/backlog", reviewer))
  }

  /// `/item/{number}`.
  func itemPage(_ number: Int, _ reviewer: String) throws -> String {
    let moment = now()
    let standing = try backlog.standing(at: moment)
    let line = try standing.line(of: number)
    let rows = try store.newestRows(of: line.item.problems, until: moment, limit: 20)
    let model = ItemModel(
      line: line, counts: standing.counts, newest: try store.verdicts(of: rows).map(\.line))
    return pages.item(model, try chrome(.backlog, "/item/\(number)", reviewer))
  }
}
