import Complaints
import Foundation
import GRDB
import Store

extension ComplaintStore {
  /// The newest revision of a week as stored; nil where there is none.
  func frozen(_ week: Week) throws(Failure) -> (revision: Int, facts: [UInt8])? {
    try read { try ComplaintStore.frozen(week, $0) }
  }

  /// Keeps a revision of a week, unless another one of that number was kept meanwhile.
  ///
  /// - Returns: what is kept under the number now.
  func keep(
    _ facts: [UInt8], of week: Week, revision: Int, at moment: Timestamp
  ) throws(Failure) -> [UInt8] {
    try write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO digest VALUES (?, ?, ?, ?)",
        arguments: [
          week.start.number, revision, moment.seconds, String(decoding: facts, as: UTF8.self),
        ])
      return try ComplaintStore.frozen(week, database)?.facts ?? facts
    }
  }

  /// All revisions of all weeks frozen up to a moment, the newest week first.
  func frozenWeeks(
    until moment: Timestamp
  ) throws(Failure) -> [(week: Week, revision: Int, frozenAt: Timestamp)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT week, revision, frozenAt FROM digest WHERE frozenAt <= ?
          ORDER BY week DESC, revision DESC
          """, arguments: [moment.seconds]
      ).map { (Day(number: $0[0]).week, $0[1], Timestamp(seconds: $0[2])) }
    }
  }

  private static func frozen(
    _ week: Week, _ database: Database
  ) throws -> (revision: Int, facts: [UInt8])? {
    try Row.fetchOne(
      database,
      sql: "SELECT revision, facts FROM digest WHERE week = ? ORDER BY revision DESC LIMIT 1",
      arguments: [week.start.number]
    ).map { ($0[0], Array(($0[1] as String).utf8)) }
  }
}
