import Backlog
import Complaints
import Store

/// The backlog as its template shows it.
struct BacklogView: Sendable {
  let week: String
  let weekDays: String
  let groups: [Group]
  let hasItems: Bool
  let candidates: [CandidateView]
  let hasCandidates: Bool
  let vacant: String?

  /// Items that stand alike.
  struct Group: Sendable {
    let title: String
    let hint: String
    let items: [Row]
  }

  /// An item with its last 13 weeks.
  struct Row: Sendable {
    let item: ItemSummary
    let sparkline: String
  }

  /// A problem that waits for an item.
  struct CandidateView: Sendable {
    let title: String
    let path: String
    let sparkline: String
    let recentCases: Int
    let priorCases: Int
    let signal: String?
  }

  /// What needs somebody first, then what is on trial, then what is settled.
  init(_ model: BacklogModel, _ pages: ReviewPages, _ chrome: Chrome) {
    let overview = model.overview
    week = overview.week.description
    weekDays = Wording.days(of: overview.week)
    let group = { (title: String, hint: String, belongs: (PreventionItem) -> Bool) in
      Group(
        title: title, hint: hint,
        items: overview.items.filter { belongs($0.item) }.map {
          Row(
            item: ItemSummary($0, pages, chrome),
            sparkline: Sparkline(counts: $0.weeklyCases).drawing)
        })
    }
    let today = pages.days.day(of: chrome.now)
    groups = [
      group("Needs somebody", "No change yet, one that did not work, or a review that is due.") {
        $0.needsAction || $0.isReviewDue(on: today)
      },
      group("On trial", "Changed; the counts will tell.") {
        $0.state == .done || $0.state == .watching
      },
      group("Settled", "Verified, or lived with for a reason.") {
        $0.state == .verified || $0.state == .accepted && !$0.isReviewDue(on: today)
      },
    ].filter { !$0.items.isEmpty }
    hasItems = !groups.isEmpty
    candidates = overview.candidates.map {
      CandidateView(
        title: pages.catalogue.title(of: $0.problem), path: Wording.path(of: $0.problem),
        sparkline: Sparkline(counts: $0.weeklyCases).drawing, recentCases: $0.recentCases,
        priorCases: $0.priorCases,
        signal: $0.signal.map(Wording.sentence))
    }
    hasCandidates = !candidates.isEmpty
    let count = overview.items.filter { $0.item.needsAction && $0.item.owner == nil }.count
    vacant =
      count == 0
      ? nil : "\(Wording.count(count, "item")) \(count == 1 ? "has" : "have") no owner."
  }
}
