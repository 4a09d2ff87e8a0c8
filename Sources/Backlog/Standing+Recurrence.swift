import Complaints
import Statistics
import Store

extension Standing {
  /// The first week since an item was verified in which it is clear that its problems came again:
  /// by a signal, or by more cases since the trial than in its weeks.
  func recurrence(
    of item: PreventionItem, trial: Timestamp
  ) -> (week: Week, change: ItemChange.Recurrence)? {
    let first = days.week(of: item.stateSince)
    guard first <= counts.through else { return nil }
    let signal = item.problems
      .flatMap { watch.signals(of: $0, in: first...counts.through) }
      .min { $0.week < $1.week }
    for step in 0...(signal?.week ?? counts.through).distance(from: first) {
      let week = first.moved(by: step)
      if let change = relapse(of: item, in: week, trial: trial) { return (week, change) }
    }
    return signal.map { signal in
      let change = ItemChange.Recurrence(
        trial: trial.seconds, problem: signal.problem.key, since: signal.since.description,
        week: signal.week.description, cases: signal.caseCount, expected: signal.expected,
        baselineWeeks: signal.baselineWeeks)
      return (signal.week, change)
    }
  }

  /// Up to 13 weeks since the trial against those from the change to them, compared exactly: the
  /// watch, which was started anew with the change, would take a relapse for the usual level. Never
  /// by fewer than 5 cases.
  private func relapse(
    of item: PreventionItem, in week: Week, trial: Timestamp
  ) -> ItemChange.Recurrence? {
    guard let range = item.plan?.range, week > range.upperBound else { return nil }
    let since = max(range.upperBound, week.moved(by: -SlowChannel.recentWeeks)).moved(by: 1)
    let after = occurrences.cases(of: item.problems, in: since...week, knownBy: week)
    guard after >= SignalWatch.fewestCases else { return nil }
    let earlier = range.lowerBound...since.moved(by: -1)
    let comparison = RateComparison(
      before: occurrences.cases(of: item.problems, in: earlier, knownBy: week),
      weeksBefore: since.distance(from: range.lowerBound), after: after,
      weeksAfter: week.distance(from: since) + 1)
    guard comparison.chanceOfSoMany() <= min(0.01, watch.slowLevel(in: week)) else { return nil }
    return ItemChange.Recurrence(
      trial: trial.seconds, problem: item.problems.map(\.key).joined(separator: ", "),
      since: since.description, week: week.description, cases: after,
      expected: Double(comparison.before) / Double(comparison.weeksBefore),
      baselineWeeks: comparison.weeksBefore)
  }
}
