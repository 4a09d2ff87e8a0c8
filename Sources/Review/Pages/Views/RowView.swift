import Complaints

/// One complaint that waits in the queue.
struct RowView: Sendable {
  let complaint: ComplaintView
  let tags: [TagScore]
  /// Why there is nothing to accept.
  let trouble: String?

  /// A failure as the rules gave it.
  struct TagScore: Sendable {
    let title: String
    let score: String
    let isClose: Bool
  }

  /// A row in words.
  init(_ row: QueueModel.Row, _ query: QueueQuery, _ pages: ReviewPages, _ chrome: Chrome) {
    let line = ComplaintLine(
      id: row.id, received: row.received, channel: row.channel, title: row.title,
      excerpt: row.excerpt)
    complaint = ComplaintView(line, from: query, pages.days, now: chrome.now)
    tags = row.failures.map {
      TagScore(
        title: pages.catalogue.title(of: $0.problem), score: Wording.score($0.score),
        isClose: $0.isClose)
    }
    if let reason = row.unscored {
      trouble = "Not scored: \(Wording.word(for: reason))"
    } else {
      trouble = row.margin < 0 ? "Not scored" : row.failures.isEmpty ? "No failure tag" : nil
    }
  }
}
