import Complaints
import GRDB
import Store

extension QueueQuery {
  /// What makes a verbatim wait: the condition of the index `contactToReview`.
  static let waits = "contact.isReviewed = 0 AND contact.margin IS NOT NULL"

  /// What is read in this order: an index alone, without any words.
  var tables: String {
    order == .newest
      ? "FROM verbatim CROSS JOIN contact ON contact.verbatimID = verbatim.id" : "FROM contact"
  }

  /// The order of the rows.
  var sorting: String {
    order == .newest
      ? "verbatim.received DESC, verbatim.id DESC" : "contact.margin, contact.verbatimID"
  }

  /// What waits and passes the filters.
  func condition(_ days: LocalDays, _ database: Database) throws -> Condition {
    var parts = [Condition(sql: QueueQuery.waits)]
    if let margin = values[.margin] {
      parts.append(Condition(sql: QueueQuery.margins[margin] ?? "FALSE"))
    }
    var filter = filter(days)
    try filter.weigh(database)
    if filter.failure != nil || filter.touchpoint != nil {
      // Only what has no failure has no margin. The newest come in the order of an index, the others
      // are sorted where they are few.
      let row = order == .newest ? "+verbatim.id" : "contact.verbatimID"
      var finding = filter.finding("failure", of: row)
      finding.sql = "contact.margin > 0 AND " + finding.sql
      parts.append(finding)
    }
    if let found = filter.words(of: "contact.verbatimID") { parts.append(found) }
    filter.search = nil
    var facts = filter.without("failure").clause
    if let source = values[.source] {
      facts.sql += facts.sql.isEmpty ? "WHERE" : " AND"
      facts.sql += " substr(verbatim.source, 1, length(?)) = ?"
      facts.arguments += [source, source]
    }
    if !facts.sql.isEmpty {
      facts.sql =
        "EXISTS (SELECT 1 FROM verbatim \(facts.sql) AND verbatim.id = contact.verbatimID)"
      parts.append(facts)
    }
    return .all(parts)
  }

  private static let margins = [
    "unscored": "contact.margin < 0", "untagged": "contact.margin = 0",
    "close": "contact.margin > 0 AND contact.margin < 0.1", "clear": "contact.margin >= 0.1",
  ]

  private func filter(_ days: LocalDays) -> StoredFilter {
    var filter = StoredFilter()
    filter.failure = values[.type]
    filter.touchpoint = values[.touchpoint]
    filter.channel = values[.channel]
    if let name = values[.week] {
      let week = Week(name)
      // Nothing was received in a week that there is not.
      filter.from = week.map { days.start(of: $0.start) } ?? Timestamp(seconds: .max)
      filter.before = week.map(days.end(of:))
    }
    filter.search = search.isEmpty ? nil : search
    return filter
  }

  /// The value of the facet `source` for a verbatim's place: its file where that holds many
  /// ("mail/care.mbox"), else its folder ("letters/").
  static func sourceValue(ofPlace place: String) -> String {
    if let mark = place.firstIndex(of: "#") { return String(place[..<mark]) }
    guard let slash = place.lastIndex(of: "/") else { return place }
    return String(place[...slash])
  }

  /// The value of the facet `margin` for a margin as stored.
  static func marginValue(_ margin: Double) -> String {
    if margin < 0 { return "unscored" }
    if margin == 0 { return "untagged" }
    return margin < 0.1 ? "close" : "clear"
  }
}
