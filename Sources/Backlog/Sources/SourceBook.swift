public import Complaints
public import Store

/// How much the sources bring, and which of them should be looked after.
public struct SourceBook: Sendable {
  private let store: ComplaintStore
  private let days: LocalDays

  /// The sources of a store, in the days of a time zone.
  public init(store: ComplaintStore, days: LocalDays) {
    self.store = store
    self.days = days
  }

  /// What was unusual at the end of a day, by source; nothing later than the day counts.
  public func warnings(on day: Day) throws(ComplaintStore.Failure) -> [SourceWarning] {
    try store.sourceHistories(until: day, days: days).flatMap {
      SourceWatch($0, on: day.number).warnings
    }
  }
}
