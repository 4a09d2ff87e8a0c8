import Backlog
import Complaints
import Store

/// Counts what a run has stored, by source, and says which sources are unusual.
struct SourceVolumes {
  private let store: ComplaintStore
  private let days: LocalDays
  private let sources: [Settings.Source]

  init(store: ComplaintStore, days: LocalDays, sources: [Settings.Source]) {
    self.store = store
    self.days = days
    self.sources = sources
  }

  /// Enters what came since the last run under the day of this one, and looks at the sources of the
  /// settings; a source that was taken out of them is no longer waited for.
  func warnings(at now: Timestamp) throws(ComplaintStore.Failure) -> [SourceWarning] {
    let names = SourceWalk.names(of: sources).map { $0.isEmpty ? "." : $0 }
    let day = days.day(of: now)
    try store.enterVolumes(on: day) { place in
      names.filter { $0 == "." || place == $0 || place.hasPrefix($0 + "/") }
        .max { $0.utf8.count < $1.utf8.count }
    }
    return try SourceBook(store: store, days: days).warnings(on: day)
      .filter { names.contains($0.source) }
  }
}
