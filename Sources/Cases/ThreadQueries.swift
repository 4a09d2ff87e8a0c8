import Complaints
import GRDB
import Store
import Text

/// Threads: mails that name each other, rows with the same id. A thread has the number of its first
/// row.
///
/// Every name leads to one of the verbatims that bear it, so that a new one finds its thread without
/// the others being read.
struct ThreadFinder {
  private let database: Database
  private let hasCirculars: Bool
  private let circular: BulkStatement
  private let lead: BulkStatement
  private let bearer: BulkStatement
  private let names: BulkStatement

  /// A finder within a transaction.
  init(_ database: Database) throws {
    self.database = database
    hasCirculars =
      try Bool.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT EXISTS (SELECT 1 FROM verbatim INDEXED BY verbatimOfCircular
              WHERE class = 'bulk')
            """)) ?? true
    circular = try BulkStatement(
      "SELECT 1 FROM verbatim WHERE class = 'bulk' AND messageID = ?", database)
    lead = try BulkStatement(
      "INSERT INTO threadName VALUES (?, ?) ON CONFLICT (name) DO NOTHING", database)
    bearer = try BulkStatement(
      """
      SELECT verbatim.id, contact.thread, \(Bearer.columns) FROM threadName
      CROSS JOIN contact ON contact.verbatimID = threadName.verbatimID
      CROSS JOIN verbatim ON verbatim.id = contact.verbatimID
      WHERE threadName.name = ?
      """, database)
    names = try BulkStatement(
      "SELECT \(Bearer.columns) FROM verbatim WHERE id = ?", database)
  }

  /// Puts a row into the thread of those that it shares names with.
  func join(_ row: Int64) throws {
    names.bind(row)
    guard try names.next() else { return }
    let own = Bearer(names, from: 0)
    names.stop()
    try join(row, own)
  }

  /// As `join(_:)`, with the row's names at hand.
  func join(_ row: Int64, _ own: Bearer) throws {
    for name in own.names {
      let number = Int64(bitPattern: Fingerprint(hashing: name.utf8).high)
      guard try !isCircular(name) else {
        // A newsletter that came after its answers.
        if own.isCircular, let known = try known(name, number, besides: row) {
          try database.cachedStatement(sql: "INSERT OR IGNORE INTO staleTie VALUES ('thread', ?)")
            .execute(arguments: [known.thread])
          try database.cachedStatement(sql: "DELETE FROM threadName WHERE name = ?")
            .execute(arguments: [number])
        }
        continue
      }
      lead.bind(number)
      lead.bind(row)
      try lead.run()
      guard database.changesCount == 0 else { continue }
      if let known = try known(name, number, besides: row) {
        try unite(row, with: known.thread)
      } else {
        try database.cachedStatement(sql: "UPDATE threadName SET verbatimID = ? WHERE name = ?")
          .execute(arguments: [row, number])
      }
    }
  }

  private func unite(_ row: Int64, with thread: Int64) throws {
    let own = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT thread FROM contact WHERE verbatimID = ?"),
      arguments: [row])
    guard let own, own != thread else { return }
    try database.cachedStatement(sql: "UPDATE contact SET thread = ? WHERE thread = ?")
      .execute(arguments: [min(own, thread), max(own, thread)])
  }

  /// The verbatim that a name leads to, as long as it bears it.
  private func known(
    _ name: String, _ number: Int64, besides row: Int64
  ) throws -> (row: Int64, thread: Int64)? {
    bearer.bind(number)
    defer { bearer.stop() }
    guard try bearer.next(), bearer.integer(0) != row,
      Bearer(bearer, from: 2).names.contains(name)
    else { return nil }
    return (bearer.integer(0), bearer.integer(1))
  }

  /// Whether a name is the message id of a newsletter or the like: many people answer one, each with
  /// something of their own.
  private func isCircular(_ name: String) throws -> Bool {
    guard hasCirculars else { return false }
    circular.bind(name)
    defer { circular.stop() }
    return try circular.next()
  }
}

extension Recount {
  /// Finds some threads anew from the names of their members, which may fall apart.
  func rebuild(_ threads: [Int64]) throws {
    let rows = try Int64.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT verbatimID FROM json_each(?) AS one
          CROSS JOIN contact ON contact.thread = one.value ORDER BY 1
          """), arguments: [json(threads)])
    for row in rows {
      try database.cachedStatement(sql: "UPDATE contact SET thread = ? WHERE verbatimID = ?")
        .execute(arguments: [row, row])
      try database.cachedStatement(sql: "INSERT OR IGNORE INTO staleRow VALUES (?)")
        .execute(arguments: [row])
    }
    let finder = try ThreadFinder(database)
    for row in rows { try finder.join(row) }
  }

  /// Numbers as one argument: `json_each(?)`.
  func json(_ numbers: some Collection<Int64>) -> String {
    "[\(numbers.map(String.init).joined(separator: ","))]"
  }
}
