import Backlog
import Complaints

/// One problem as its template shows it.
struct ProblemView: Sendable {
  let title: String
  let key: String
  let path: String
  let recentCases: Int
  let priorCases: Int
  let total: String
  let limitWords: String
  let lagWords: String?
  let chart: ChartView
  let signals: [String]
  let hasSignals: Bool
  let noSignalWords: String
  let item: ItemSummary?
  let prevention: String?
  let kinds: [KindChoice]
  let complaints: [ComplaintView]
  let hasComplaints: Bool
  let complaintsTitle: String
  let isOneWeek: Bool

  /// One problem in words.
  init(_ model: ProblemModel, _ pages: ReviewPages, _ chrome: Chrome) {
    let report = model.report
    let counts = report.counts
    title = pages.catalogue.title(of: report.problem)
    key = report.problem.key
    path = Wording.path(of: report.problem)
    recentCases = counts.total(report.problem, lastWeeks: 13)
    priorCases = counts.total(report.problem, lastWeeks: 26) - recentCases
    total =
      "\(Wording.count(counts.total(report.problem, lastWeeks: counts.weekCount), "case"))"
      + " in \(Wording.count(counts.weekCount, "week"))"
    if let limit = report.weeklyLimit, let expected = report.expected {
      limitWords =
        "\(Wording.number(expected)) a week expected; up to \(limit) in one week by chance."
    } else {
      limitWords = "Count only: fewer than 12 weeks to compare with."
    }
    lagWords = counts.lagDays.map {
      "Nine in ten complaints come within \(Wording.count($0, "day")) of what happened"
        + " (known for \(Wording.number(counts.knownShare * 100)) % of cases)."
    }
    chart = ChartView(WeekChart(report, title: "Cases a week: \(title)"), path: path)
    signals = report.signals.reversed().map(Wording.sentence)
    hasSignals = !signals.isEmpty
    noSignalWords =
      report.weeklyLimit == nil
      ? "None: fewer than 12 weeks to compare with."
      : "None in the last 26 weeks: every week was within what chance explains."
    item = report.item.map { ItemSummary($0, pages, chrome) }
    prevention = pages.catalogue.prevention(of: report.problem.type)
    kinds = KindChoice.all
    complaints = model.newest.map { ComplaintView($0, from: nil, pages.days, now: chrome.now) }
    hasComplaints = !complaints.isEmpty
    isOneWeek = model.week != nil
    complaintsTitle = model.week.map { "Complaints of \($0)" } ?? "Newest complaints"
  }
}

/// A kind of action to choose.
struct KindChoice: Sendable {
  let value: String
  let title: String
  let means: String
  let isChosen: Bool

  /// All kinds; prevention is the one that is meant.
  static var all: [KindChoice] {
    ItemKind.allCases.reversed().map { kind in
      let (title, means) = Wording.name(of: kind)
      return KindChoice(
        value: kind.rawValue, title: title, means: means, isChosen: kind == .preventive)
    }
  }
}

extension WeekChart {
  /// The weeks in which a problem's complaints were received.
  init(_ report: ProblemReport, title: String) {
    let counts = report.counts.received(report.problem)
    let signals = Set(report.signals.map(\.week))
    let triggers = Set(report.item?.item.triggerWeeks ?? [])
    self.title = title
    columns = zip(report.counts.weeks, counts).map { week, count in
      Column(
        week: week, count: count, kind: triggers.contains(week) ? .trigger : .plain,
        isSignal: signals.contains(week))
    }
    limit = report.weeklyLimit
    change = report.item?.item.plan.flatMap { Week($0.firstWeek) }
  }
}
