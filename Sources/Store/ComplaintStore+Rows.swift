import Complaints
import GRDB

extension ComplaintStore {
  /// Every verbatim with its verdict in the current generation, where it has one.
  package static let judgedVerbatims = """
    FROM verbatim
    LEFT JOIN generation ON generation.state = 'current'
    LEFT JOIN verdict ON verdict.generationID = generation.id
      AND verdict.verbatimID = verbatim.id
    """

  /// The generation that readers see.
  package static let currentGeneration = "(SELECT id FROM generation WHERE state = 'current')"

  /// Whether a joined verdict is a complaint: a person's word before the rules'.
  package static let isComplaint = "coalesce(verdict.reviewed, verdict.isComplaint)"

  /// Row numbers of stored verbatims, newest first.
  public func rowIDs(matching filter: StoredFilter) throws(Failure) -> [Int64] {
    try read { database in
      var filter = filter
      if filter.limit > 0 { try filter.weigh(database) }
      let clause = filter.clause
      return try Int64.fetchAll(
        database,
        sql: """
          SELECT verbatim.id FROM verbatim \(clause.sql)
          ORDER BY verbatim.received DESC, verbatim.id DESC
          \(filter.limit > 0 ? "LIMIT \(filter.limit)" : "")
          """, arguments: clause.arguments)
    }
  }

  /// Row numbers of verbatims whose id begins with some hexadecimal digits, or that stand at a
  /// place ("mail/inbox.mbox#17").
  ///
  /// - Parameter limit: at most this many; -1 for all.
  public func rowIDs(named name: String, limit: Int = 10) throws(Failure) -> [Int64] {
    try read { database in
      if let (first, last) = ComplaintStore.fingerprints(beginning: name) {
        let found = try Int64.fetchAll(
          database,
          sql: "SELECT id FROM verbatim WHERE fingerprint BETWEEN ? AND ? ORDER BY +id LIMIT ?",
          arguments: [first.data, last.data, limit])
        if !found.isEmpty { return found }
      }
      return try Int64.fetchAll(
        database, sql: "SELECT id FROM verbatim WHERE source = ? ORDER BY +id LIMIT ?",
        arguments: [name, limit])
    }
  }

  /// The least and the greatest fingerprint that begin with four hexadecimal digits or more.
  private static func fingerprints(beginning digits: String) -> (Fingerprint, Fingerprint)? {
    let count = digits.utf8.count
    guard (4...32).contains(count) else { return nil }
    let ends = ["0", "f"].compactMap {
      Fingerprint(digits.lowercased() + String(repeating: $0, count: 32 - count))
    }
    return ends.count == 2 ? (ends[0], ends[1]) : nil
  }
}
