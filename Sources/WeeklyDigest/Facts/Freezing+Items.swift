import Backlog
import Complaints
import Store

extension Freezing {
  /// What happened to items in the week. What the counts of the week decided is dated at its end.
  func changes(_ overview: Overview) -> [DigestFacts.Change] {
    let events = overview.items.flatMap { self.events(of: $0.item) }
    let opened = Set(events.filter { $0.kind == .opened }.map(\.item))
    return events.filter { event in
      switch event.kind {
      case .rootCause, .noted: false
      case .assigned: !opened.contains(event.item)
      default: true
      }
    }
    .map { DigestFacts.Change(item: $0.item, kind: $0.kind.rawValue) }
  }

  /// Items whose effect is watched, and those judged in the week.
  func trials(_ overview: Overview) -> [DigestFacts.TrialState] {
    overview.items.compactMap { line in
      let judged: Set<ItemEvent.Kind> = [.verified, .ineffective, .inconclusive]
      let isJudged = events(of: line.item).contains { judged.contains($0.kind) }
      let isOn = line.item.state == .done || line.item.state == .watching
      guard let trial = line.trial, isJudged || isOn else { return nil }
      return DigestFacts.TrialState(
        item: line.item.number, state: line.item.state, isJudged: isJudged && !isOn,
        settledWeeks: trial.settledWeeks, plannedWeeks: trial.plan.weeks, cases: trial.cases,
        expectedCases: Freezing.tenths(trial.expectedCases),
        baselineWeeks: trial.plan.baselineWeeks, decisionDay: trial.decisionDay?.description)
    }
  }

  /// Items that somebody has to do something for, or that are accepted and to be reviewed.
  func known(_ overview: Overview, _ counts: ProblemCounts) -> [DigestFacts.Known] {
    let lastDay = Day(number: week.start.number + 6)
    let today = Day(number: lastDay.number + 1)
    return overview.items.filter {
      $0.item.needsAction || $0.item.isReviewDue(on: today)
    }.map { line in
      let item = line.item
      let due = item.acceptance.map { Day($0.reviewDay) } ?? item.dueDay
      return DigestFacts.Known(
        item: item.number, state: item.state,
        cases: counts.received(item.problems).last ?? 0,
        casesSinceOpened: line.casesSinceOpened,
        openedDay: days.day(of: item.openedAt).description, dueDay: due?.description,
        isOverdue: due.map { $0 <= lastDay } ?? false, hasOwner: item.owner != nil)
    }
  }

  private func events(of item: PreventionItem) -> [ItemEvent] {
    item.events.filter { event in
      switch event.kind {
      case .verified, .ineffective, .inconclusive, .regressed:
        event.at > start && event.at <= end
      default: event.at >= start && event.at < end
      }
    }
  }
}
