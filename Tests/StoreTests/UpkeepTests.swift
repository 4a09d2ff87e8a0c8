import Complaints
import Foundation
import GRDB
import Testing

@testable import Store

struct UpkeepTests {
  private typealias Desk = StoredDecisionTests.Desk

  @Test func aHealthyStoreHasNoDefects() throws {
    let desk = try Desk()
    try desk.decide(.reject, Tag(.failure, "stock"))
    #expect(try desk.store.defects() == [])
  }

  @Test(arguments: [
    ("UPDATE derivation SET verbatimCount = 7", "verbatims"),
    ("UPDATE generation SET complaintCount = 7", "verdicts"),
    (
      "INSERT INTO problem VALUES (9, 'x', 'y'); INSERT INTO weekCount VALUES (9, 2800, 2800, 1, 0)",
      "weekly counts"
    ),
    ("UPDATE channelCount SET count = 7", "channels"),
    ("UPDATE labelCount SET count = 7", "labels"),
    ("UPDATE touchpointCount SET count = 7", "touchpoints"),
    ("INSERT INTO weekLag VALUES (2800, 3, 1)", "lags of weeks"),
    ("INSERT INTO queueCount VALUES ('close', 3)", "the queue"),
    (
      "PRAGMA foreign_keys = OFF; INSERT INTO caseReport VALUES (9, 9, 1, NULL, NULL, NULL)",
      "caseReport"
    ),
  ])
  func whatIsWrongIsTold(statements: String, subject: String) throws {
    let desk = try Desk()
    try OldStore.execute(in: desk.folder, statements)
    let defects = try desk.store.defects()
    #expect(defects.contains { $0.hasPrefix(subject + ":") }, "\(defects)")
  }

  @Test func aBackupIsTheStoreOfItsMoment() throws {
    let desk = try Desk()
    let copy = desk.folder + "/copy"
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
    let path = copy + "/forestall.sqlite"
    try Data("of yesterday".utf8).write(to: URL(fileURLWithPath: path))
    try desk.store.backUp(to: path)
    try desk.decide(.reject, Tag(.failure, "stock"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: copy) == ["forestall.sqlite"])
    let restored = try ComplaintStore(folder: copy)
    #expect(try restored.defects() == [])
    #expect(try restored.decisions(ofRow: 1) == [])
    #expect(
      try restored.verdicts(of: [1]).map(\.verdict) == desk.store.verdicts(of: [1]).map(\.verdict))
  }

  @Test func aBackupThatCannotBeWrittenLeavesNothing() throws {
    let desk = try Desk()
    let path = desk.folder + "/missing/forestall.sqlite"
    #expect(throws: ComplaintStore.Failure.self) { try desk.store.backUp(to: path) }
    let folder = desk.folder + "/taken"
    try FileManager.default.createDirectory(
      atPath: folder + "/x", withIntermediateDirectories: true)
    #expect(throws: ComplaintStore.Failure.self) { try desk.store.backUp(to: folder) }
    #expect(!FileManager.default.fileExists(atPath: folder + ".unfinished"))
  }

  @Test func anOldStoreGetsLargerPages() throws {
    let folder = NSTemporaryDirectory() + "store-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try OldStore.make(in: folder, entries: [])
    try ComplaintStore.compact(folder: folder)
    let store = try ComplaintStore(folder: folder)
    #expect(try OldStore.lines(store, "PRAGMA page_size") == ["8192"])
    #expect(try OldStore.lines(store, "PRAGMA journal_mode") == [#""wal""#])
    #expect(try store.defects() == [])
  }
}
