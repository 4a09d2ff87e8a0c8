import Complaints

/// The weeks whose cases led to an item; they are no part of a baseline, since whatever drew
/// attention falls by itself.
struct Trigger: Codable, Sendable, Equatable {
  /// "2025-W44", oldest first.
  var weeks: [String]
  /// The first week of the rise that a signal found; nil where no signal led to the item.
  var riseSince: String?

  /// The weeks of signals in the 13 weeks up to the week in which an item is opened, and that week;
  /// without a signal the `fallback` last weeks up to it.
  init(of problems: [Problem], in week: Week, _ watch: SignalWatch, fallback: Int) {
    let signals = problems.flatMap { watch.signals(of: $0, in: week.moved(by: -12)...week) }
    var found = Set((0..<fallback).map { week.moved(by: -$0) })
    if !signals.isEmpty {
      found = [week]
      for signal in signals {
        for step in 0..<signal.weekCount { found.insert(signal.since.moved(by: step)) }
      }
    }
    weeks = found.sorted().map(\.description)
    riseSince = signals.map(\.since).min()?.description
  }
}
