import Complaints

@testable import Backlog
@testable import Review

extension SampleDesk {
  /// Every page by a name for its file.
  static func allPages(_ pages: ReviewPages) -> [(name: String, html: String)] {
    var filtered = QueueQuery()
    filtered.order = .newest
    filtered.values = [.type: "stock", .channel: "mail"]
    filtered.search = "no part"
    filtered.page = 2
    var empty = queueModel(filtered)
    empty.rows = []
    empty.matchingCount = 0
    var unscored = verdict
    unscored.failures = []
    unscored.unscored = .language
    unscored.isComplaint = nil
    let bare = caseModel {
      $0.verdict = unscored
      $0.decisions = []
      $0.contacts = []
      $0.problems = []
      $0.position = nil
      $0.previous = nil
      $0.next = nil
      $0.verbatim.received = nil
      $0.verbatim.title = nil
    }
    let told = (40...46).reversed().map {
      DigestsModel.Entry(
        week: Week(year: 2026, number: $0), revision: $0 == 44 ? 2 : 1,
        frozenAt: moment(daysAgo: (47 - $0) * 7))
    }
    let quiet = Overview(week: week, items: [], candidates: [], watchedCount: 0)
    let none = ProblemCounts(
      first: week, through: week, received: [:], happened: [:], lagDays: nil, knownShare: 0)
    let rejected = Notice(text: "Rejected 'Not available': somebody else’s words.")
    let refused = Notice(text: "PB-7 has no plan yet: plan the change first.", isRefusal: true)
    let casePath = CaseModel.path(of: id(1), from: filtered)
    var list: [(String, String)] = [
      ("queue", pages.queue(queueModel(), chrome(.queue, "/queue", rejected))),
      ("queue-filtered", pages.queue(queueModel(filtered), chrome(.queue, filtered.path))),
      ("queue-empty", pages.queue(empty, chrome(.queue, filtered.path))),
      ("case", pages.verbatim(caseModel(), chrome(.queue, casePath))),
      ("case-unscored", pages.verbatim(bare, chrome(.queue, casePath))),
      (
        "problems",
        pages.problems(
          ProblemsModel(overview: overview, counts: counts, undatedCount: 3),
          chrome(.problems, "/problems"))
      ),
      (
        "problems-empty",
        pages.problems(
          ProblemsModel(overview: quiet, counts: none, undatedCount: 0),
          chrome(.problems, "/problems"))
      ),
      (
        "problem",
        pages.problem(problemModel(callback, item: nil), chrome(.problems, "/problem/x/y"))
      ),
      (
        "problem-owned",
        pages.problem(
          problemModel(stock, item: item(3, .verified, owner: nil)),
          chrome(.problems, "/problem/x/y"))
      ),
      (
        "backlog",
        pages.backlog(
          BacklogModel(overview: overview), chrome(.backlog, "/backlog", refused))
      ),
      (
        "backlog-empty",
        pages.backlog(BacklogModel(overview: quiet), chrome(.backlog, "/backlog"))
      ),
      ("digests", pages.digests(DigestsModel(entries: told), chrome(.digests, "/digests"))),
      ("digests-empty", pages.digests(DigestsModel(entries: []), chrome(.digests, "/digests"))),
      (
        "digest",
        pages.digest(
          DigestModel(entry: told[2], previous: told[3].week, next: told[1].week),
          chrome(.digests, "/digest/2026-W44"))
      ),
      ("login", pages.login(LoginModel(link: "3q2-secret"))),
      ("login-old", pages.login(LoginModel(link: nil))),
      ("message-door", pages.message(MessageModel(status: 403, title: "No", advice: "Ask."), nil)),
      (
        "message",
        pages.message(
          MessageModel(
            status: 404, title: "No such complaint", advice: "It may have been erased."),
          chrome(nil, "/case/x"))
      ),
    ]
    for state in ItemState.allCases {
      let line = item(3, state, owner: state == .open ? nil : "Workshop planning")
      list.append(
        (
          "item-\(state.rawValue)",
          pages.item(
            ItemModel(line: line, counts: counts, newest: lines), chrome(.backlog, "/item/3"))
        ))
    }
    return list
  }
}
