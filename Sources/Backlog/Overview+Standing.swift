import Complaints
import Store

extension Standing {
  /// Everything that is known, on one screen.
  package var overview: Overview { Overview(self) }

  /// An item with its counts.
  ///
  /// - Throws: `BacklogError.unknownItem` where there was none.
  package func line(of number: Int) throws(BacklogError) -> ItemLine {
    guard let item = item(number) else { throw .unknownItem(number) }
    return ItemLine(item, in: self)
  }
}

extension Overview {
  /// Weeks in which a problem counts as recent.
  static let recentWeeks = 13

  fileprivate init(_ standing: Standing) {
    let week = standing.counts.through
    self.week = week
    items = standing.items.map { ItemLine($0, in: standing) }
    watchedCount = standing.watch.watched.count
    let owned = Set(standing.items.flatMap(\.problems))
    candidates = standing.counts.problems.filter { !owned.contains($0) }
      .compactMap { Candidate($0, in: standing) }
      .sorted(by: Overview.isMorePressing)
  }

  /// Signals first, the newest first; then by cases.
  private static func isMorePressing(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.signal?.week != right.signal?.week {
      guard let week = left.signal?.week else { return false }
      return right.signal.map { week > $0.week } ?? true
    }
    return (right.recentCases, left.problem) < (left.recentCases, right.problem)
  }
}

extension Candidate {
  /// A problem that rose or is frequent; nil for others.
  fileprivate init?(_ problem: Problem, in standing: Standing) {
    let week = standing.counts.through
    let recent = standing.counts.total(problem, lastWeeks: Overview.recentWeeks)
    let signal = standing.watch.signals(
      of: problem, in: week.moved(by: 1 - Overview.recentWeeks)...week
    ).last
    guard signal != nil || recent >= SignalWatch.fewestCases else { return nil }
    self.problem = problem
    recentCases = recent
    priorCases = standing.counts.total(problem, lastWeeks: 2 * Overview.recentWeeks) - recent
    self.signal = signal
    weeklyCases = Array(standing.counts.received(problem).suffix(Overview.recentWeeks))
  }
}

extension ItemLine {
  /// An item with its counts.
  init(_ item: PreventionItem, in standing: Standing) {
    let counts = standing.counts
    let after = counts.through.distance(from: standing.days.week(of: item.openedAt))
    self.item = item
    let received = counts.received(item.problems)
    weeklyCases = Array(received.suffix(Overview.recentWeeks))
    recentCases = weeklyCases.reduce(0, +)
    priorCases = received.dropLast(Overview.recentWeeks).suffix(Overview.recentWeeks).reduce(0, +)
    casesSinceOpened = received.suffix(max(0, after)).reduce(0, +)
    trial = standing.trial(of: item)
    signals = item.problems.flatMap {
      standing.watch.signals(of: $0, in: counts.through...counts.through)
    }
  }
}
