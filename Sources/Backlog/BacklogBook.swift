public import Complaints
import Statistics
public import Store

/// The prevention backlog of a store: what is to be changed, by whom, and whether it worked.
///
/// Every read is as of a moment and writes nothing: what the counts have decided by then is derived
/// in memory where `advance(to:)` has not recorded it yet.
public struct BacklogBook: Sendable {
  let store: ComplaintStore
  let days: LocalDays

  /// The backlog of a store, in the weeks of a time zone.
  public init(store: ComplaintStore, days: LocalDays) {
    self.store = store
    self.days = days
  }

  /// The backlog as known at a moment: events up to it, counts through the last week before it.
  ///
  /// - Throws: `ComplaintStore.Failure` when the database cannot be read.
  public func overview(at moment: Timestamp) throws -> Overview {
    Overview(try standing(at: moment, through: days.lastWeek(before: moment)), days)
  }

  /// The backlog as a week left it: what people did before its end, and what its counts decided.
  ///
  /// - Throws: `ComplaintStore.Failure` when the database cannot be read.
  public func overview(endOf week: Week) throws -> Overview {
    let last = Timestamp(seconds: days.end(of: week).seconds - 1)
    return Overview(try standing(at: last, through: week), days)
  }

  /// An item by its number, as known at a moment.
  ///
  /// - Throws: `BacklogError.unknownItem` where there was none.
  public func item(_ number: Int, at moment: Timestamp) throws -> ItemLine {
    let standing = try standing(at: moment, through: days.lastWeek(before: moment))
    guard let item = standing.item(number) else { throw BacklogError.unknownItem(number) }
    return ItemLine(item, in: standing, days)
  }

  /// A problem whole, as known at a moment.
  ///
  /// - Throws: `BacklogError.unknownProblem` when it never had a case.
  public func report(on problem: Problem, at moment: Timestamp) throws -> ProblemReport {
    let standing = try standing(at: moment, through: days.lastWeek(before: moment))
    try check(problem, in: standing, at: moment)
    let week = standing.counts.through
    let limit = standing.watch.weeklyLimit(of: problem, in: week)
    return ProblemReport(
      problem: problem, counts: standing.counts,
      signals: standing.watch.signals(of: problem, in: week.moved(by: -25)...week),
      item: standing.owner(of: problem).map { ItemLine($0, in: standing, days) },
      newestRows: try store.newestRows(of: problem, until: moment, limit: 20),
      weeklyLimit: limit?.limit, expected: limit?.expected)
  }

  /// Refuses problems that never had a case.
  func check(_ problem: Problem, in standing: Standing, at moment: Timestamp) throws {
    let known = standing.counts.problems
    guard !known.contains(problem), try !store.hasCases(of: problem, until: moment) else { return }
    let guess = nearest(to: problem.key, among: known.map(\.key))
    throw BacklogError.unknownProblem(problem, nearest: guess.flatMap { Problem(key: $0) })
  }
}
