import Complaints
import Foundation
import Store
import Testing

struct MigrationTests {
  private let folder = NSTemporaryDirectory() + "store-\(UUID().uuidString)"

  private func entry(_ number: UInt64, happened: TimeMention?) -> StoreBatch.Entry {
    let text = "There was none, wie schön."
    let id = Fingerprint(high: 5, low: number)
    let verbatim = Verbatim(
      words: text, id: id, source: SourceReference(printed: "a.mbox#1"))
    var verdict = Verdict(of: verbatim, ruleSet: Fingerprint(high: 1, low: 1), engine: "1")
    verdict.isComplaint = true
    verdict.failures = [
      Failure(
        type: "stock", score: 0.75, touchpoint: "repair", about: .us,
        evidence: [Evidence(rule: "stock.none", range: 0..<5, text: "There")])
    ]
    verdict.happened = happened
    return StoreBatch.Entry(verbatim: verbatim, verdict: verdict)
  }

  @Test func aStoreOfTheFirstVersionLearnsWhenThingsHappened() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let entries = [
      entry(1, happened: TimeMention(words: "on Monday", day: Day(number: 20_283))),
      entry(2, happened: nil), entry(3, happened: TimeMention(words: "once", day: nil)),
      entry(4, happened: TimeMention(words: "in 1969", day: Day(number: -3))),
    ]
    try OldStore.make(in: folder, entries: entries)
    let store = try ComplaintStore(folder: folder)
    #expect(
      try OldStore.lines(store, "SELECT happened, reviewed FROM verdict ORDER BY verbatimID")
        == ["20283 NULL", "NULL NULL", "NULL NULL", "-3 NULL"])
    #expect(try store.verdicts(of: [1, 2, 3, 4]).map(\.verdict) == entries.map(\.verdict))
    #expect(
      try OldStore.lines(store, "SELECT isFresh, generationID FROM derivation") == ["0 NULL"])
  }

  @Test func aStoreOfTheFirstVersionLearnsWhatItKeeps() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try OldStore.make(in: folder, entries: [entry(1, happened: nil)])
    try OldStore.quarantine(
      in: folder,
      [("a.bin", 0, "unrecognised"), ("a.mbox#2", 90, "notMail"), ("x line 3", 0, "notLine")])
    let store = try ComplaintStore(folder: folder)
    #expect(try store.quarantined().map(\.form) == [.file, .unknown, .line])
    #expect(try store.quarantined(notBy: "2").map(\.source) == ["a.bin", "a.mbox#2", "x line 3"])
  }

  @Test func openingAStoreAgainChangesNothing() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try OldStore.make(in: folder, entries: [entry(1, happened: nil)])
    let schema = try OldStore.lines(
      ComplaintStore(folder: folder), "SELECT sql FROM sqlite_schema ORDER BY name")
    let again = try OldStore.lines(
      ComplaintStore(folder: folder), "SELECT sql FROM sqlite_schema ORDER BY name")
    #expect(schema == again)
    let other = folder + "/new"
    let new = try OldStore.lines(
      ComplaintStore(folder: other), "SELECT sql FROM sqlite_schema ORDER BY name")
    #expect(schema == new)
  }
}
