import Backlog
import Complaints
import Store

extension Desk {
  /// `/problems`.
  func problemsPage(_ reviewer: String) throws -> String {
    let moment = now()
    let model = ProblemsModel(
      overview: try backlog.overview(at: moment), counts: try counts(at: moment),
      undatedCount: try store.undatedCaseCount())
    return pages.problems(model, try chrome(.problems, "/problems", reviewer))
  }

  /// `/problem/{type}/{touchpoint}`.
  func problemPage(_ problem: Problem, _ reviewer: String) throws -> String {
    let report = try backlog.report(on: problem, at: now())
    let model = ProblemModel(
      report: report, newest: try store.verdicts(of: report.newestRows).map(\.line))
    return pages.problem(model, try chrome(.problems, "/problem/\(problem)", reviewer))
  }

  /// `/backlog`.
  func backlogPage(_ reviewer: String) throws -> String {
    let moment = now()
    let model = BacklogModel(
      overview: try backlog.overview(at: moment), counts: try counts(at: moment))
    return pages.backlog(model, try chrome(.backlog, "/backlog", reviewer))
  }

  /// `/item/{number}`.
  func itemPage(_ number: Int, _ reviewer: String) throws -> String {
    let moment = now()
    let line = try backlog.item(number, at: moment)
    let rows = try store.newestRows(of: line.item.problems, before: moment)
    let model = ItemModel(
      line: line, counts: try counts(at: moment), newest: try store.verdicts(of: rows).map(\.line))
    return pages.item(model, try chrome(.backlog, "/item/\(number)", reviewer))
  }

  private func counts(at moment: Timestamp) throws -> ProblemCounts {
    try store.problemCounts(through: days.lastWeek(before: moment))
  }
}
