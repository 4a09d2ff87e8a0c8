import Backlog
import Complaints
import Store

/// One item in a list.
struct ItemSummary: Sendable {
  let label: String
  let title: String
  let path: String
  let kind: String
  /// Nil is a vacancy.
  let owner: String?
  let state: StateView
  /// "for 3 d"; nil for what has only just come to stand there.
  let since: String?
  let problems: [Link]
  let recentCases: Int
  let casesSinceOpened: Int
  let trial: String?
  let due: String?
  let signals: [String]

  /// A name that leads somewhere.
  struct Link: Sendable {
    let title: String
    let path: String
  }

  /// An item in words.
  init(_ line: ItemLine, _ pages: ReviewPages, _ chrome: Chrome) {
    let item = line.item
    label = item.label
    title = item.title
    path = "/item/\(item.number)"
    kind = Wording.name(of: item.kind).title
    owner = item.owner
    state = StateView(item.state)
    let age = Wording.age(of: item.stateSince, at: chrome.now)
    since = age == "now" ? nil : "for \(age)"
    problems = item.problems.map {
      Link(title: pages.catalogue.title(of: $0), path: Wording.path(of: $0))
    }
    recentCases = line.recentCases
    casesSinceOpened = line.casesSinceOpened
    trial = line.trial.map { Wording.sentence($0, item) }
    let today = pages.days.day(of: chrome.now)
    due =
      item.isReviewDue(on: today)
      ? "review due"
      : item.dueDay.flatMap {
        item.state == .open || item.state == .planned
          ? Wording.dueWords($0, pages.days, chrome) : nil
      }
    signals = line.signals.map(Wording.sentence)
  }
}

extension Wording {
  /// "due 1 Dec 2026", "overdue since 1 Dec 2026".
  static func dueWords(_ day: Day, _ days: LocalDays, _ chrome: Chrome) -> String {
    let isOver = day < days.day(of: chrome.now)
    return "\(isOver ? "overdue since" : "due") \(shortDay(day))"
  }
}
