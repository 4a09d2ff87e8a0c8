import Complaints
import GRDB
import Store

extension ComplaintStore {
  /// At most this many verbatims of a queue are looked at for its facets.
  static let facetLimit = 3_000

  /// The choices of each facet among the first rows of a queue, most first, at most 12 each.
  func facets(
    of rows: [Int64], _ days: LocalDays
  ) throws(Failure) -> [(facet: QueueQuery.Facet, choices: [QueueModel.Choice])] {
    let rows = rows.prefix(ComplaintStore.facetLimit)
    return try read { database in
      var counts: [QueueQuery.Facet: [String: Int]] = [:]
      let verbatim = try database.cachedStatement(
        sql: """
          SELECT verbatim.channel, verbatim.source, verbatim.received, contact.margin
          FROM contact JOIN verbatim ON verbatim.id = contact.verbatimID
          WHERE contact.verbatimID = ?
          """)
      let finding = try database.cachedStatement(
        sql: """
          SELECT finding.type, finding.touchpoint FROM finding
          WHERE finding.generationID = \(ComplaintStore.currentGeneration) AND finding.verbatimID = ?
            AND finding.kind = 'failure' AND finding.about IS NOT 'other'
          """)
      for row in rows {
        if let found = try Row.fetchOne(verbatim, arguments: [row]) {
          counts[.channel, default: [:]][found[0], default: 0] += 1
          let source = QueueQuery.sourceValue(ofPlace: found[1])
          counts[.source, default: [:]][source, default: 0] += 1
          if let received: Int = found[2] {
            let week = days.week(of: Timestamp(seconds: received)).description
            counts[.week, default: [:]][week, default: 0] += 1
          }
          let margin = QueueQuery.marginValue(found[3])
          counts[.margin, default: [:]][margin, default: 0] += 1
        }
        var touchpoints: Set<String> = []
        for found in try Row.fetchAll(finding, arguments: [row]) {
          counts[.type, default: [:]][found[0], default: 0] += 1
          touchpoints.insert(found[1] ?? "unspecified")
        }
        for touchpoint in touchpoints {
          counts[.touchpoint, default: [:]][touchpoint, default: 0] += 1
        }
      }
      return QueueQuery.Facet.allCases.compactMap { facet in
        guard let values = counts[facet] else { return nil }
        let sorted = values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return (
          facet, sorted.prefix(12).map { QueueModel.Choice(value: $0.key, count: $0.value) }
        )
      }
    }
  }
}
