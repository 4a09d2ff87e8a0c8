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
            Data(verbatim.text.utf8), Data(Passage.packed(verbatim.passages)),
          ])
        try database.execute(
          sql: "INSERT INTO verdict VALUES (1, ?, NULL, ?, ?)",
          arguments: [index + 1, verdict.isComplaint, Data(verdict.packedTags(nil))])
        for failure in verdict.failures {
          try database.execute(
            sql: "INSERT INTO finding VALUES (1, ?, 'failure', ?, ?, ?, ?)",
            arguments: [
              index + 1, failure.type, failure.touchpoint, failure.about.rawValue, failure.score,
            ])
        }
        try database.execute(
          sql: "INSERT INTO ownWords (rowid, text) VALUES (?, ?)",
          arguments: [index + 1, ComplaintStore.ownWords(verbatim.text, verbatim.passages)])
      }
    }
    try queue.close()
  }

  /// Brings a store of the first version to a later one, which has decisions and cases.
  static func migrate(in folder: String, upTo version: Int) throws {
    let names = Schema.migrator.migrations
    let queue = try DatabaseQueue(path: folder + "/forestall.sqlite")
    if version > 0 {
      try Schema.migrator.migrate(queue, upTo: names[1])
      try queue.write { try $0.execute(sql: counted) }
      let files = min(version, filesFrom)
      try Schema.migrator.migrate(queue, upTo: names[files])
      if files == filesFrom { try queue.write { try $0.execute(sql: file) } }
      try Schema.migrator.migrate(queue, upTo: names[version])
    }
    try queue.close()
  }

  /// The first version that knows files as the present one does.
  static let filesFrom = Schema.migrator.migrations.firstIndex(of: "sources") ?? .max

  /// A file as that version entered it.
  private static let file = """
    INSERT INTO source VALUES ('/in/a.mbox', 1, 2, 300, 5, 6, x'01', 300, 1, 200, 0, x'', x'', x'', 0);
    """

  /// Runs statements over the store of a folder.
  static func execute(in folder: String, _ statements: String) throws {
    let queue = try DatabaseQueue(path: folder + "/forestall.sqlite")
    try queue.writeWithoutTransaction { try $0.execute(sql: statements) }
    try queue.close()
  }

  /// What the second version kept of cases and decisions.
  private static let counted = """
    INSERT INTO decision (verbatimID, kind, type, outcome, draw, reviewer, decidedAt, batch)
      VALUES (2, 'praise', 'praise', 'add', 'queue', 'ana', 9, 1);
    UPDATE verbatim SET person = 'hmac:2' WHERE id = 2;
    INSERT INTO complaintCase VALUES (1, x'01', NULL, NULL, 2800, 1), (2, x'02', NULL, NULL, 2800, 2);
    INSERT INTO contact (verbatimID, thread, caseID, words, margin) VALUES
      (1, 1, 1, 0, 0.01), (2, 2, 2, 7, 0.05), (3, 2, 2, 8, NULL);
    INSERT INTO caseProblem VALUES ('stock', 'repair', 1, 1, 2800, 2793, 7);
    """

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
