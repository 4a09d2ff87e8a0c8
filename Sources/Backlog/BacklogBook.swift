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
  private let readUntil: Timestamp?

  /// The backlog of a store, in the weeks of a time zone.
  ///
  /// - Parameter readUntil: until when complaints were read by a run that goes on; nil for what the
  ///   store knows of runs that came to their end.
  public init(store: ComplaintStore, days: LocalDays, readUntil: Timestamp? = nil) {
    self.store = store
    self.days = days
    self.readUntil = readUntil
  }

  /// The backlog as known at a moment: events up to it, counts through the last week before it
  /// that was read to its end.
  ///
  /// - Throws: `ComplaintStore.Failure` when the database cannot be read.
  public func overview(at moment: Timestamp) throws -> Overview {
    try standing(at: moment).overview
  }

  /// The backlog as a week left it: what people did before its end, and what its counts decided.
  ///
  /// - Throws: `ComplaintStore.Failure` when the database cannot be read.
  public func overview(endOf week: Week) throws -> Overview {
    try standing(endOf: week).overview
  }

  /// An item by its number, as known at a moment.
  ///
  /// - Throws: `BacklogError.unknownItem` where there was none.
  public func item(_ number: Int, at moment: Timestamp) throws -> ItemLine {
    try standing(at: moment).line(of: number)
  }

  /// A problem whole, as known at a moment.
  ///
  /// - Throws: `BacklogError.unknownProblem` when it has neither a case nor an item.
  public func report(on problem: Problem, at moment: Timestamp) throws -> ProblemReport {
    let standing = try standing(at: moment)
    try check(problem, in: standing, at: moment)
    let week = standing.counts.through
    let limit = standing.watch.weeklyLimit(of: problem, in: week)
    return ProblemReport(
      problem: problem, counts: standing.counts,
      signals: standing.watch.signals(of: problem, in: week.moved(by: -25)...week),
      item: standing.items.owners[problem].map { ItemLine($0, in: standing) },
      newestRows: try store.newestRows(of: [problem], until: moment, limit: 20),
      weeklyLimit: limit?.limit, expected: limit?.expected)
  }

  /// What `overview(at:)` and `item(_:at:)` rest on, for those who need more of it.
  ///
  /// - Throws: `ComplaintStore.Failure` when the database cannot be read.
  package func standing(at moment: Timestamp) throws -> Standing {
    try standing(at: moment, through: try lastRead(of: days.lastWeek(before: moment)))
  }

  /// What `overview(endOf:)` rests on.
  ///
  /// - Throws: `ComplaintStore.Failure` when the database cannot be read.
  package func standing(endOf week: Week) throws -> Standing {
    try standing(at: lastMoment(of: week), through: try lastRead(of: week))
  }

  /// Items as they were recorded by the end of a week: what its counts decide is left out unless
  /// it was recorded, so that no count is read.
  ///
  /// - Throws: `ComplaintStore.Failure` when the database cannot be read.
  package func recordedItems(endOf week: Week) throws -> [PreventionItem] {
    let last = lastMoment(of: week)
    return PreventionItem.items(
      of: try store.read { try BacklogBook.records($0) }.filter { $0.at <= last })
  }

  /// A week, or the last one before it that was read to its end: weeks that nobody has read are
  /// not weeks without cases.
  func lastRead(of week: Week) throws -> Week {
    try (readUntil ?? store.readUntil()).map { min(week, days.lastWeek(before: $0)) } ?? week
  }

  private func lastMoment(of week: Week) -> Timestamp {
    Timestamp(seconds: days.end(of: week).seconds - 1)
  }

  /// Refuses problems that have neither a case nor an item; all cases of an item may be erased.
  func check(_ problem: Problem, in standing: Standing, at moment: Timestamp) throws {
    let known = standing.counts.problems
    guard !known.contains(problem), standing.items.owners[problem] == nil,
      try !store.hasCases(of: problem, until: moment)
    else { return }
    let guess = nearest(to: problem.key, among: known.map(\.key))
    throw BacklogError.unknownProblem(problem, nearest: guess.flatMap { Problem(key: $0) })
  }
}
