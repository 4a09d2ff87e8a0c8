import Complaints
import GRDB
import Store
import Text

/// Threads: mails that name each other, rows with the same id. A thread has the number of its first
/// row.
///
/// Every name leads to one of the verbatims that bear it, so that a new one finds its thread without
/// the others being read.
extension Recount {
  private static let columns = """
    verbatim.id, verbatim.messageID, verbatim."references", verbatim.source, verbatim.row,
    verbatim.class
    """

  /// Puts a row into the thread of those that it shares names with.
  func join(_ rowID: Int64) throws {
    let found = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT \(Recount.columns) FROM verbatim WHERE id = ?"), arguments: [rowID])
    guard let found else { return }
    for name in Recount.names(found) {
      let bearer = try bearer(of: name, besides: rowID)
      guard try !isCircular(name) else {
        // A newsletter that came after its answers.
        if let bearer, found["class"] == DocumentClass.bulk.rawValue {
          try database.cachedStatement(sql: "INSERT OR IGNORE INTO staleTie VALUES ('thread', ?)")
            .execute(arguments: [bearer.thread])
          try forget(name)
        }
        continue
      }
      if let bearer {
        try unite(rowID, with: bearer.thread)
      } else {
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO threadName VALUES (?, ?)")
          .execute(arguments: [Recount.number(of: name), rowID])
      }
    }
  }

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
    for row in rows { try join(row) }
  }

  private func unite(_ rowID: Int64, with thread: Int64) throws {
    let own = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT thread FROM contact WHERE verbatimID = ?"),
      arguments: [rowID])
    guard let own, own != thread else { return }
    try database.cachedStatement(sql: "UPDATE contact SET thread = ? WHERE thread = ?")
      .execute(arguments: [min(own, thread), max(own, thread)])
  }

  /// The verbatim that a name leads to, as long as it bears it.
  private func bearer(of name: String, besides rowID: Int64) throws -> (row: Int64, thread: Int64)?
  {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT \(Recount.columns), contact.thread FROM threadName
          CROSS JOIN contact ON contact.verbatimID = threadName.verbatimID
          CROSS JOIN verbatim ON verbatim.id = contact.verbatimID
          WHERE threadName.name = ?
          """), arguments: [Recount.number(of: name)])
    guard let row, row["id"] != rowID, Recount.names(row).contains(name) else { return nil }
    return (row["id"], row["thread"])
  }

  private func forget(_ name: String) throws {
    try database.cachedStatement(sql: "DELETE FROM threadName WHERE name = ?")
      .execute(arguments: [Recount.number(of: name)])
  }

  /// Whether a name is the message id of a newsletter or the like: many people answer one, each with
  /// something of their own.
  private func isCircular(_ name: String) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM verbatim WHERE class = 'bulk' AND messageID = ?)"),
      arguments: [name]) ?? false
  }

  private static func number(of name: String) -> Int64 {
    Int64(bitPattern: Fingerprint(hashing: name.utf8).high)
  }

  /// The names that tie a verbatim to others: message ids, one a line in `references`, and its
  /// row's id within its file.
  private static func names(_ row: Row) -> [String] {
    let references: String = row["references"]
    var names = references.split(separator: "\n").map(String.init)
    if let id: String = row["messageID"], !id.isEmpty { names.append(id) }
    // No message id holds a line feed, so that rows and mails cannot be taken for each other.
    if let id: String = row["row"] {
      names.append("\(SourceReference(printed: row["source"]).name)\n\(id)")
    }
    return names
  }
}
