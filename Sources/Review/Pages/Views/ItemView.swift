import Backlog
import Complaints
import Store

/// One item as its template shows it.
struct ItemView: Sendable {
  let item: ItemSummary
  let number: Int
  let kindMeans: String
  let opened: String
  /// What somebody named; nil where it is what is recommended anyway.
  let change: String?
  /// What is recommended instead.
  let prevention: String?
  let rootCause: Cause?
  let acceptance: String?
  let plan: String?
  let chart: ChartView
  let chartWords: String
  let forms: [FormView]
  let history: [EventView]
  let complaints: [ComplaintView]
  let hasComplaints: Bool
  let complaintsTitle = "Newest complaints"
  let isOneWeek = false

  /// A reviewed root cause.
  struct Cause: Sendable {
    let text: String
    let knownBy: String
  }

  /// One event.
  struct EventView: Sendable {
    let at: MomentView
    let actor: String
    let kind: String
    let summary: String
  }

  /// One item in words.
  init(_ model: ItemModel, _ pages: ReviewPages, _ chrome: Chrome) {
    let known = model.line.item
    item = ItemSummary(model.line, pages, chrome)
    number = known.number
    kindMeans = Wording.name(of: known.kind).means
    opened = Wording.day(pages.days.day(of: known.openedAt))
    let recommended = known.problems.compactMap { pages.catalogue.prevention(of: $0.type) }
    change = known.change.flatMap { recommended.contains($0) ? nil : $0 }
    prevention = recommended.first
    rootCause = known.rootCause.map { Cause(text: $0.text, knownBy: $0.knownBy) }
    acceptance = known.acceptance.map {
      "\($0.reason) To be looked at again on "
        + "\(Day($0.reviewDay).map(Wording.shortDay) ?? $0.reviewDay)."
    }
    plan = known.plan.map(Wording.sentence)
    let isOnTrial = known.plan != nil
    chart = ChartView(
      WeekChart(model.line, model.counts, title: "Cases a week: \(known.title)"), path: nil)
    chartWords =
      isOnTrial
      ? "Counted by the week in which it happened, as far as the texts say; chances are for cases that"
        + " come one by one."
      : "Counted by the week received."
    forms = ItemCommand.commands(in: known.state).enumerated().map { index, command in
      FormView(
        command, known, isOpen: index == 0 && known.needsAction,
        today: pages.days.day(of: chrome.now))
    }
    history = known.events.reversed().map { event in
      EventView(
        at: MomentView(event.at, pages.days, now: chrome.now), actor: event.actor,
        kind: Wording.name(of: event.kind), summary: event.summary)
    }
    complaints = model.newest.map { ComplaintView($0, from: nil, pages.days, now: chrome.now) }
    hasComplaints = !complaints.isEmpty
  }
}

extension WeekChart {
  /// The weeks of an item: by the week it happened where a trial counts so, else received.
  init(_ line: ItemLine, _ counts: ProblemCounts, title: String) {
    let item = line.item
    let first = item.plan.flatMap { Week($0.firstWeek) }
    let settled = item.result?.weeks ?? line.trial?.settledWeeks ?? 0
    let triggers = Set(item.triggerWeeks)
    let signals = Set(line.signals.map(\.week))
    let baseline = Set(item.baselineWeeks)
    self.title = title
    let cases = first == nil ? counts.received(item.problems) : counts.happened(item.problems)
    columns = zip(counts.weeks, cases).map { week, count in
      var kind =
        triggers.contains(week) ? Kind.trigger : baseline.contains(week) ? .baseline : .plain
      if let first, week >= first, (week.start.number - first.start.number) / 7 < settled {
        kind = .trial
      }
      return Column(week: week, count: count, kind: kind, isSignal: signals.contains(week))
    }
    mean = item.plan?.baselineMean
    change = first
  }
}
