import Complaints
import Store

/// Everything the backlog knows at a moment: what is counted, and every item with what the counts
/// have decided by then, recorded or not.
package final class Standing {
  /// What is counted, through the last week that is over.
  package let counts: ProblemCounts
  /// Signals in it; the watch of a problem starts anew where a change takes effect.
  package let watch: SignalWatch
  /// Items in the order of their numbers.
  package private(set) var items: [PreventionItem]
  /// What the counts decided and nobody has recorded yet, in order.
  private(set) var unrecorded: [ItemRecord] = []
  let occurrences: Occurrences
  let days: LocalDays

  /// What is known at a moment.
  ///
  /// - Parameters:
  ///   - records: of persons up to the moment, and of the counts up to `limit`.
  ///   - limit: the last moment at which the counts may decide something.
  ///   - occurrences: at least those of problems on trial, known by the last week counted.
  init(
    records: [ItemRecord], counts: ProblemCounts, occurrences: Occurrences, days: LocalDays,
    limit: Timestamp
  ) {
    self.counts = counts
    self.occurrences = occurrences
    self.days = days
    items = PreventionItem.items(of: records)
    var restarts: [Problem: Week] = [:]
    for item in items {
      guard let week = item.plan.flatMap({ Week($0.firstWeek) }) else { continue }
      for problem in item.problems { restarts[problem] = week }
    }
    watch = SignalWatch(counts: counts, restartingAt: restarts)
    for index in items.indices {
      while let record = nextRecord(of: items[index]), record.at <= limit {
        items[index].apply(record)
        unrecorded.append(record)
      }
    }
    unrecorded.sort { ($0.at, $0.item) < ($1.at, $1.item) }
  }

  /// An item by its number.
  func item(_ number: Int) -> PreventionItem? { items.first { $0.number == number } }

  /// How the trial of an item stands.
  func trial(of item: PreventionItem) -> Trial? {
    Trial(of: item, after: counts.through, occurrences)
  }

  /// What the counts decide next about an item; nil where they cannot yet.
  private func nextRecord(of item: PreventionItem) -> ItemRecord? {
    guard let doneAt = item.doneAt, let plan = item.plan, let range = plan.range else {
      return nil
    }
    func record(_ at: Timestamp, _ change: ItemChange) -> ItemRecord {
      ItemRecord(item: item.number, at: at, actor: ItemRecord.counts, change: change)
    }
    switch item.state {
    case .done:
      guard let day = item.effectiveDay else { return nil }
      return record(
        max(days.start(of: day), doneAt),
        .watching(.init(trial: doneAt.seconds, firstWeek: plan.firstWeek)))
    case .watching:
      // A change that is told late is judged with the next week that is over.
      guard let planned = plan.decisionWeek else { return nil }
      let week = max(planned, days.week(of: doneAt))
      guard week <= counts.through else { return nil }
      let cases = occurrences.cases(of: item.problems, in: range, knownBy: week)
      let (state, result) = plan.judgement(cases: cases)
      let judgement = ItemChange.Judgement(trial: doneAt.seconds, result: result)
      let change: ItemChange =
        switch state {
        case .verified: .verified(judgement)
        case .ineffective: .ineffective(judgement)
        default: .inconclusive(judgement)
        }
      return record(days.end(of: week), change)
    case .verified:
      return recurrence(of: item, trial: doneAt).map {
        record(days.end(of: $0.week), .regressed($0.change))
      }
    default: return nil
    }
  }
}
