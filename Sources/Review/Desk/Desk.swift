import Backlog
import Cases
import Complaints
import HTTPTypes
import Store
import WeeklyDigest

/// Everything the pages and actions of the review desk work with.
struct Desk: Sendable {
  let store: ComplaintStore
  let days: LocalDays
  let catalogue: Catalogue
  let settings: ReviewSettings
  let pages: ReviewPages
  let access: ReviewAccess
  /// The moment to take as now for everything but sessions.
  let now: @Sendable () -> Timestamp
  /// Takes a line for whoever runs the desk; no words of customers.
  let log: @Sendable (String) -> Void
  let notices = Notices()
  let owners = Owners()

  var cases: CaseBook { CaseBook(store: store, days: days) }
  var backlog: BacklogBook { BacklogBook(store: store, days: days) }
  var digests: DigestDesk { DigestDesk(store: store, days: days, catalogue: catalogue) }

  /// What surrounds a page; takes the reviewer's notice.
  func chrome(_ section: Chrome.Section?, _ path: String, _ reviewer: String) throws -> Chrome {
    Chrome(
      reviewer: reviewer, section: section, path: path, now: now(),
      counts: [.queue: try store.queueTotals().open], notice: notices.take(of: reviewer),
      canUndo: try store.canUndo(reviewer))
  }

  /// A page that says why there is no other.
  func messagePage(_ error: DeskError, _ reviewer: String?) -> String {
    let model = MessageModel(
      status: Int(error.status.code), title: error.title, advice: error.text)
    return pages.message(
      model, reviewer.flatMap { try? chrome(nil, "/queue", $0) })
  }
}
