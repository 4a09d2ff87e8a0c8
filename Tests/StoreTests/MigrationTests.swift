import Complaints
import Foundation
import GRDB
import Testing

@testable import Store

struct MigrationTests {
  private let folder = NSTemporaryDirectory() + "store-\(UUID().uuidString)"

  private func entry(_ number: Int, happened: TimeMention?) -> StoreBatch.Entry {
    let text = "There was none, wie schön."
    let id = Fingerprint(high: 5, low: UInt64(number))
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

  @Test(arguments: Schema.migrator.migrations.indices)
  func everyEarlierStoreBecomesThePresentOne(version: Int) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let entries = (1...5).map { number in
      entry(
        number, happened: number % 2 == 0 ? nil : TimeMention(words: "then", day: Day(number: 9)))
    }
    try OldStore.make(in: folder, entries: entries)
    try OldStore.migrate(in: folder, upTo: version)
    let store = try ComplaintStore(folder: folder)
    #expect(try store.verdicts(of: [1, 2, 3, 4, 5]).map(\.verdict) == entries.map(\.verdict))
    #expect(try store.counts() == (verbatims: 5, complaints: 5, quarantined: 0))
    var filter = StoredFilter()
    filter.failure = "stock"
    filter.search = "schön NONE"
    filter.limit = 2
    #expect(try store.rowIDs(matching: filter).count == 2)
    #expect(
      try OldStore.lines(
        store, "SELECT DISTINCT kind, type, touchpoint, about, score FROM finding")
        == [#""failure" "stock" "repair" "us" 0.75"#])
    let schema = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1, 2"
    #expect(
      try OldStore.lines(store, schema)
        == OldStore.lines(ComplaintStore(folder: folder + "/new"), schema))
    guard version > 0 else { return }
    #expect(
      try OldStore.lines(store, "SELECT verbatimID, isNameless FROM contact ORDER BY 1")
        == ["1 1", "2 0", "3 1"])
    // The schema of files was made anew once; what was known of them then is forgotten.
    #expect(
      try OldStore.lines(store, "SELECT byteCount, largestByteCount FROM source")
        == (version < OldStore.filesFrom ? [] : ["300 300"]))
    #expect(try store.decisions(ofRow: 2).map(\.tag) == [.praise])
    #expect(
      try OldStore.lines(store, "SELECT * FROM complaintCase ORDER BY id")
        == ["1 NULL 2800 1", "2 NULL 2800 2"])
    #expect(
      try OldStore.lines(store, "SELECT type, caseID, week, lagDays FROM caseProblem")
        == [#""stock" 1 2800 7"#])
    #expect(
      try OldStore.lines(store, "SELECT * FROM problemWeek")
        == [#""stock" "repair" 2800 2793 1 1"#])
    #expect(try OldStore.lines(store, "SELECT * FROM weekLag") == ["2800 7 1"])
    #expect(try OldStore.lines(store, "SELECT * FROM queueCount") == [#""close" 2"#])
    #expect(try OldStore.lines(store, "SELECT isFresh, generationID FROM derivation") == ["0 NULL"])
    #expect(try store.defects() == [])
  }

  @Test func aStoreOfANewerVersionIsRefused() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try ComplaintStore(folder: folder)
    try OldStore.execute(in: folder, "INSERT INTO grdb_migrations VALUES ('of tomorrow')")
    let error = #expect(throws: ComplaintStore.Failure.self) { try ComplaintStore(folder: folder) }
    #expect(
      error?.description.hasSuffix("written by a newer forestall; install that version") == true)
  }
}
