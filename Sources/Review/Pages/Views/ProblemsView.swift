import Backlog
import Complaints

/// The list of problems as its template shows it.
struct ProblemsView: Sendable {
  let week: String
  let weekDays: String
  let watched: String
  let undated: String?
  let rows: [Row]
  let hasRows: Bool
  let older: String?

  /// One problem.
  struct Row: Sendable {
    let title: String
    let path: String
    let complaintsPath: String
    let sparkline: String
    let recentCases: Int
    let priorCases: Int
    let signal: String?
    let item: ItemLink?
  }

  /// Problems with a signal first, then by cases in the last 13 weeks.
  init(_ model: ProblemsModel, _ pages: ReviewPages) {
    let overview = model.overview
    week = overview.week.description
    weekDays = Wording.days(of: overview.week)
    watched =
      model.counts.weekCount <= 12
      ? "\(Wording.count(model.counts.weekCount, "week")) \(model.counts.weekCount == 1 ? "is" : "are")"
        + " too few to tell what is unusual (12 are needed before the week)."
      : "\(Wording.count(overview.watchedCount, "problem")) watched for a rise."
    undated =
      model.undatedCount == 0
      ? nil
      : "\(Wording.count(model.undatedCount, "case")) without a date"
        + " \(model.undatedCount == 1 ? "is" : "are") in no week."
    let owners = overview.items.map(\.item).owners
    let all = model.counts.problems.map {
      (
        problem: $0, recent: model.counts.total($0, lastWeeks: 13),
        signal: overview.signal(of: $0), item: owners[$0]
      )
    }
    let shown = all.filter { $0.recent > 0 || $0.signal != nil }.sorted {
      ($0.signal != nil ? 0 : 1, -$0.recent, $0.problem) < (
        $1.signal != nil ? 0 : 1, -$1.recent, $1.problem
      )
    }
    rows = shown.map { row in
      let path = Wording.path(of: row.problem)
      return Row(
        title: pages.catalogue.title(of: row.problem), path: path,
        complaintsPath: "\(path)#complaints",
        sparkline: Sparkline(counts: Array(model.counts.received(row.problem).suffix(13))).drawing,
        recentCases: row.recent,
        priorCases: model.counts.total(row.problem, lastWeeks: 26) - row.recent,
        signal: row.signal.map(Wording.sentence),
        item: row.item.map { ItemLink(number: $0.number, state: $0.state) })
    }
    hasRows = !rows.isEmpty
    let quiet = all.count - shown.count
    older =
      quiet == 0 ? nil : "\(Wording.count(quiet, "problem")) had no case in the last 13 weeks."
  }
}

extension Overview {
  /// The newest signal of a problem.
  func signal(of problem: Problem) -> Signal? {
    candidates.first { $0.problem == problem }?.signal
      ?? items.flatMap(\.signals).last { $0.problem == problem }
  }
}
