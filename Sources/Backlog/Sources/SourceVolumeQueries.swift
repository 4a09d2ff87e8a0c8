public import Complaints
import GRDB
public import Store

extension ComplaintStore {
  /// Enters the texts that came since the last time under the day of a run.
  ///
  /// - Parameter name: the source that a place is in; nil for one that is in none.
  public func enterVolumes(
    on day: Day, name: (_ place: String) -> String?
  ) throws(Failure) {
    try write { database in
      let last = try Int64.fetchOne(database, sql: "SELECT lastRow FROM volumeProgress") ?? 0
      var counts: [String: Int] = [:]
      var names: [String: String?] = [:]
      var end = last
      let rows = try Row.fetchCursor(
        database, sql: "SELECT id, source FROM verbatim WHERE id > ? ORDER BY id",
        arguments: [last])
      while let row = try rows.next() {
        end = row[0]
        let file = SourceReference(printed: row[1]).name
        let known = names[file] ?? name(file)
        names[file] = .some(known)
        if let known { counts[known, default: 0] += 1 }
      }
      guard end > last else { return }
      for (source, count) in counts {
        try database.execute(
          sql: """
            INSERT INTO sourceVolume VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET textCount = textCount + excluded.textCount
            """, arguments: [source, day.number, count])
      }
      try database.execute(sql: "UPDATE volumeProgress SET lastRow = ?", arguments: [end])
    }
  }

  /// What each source brought up to a day, by name, with its rejections by the day first seen.
  func sourceHistories(until day: Day, days: LocalDays) throws(Failure) -> [SourceHistory] {
    try read { database in
      var histories: [String: SourceHistory] = [:]
      for row in try Row.fetchAll(
        database, sql: "SELECT source, day, textCount FROM sourceVolume WHERE day <= ?",
        arguments: [day.number])
      {
        let name: String = row[0]
        histories[name, default: SourceHistory(name: name, texts: [:])].texts[row[1]] = row[2]
      }
      for row in try Row.fetchAll(database, sql: "SELECT source, seenAt FROM quarantine") {
        let place: String = row[0]
        let seen = days.day(of: Timestamp(seconds: row[1])).number
        let names = histories.keys.filter { place.isPlace(in: $0) }
        guard seen <= day.number, let name = names.max(by: { $0.utf8.count < $1.utf8.count })
        else { continue }
        histories[name]?.rejections[seen, default: 0] += 1
      }
      return histories.values.sorted { $0.name < $1.name }
    }
  }
}

extension String {
  /// Whether a place ("mail/inbox.mbox#17") is in a source ("mail", "mail/inbox.mbox").
  fileprivate func isPlace(in source: String) -> Bool {
    source == "." || self == source || hasPrefix(source + "/") || hasPrefix(source + "#")
  }
}
