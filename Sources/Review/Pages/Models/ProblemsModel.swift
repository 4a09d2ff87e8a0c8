import Backlog
import Complaints

/// All problems with a case in the last 13 weeks, or all that ever had one.
struct ProblemsModel: Sendable {
  /// Items, candidates and the week that counts end with.
  var overview: Overview
  /// The counts of every problem.
  var counts: ProblemCounts
  /// Cases whose complaints say no date: they are in no week.
  var undatedCount: Int
}

/// One problem: its chart, its signals, its item, its newest complaints.
///
/// Form: `POST /problem/{type}/{touchpoint}/open` with `title`, `kind` (`ItemKind`), `change`,
/// `owner` (both may be empty).
struct ProblemModel: Sendable {
  /// The problem, whole.
  var report: ProblemReport
  /// The newest complaints that count for it, newest first; those of one week where one is asked for.
  var newest: [ComplaintLine]
  /// The week asked for with `?week=2026-W46`: numbers of the chart's table lead there.
  var week: Week?
}
