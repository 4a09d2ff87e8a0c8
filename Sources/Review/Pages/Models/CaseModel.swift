import Backlog
import Complaints

/// One verbatim to decide on, with its case.
///
/// Forms on the page: `POST /case/{id}/decide` with `tag` ("failure:stock"), `outcome`
/// ("accept", "reject", "add"), `reason` (for reject), `touchpoint`, `range` ("12-58", UTF-8 bytes;
/// may be empty) and `next`; `POST /case/{id}/accept-all` with `next`. Both carry `from`.
struct CaseModel: Sendable {
  /// The words, with their passages and where they come from.
  var verbatim: Verbatim
  /// What the rules say, without people's decisions; nil when they have not yet read it.
  var verdict: Verdict?
  /// What people decided, at most once for each tag.
  var decisions: [Decision]
  /// Everything of the same case, oldest first, this verbatim included; empty without a case.
  var contacts: [Contact]
  /// The problems that the case counts for.
  var problems: [CountedProblem]
  /// Where it stands in the queue it was opened from; nil when it was opened otherwise or is done.
  var position: Position?
  /// The query of the queue it was opened from.
  var from: QueueQuery
  /// The verbatim before it in that queue.
  var previous: Fingerprint?
  /// The verbatim after it in that queue.
  var next: Fingerprint?

  /// "3 of 214".
  struct Position: Sendable {
    /// Counts up from 1.
    var number: Int
    /// How many there are.
    var count: Int
  }

  /// One contact of the case.
  struct Contact: Sendable {
    /// The contact in a line.
    var line: ComplaintLine
    /// Whether it is a copy of another one and no contact of its own.
    var isDuplicate = false
    /// Whether it is a complaint.
    var isComplaint = true
  }

  /// A problem of the case.
  struct CountedProblem: Sendable {
    /// The problem.
    var problem: Problem
    /// Cases in the last 13 weeks.
    var recentCases: Int
    /// The number of the item that owns it.
    var item: Int?
    /// Where that item stands.
    var state: ItemState?
  }

  /// Where "next" leads: the next verbatim of the queue, or the queue where there is none.
  var nextPath: String { next.map { CaseModel.path(of: $0, from: from) } ?? from.path }

  /// "/case/7f3a…?from=order%3Dnewest".
  static func path(of id: Fingerprint, from query: QueueQuery?) -> String {
    guard let query else { return "/case/\(id)" }
    return "/case/\(id)?from=\(QueueQuery.escaped(query.encoded))"
  }
}

/// One complaint in a list.
struct ComplaintLine: Sendable {
  /// Names the verbatim.
  var id: Fingerprint
  /// When it was received.
  var received: Timestamp?
  /// How it came.
  var channel: Channel
  /// Its document's title.
  var title: String?
  /// The words of its evidence, or the beginning of the customer's own words; about 200 characters.
  var excerpt: String
}
