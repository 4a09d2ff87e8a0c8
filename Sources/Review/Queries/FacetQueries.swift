import Complaints
import GRDB
import Store

extension ComplaintStore {
  /// The choices of each facet among some rows of a queue, most first, at most 12 each.
  func facets(
    of rows: [Int64], _ days: LocalDays
  ) throws(Failure) -> [(facet: QueueQuery.Facet, choices: [QueueModel.Choice])] {
    try read { database in
      let rows = ComplaintStore.json(rows)
      var counts: [QueueQuery.Facet: [String: Int]] = [:]
      var weeks: [Int: String] = [:]
      let verbatims = try Row.fetchCursor(
        database.cachedStatement(
          sql: """
            SELECT verbatim.channel, verbatim.source, verbatim.received, contact.margin
            FROM json_each(?) AS waiting CROSS JOIN contact ON contact.verbatimID = waiting.value
            CROSS JOIN verbatim ON verbatim.id = contact.verbatimID
            """), arguments: [rows])
      while let found = try verbatims.next() {
        counts[.channel, default: [:]][found[0], default: 0] += 1
        let source = QueueQuery.sourceValue(ofPlace: found[1])
        counts[.source, default: [:]][source, default: 0] += 1
        if let received: Int = found[2] {
          let hour = received / 3_600
          let week = weeks[hour] ?? days.week(of: Timestamp(seconds: received)).description
          weeks[hour] = week
          counts[.week, default: [:]][week, default: 0] += 1
        }
        counts[.margin, default: [:]][QueueQuery.marginValue(found[3]), default: 0] += 1
      }
      var last: (row: Int64, touchpoints: Set<String>) = (0, [])
      let findings = try Row.fetchCursor(
        database.cachedStatement(
          sql: """
            SELECT verbatimID, label.type, touchpoint FROM json_each(?) AS waiting
            CROSS JOIN verdictLabel ON generationID = \(ComplaintStore.currentGeneration)
              AND verbatimID = waiting.value
            CROSS JOIN label ON label.id = labelID
            WHERE label.kind = 'failure' AND about IS NOT 'other'
            """), arguments: [rows])
      while let found = try findings.next() {
        if found[0] != last.row { last = (found[0], []) }
        counts[.type, default: [:]][found[1], default: 0] += 1
        let touchpoint: String = found[2] ?? "unspecified"
        if last.touchpoints.insert(touchpoint).inserted {
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
