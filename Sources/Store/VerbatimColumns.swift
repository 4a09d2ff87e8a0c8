import Complaints
import Foundation
import GRDB

/// The columns of `verbatim` and their values, in one order.
enum VerbatimColumns {
  private static let names = [
    "fingerprint", "document", "source", "row", "channel", "class", "part", "key", "parent",
    "title", "received", "person", "messageID", "\"references\"", "language", "role", "score",
    "text", "passages", "warnings",
  ]

  /// For a SELECT.
  static let list = names.joined(separator: ", ")

  /// Inserts a verbatim.
  static let insertSQL =
    "INSERT INTO verbatim (\(list)) VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))"

  /// Writes a verbatim over a row.
  static let updateSQL =
    "UPDATE verbatim SET \(names.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"

  /// Binds the values of a verbatim.
  static func bind(_ verbatim: Verbatim, to statement: BulkStatement) {
    statement.bind(verbatim.id)
    statement.bind(verbatim.document)
    statement.bind(ComplaintStore.stored(verbatim.source.description))
    statement.bind(ComplaintStore.stored(verbatim.row))
    statement.bind(verbatim.channel.rawValue)
    statement.bind(verbatim.documentClass.rawValue)
    statement.bind(verbatim.part.rawValue)
    statement.bind(ComplaintStore.stored(verbatim.key))
    statement.bind(ComplaintStore.stored(verbatim.parent))
    statement.bind(ComplaintStore.stored(verbatim.title))
    statement.bind(verbatim.received?.seconds)
    statement.bind(verbatim.person)
    statement.bind(ComplaintStore.stored(verbatim.messageID))
    statement.bind(ComplaintStore.joined(verbatim.references))
    statement.bind(verbatim.language)
    statement.bind(verbatim.role.rawValue)
    statement.bind(verbatim.score)
    statement.bind(bytesOf: verbatim.text)
    statement.bind(Passage.packed(verbatim.passages))
    statement.bind(ComplaintStore.joined(verbatim.warnings))
  }

  /// Whether a stored verbatim must be replaced: other words, or the same place read otherwise.
  ///
  /// The same mail in another export keeps what is known of it.
  static func differ(_ row: Int64, _ verbatim: Verbatim, _ database: Database) throws -> Bool {
    let known = try BulkStatement(
      """
      SELECT text IS NOT ?18 OR source = ?3 AND (\(list)) IS NOT
        (\(names.indices.map { "?\($0 + 1)" }.joined(separator: ", ")))
      FROM verbatim WHERE id = ?\(names.count + 1)
      """, database)
    bind(verbatim, to: known)
    known.bind(row)
    defer { known.stop() }
    return try known.next() && known.integer(0) != 0
  }
}

extension ComplaintStore {
  /// SQLite's text ends at a NUL.
  static func stored(_ text: String?) -> String? {
    guard let text, text.utf8.contains(0) else { return text }
    return text.replacingOccurrences(of: "\0", with: "\u{FFFD}")
  }

  /// One item a line; line feeds inside an item become spaces.
  static func joined(_ items: [String]) -> String {
    items.map { item in
      let line =
        item.utf8.contains(0x0A) ? item.replacingOccurrences(of: "\n", with: " ") : item
      return stored(line) ?? ""
    }
    .joined(separator: "\n")
  }
}
