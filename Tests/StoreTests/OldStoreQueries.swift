import Complaints
import Foundation
import GRDB
import Testing

@testable import Store

/// A store as the first version left it.
enum OldStore {
  /// Writes verbatims with their verdicts, the newest of which may say when it happened.
  static func make(in folder: String, entries: [StoreBatch.Entry]) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let queue = try DatabaseQueue(path: folder + "/forestall.sqlite")
    try Schema.migrator.migrate(queue, upTo: "1")
    try queue.write { database in
      try database.execute(
        sql: "INSERT INTO generation VALUES (1, ?, '1', 'current')",
        arguments: [Fingerprint(high: 1, low: 1).data])
      for (index, entry) in entries.enumerated() {
        let verbatim = entry.verbatim
        let verdict = try #require(entry.verdict)
        try database.execute(
          sql: """
            INSERT INTO verbatim (id, fingerprint, document, source, channel, class, part,
              received, "references", language, role, text, passages, warnings)
            VALUES (?, ?, ?, 'a.mbox#1', 'mail', 'human', 'mail', ?, '', 'en', 'customer', ?, ?, '')
            """,
          arguments: [
            index + 1, verbatim.id.data, verbatim.document.data, verbatim.received?.seconds,
            Data(verbatim.text.utf8), Passage.packed(verbatim.passages),
          ])
        try database.execute(
          sql: "INSERT INTO verdict VALUES (1, ?, NULL, ?, ?)",
          arguments: [index + 1, verdict.isComplaint, verdict.packedTags])
      }
    }
    try queue.close()
  }

  /// Adds kept rejections: place, first byte and reason.
  static func quarantine(in folder: String, _ entries: [(String, Int, String)]) throws {
    let queue = try DatabaseQueue(path: folder + "/forestall.sqlite")
    try queue.write { database in
      for (index, (source, start, reason)) in entries.enumerated() {
        try database.execute(
          sql: "INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, '', 1, 0)",
          arguments: [
            index + 1, Fingerprint(high: 4, low: UInt64(index)).data, source, start, start + 9,
            reason,
          ])
      }
    }
    try queue.close()
  }

  /// All rows of a query, each as one line.
  static func lines(_ store: ComplaintStore, _ query: String) throws -> [String] {
    try store.read { database in
      try Row.fetchAll(database, sql: query).map { row in
        row.databaseValues.map(\.description).joined(separator: " ")
      }
    }
  }
}

extension ComplaintStore {
  /// As if the cases had been counted just now.
  func markFresh() throws {
    try write { try $0.execute(sql: "UPDATE derivation SET isFresh = 1") }
  }
}
