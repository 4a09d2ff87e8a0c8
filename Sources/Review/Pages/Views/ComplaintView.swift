import Complaints
import Store

/// One complaint in a list.
struct ComplaintView: Sendable {
  let path: String
  let channel: String
  let title: String?
  let excerpt: String
  let received: MomentView?

  /// A complaint that leads to its case.
  init(_ line: ComplaintLine, from query: QueueQuery?, _ days: LocalDays, now: Timestamp) {
    path = CaseModel.path(of: line.id, from: query)
    channel = Wording.name(of: line.channel)
    title = line.title
    excerpt = line.excerpt
    received = line.received.map { MomentView($0, days, now: now) }
  }
}
