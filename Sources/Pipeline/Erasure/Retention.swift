public import Cases
public import Complaints
public import Store
import Text

/// Erases what is older than the settings allow, in whole weeks.
public struct Retention {
  /// What was erased.
  public struct Outcome: Sendable, Equatable {
    /// Everything received before it is gone.
    public var before: Timestamp
    /// What went.
    public var counts = ErasureCounts()
    /// Texts without a date, whose age nobody knows.
    public var undatedCount = 0
    /// The cases that there are now.
    public var cases: CaseTotals?
  }

  private let store: ComplaintStore
  private let days: LocalDays
  private let now: Timestamp
  private let months: Int
  private static let erasedTogether = 10_000

  /// Retention for so many months, in the weeks of a time zone.
  public init(store: ComplaintStore, days: LocalDays, now: Timestamp, months: Int) {
    self.store = store
    self.days = days
    self.now = now
    self.months = months
  }

  /// Erases what was received, or has been in quarantine, since before the first Monday of the
  /// months that are kept, as an erasure on request does: tombstones, cases counted anew, database
  /// written anew, audit entry. Once a week there is something; else it costs a query.
  ///
  /// - Returns: nil where nothing was too old.
  /// - Throws: `ComplaintStore.Failure`, or what the system says about files.
  public func enforce() throws -> Outcome? {
    let before = days.start(of: firstMonday)
    let eraser = Eraser(store: store, days: days, now: now)
    var outcome = Outcome(before: before)
    let kept = try store.quarantined().filter { $0.isKept && $0.seenAt < before }
    var rows = try store.rowIDs(receivedBefore: before, limit: Retention.erasedTogether)
    guard !rows.isEmpty || !kept.isEmpty else {
      _ = try eraser.completeInterrupted()
      return nil
    }
    outcome.counts = try eraser.erase(rows, kept: kept, address: nil)
    while rows.count == Retention.erasedTogether {
      rows = try store.rowIDs(receivedBefore: before, limit: Retention.erasedTogether)
      outcome.counts += try eraser.erase(rows, kept: [], address: nil)
    }
    outcome.cases = try CaseBook(store: store, days: days).refresh()
    try store.purge()
    outcome.undatedCount = try store.undatedCount()
    try store.enter(
      .retention, by: "forestall",
      "\(counted(outcome.counts.verbatimCount, "text")) received before \(before), "
        + counted(outcome.counts.quarantineCount, "kept piece"), at: now)
    return outcome
  }

  /// The first Monday on or after the day that lies so many months back.
  private var firstMonday: Day {
    let (year, month, day) = days.day(of: now).components
    let index = year * 12 + month - 1 - months
    let (targetYear, targetMonth) = (index / 12, index % 12 + 1)
    let target =
      (0...3).lazy.compactMap { Day(year: targetYear, month: targetMonth, day: day - $0) }.first
      ?? days.day(of: now)
    let monday = target.week.start
    return monday == target ? monday : Day(number: monday.number + 7)
  }
}
