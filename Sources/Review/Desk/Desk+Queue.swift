import Complaints
import Store

extension Desk {
  /// Rows on one page of the queue.
  static let pageSize = 25

  /// `/queue`.
  func queuePage(_ asked: QueueQuery, _ reviewer: String) throws -> String {
    var query = asked
    let totals = try store.queueTotals()
    let order = try store.queue(query, days)
    let lastPage = max(1, (order.rows.count + Desk.pageSize - 1) / Desk.pageSize)
    query.page = min(query.page, lastPage)
    let start = (query.page - 1) * Desk.pageSize
    let shown = Array(order.rows.dropFirst(start).prefix(Desk.pageSize))
    let thresholds = try store.failureThresholds()
    let model = QueueModel(
      query: query, openCount: totals.open, unscoredCount: totals.unscored,
      untaggedCount: totals.untagged, matchingCount: order.rows.count,
      facets: try store.facets(of: order.rows, days),
      rows: try store.verdicts(of: shown).map { stored in
        queueRow(stored, thresholds, margin: try store.margin(ofRow: stored.rowID) ?? 0)
      }, firstPosition: start + 1,
      facetSample: order.isCut ? QueueOrder.limit : nil)
    return pages.queue(model, try chrome(.queue, query.path, reviewer))
  }

  private func queueRow(
    _ stored: StoredVerbatim, _ thresholds: FailureThresholds, margin: Double
  ) -> QueueModel.Row {
    let failures = stored.verdict?.failures ?? []
    return QueueModel.Row(
      id: stored.verbatim.id, received: stored.verbatim.received,
      channel: stored.verbatim.channel, title: stored.verbatim.title, excerpt: stored.excerpt,
      failures: failures.map {
        (
          Problem(type: $0.type, touchpoint: $0.touchpoint), $0.score,
          QueueQuery.marginValue(thresholds.margin(of: $0)) == "close"
        )
      },
      margin: margin, unscored: stored.verdict?.unscored)
  }
}
