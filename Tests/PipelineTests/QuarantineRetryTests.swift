import Cases
import Complaints
import Foundation
import Ingest
import Lines
import Pipeline
import Privacy
import Store
import Testing

struct QuarantineRetryTests {
  private func retry(_ world: World, columns: ColumnMap = ColumnMap()) throws -> QuarantineRetry {
    try QuarantineRetry(
      store: world.store, settings: world.settings(columns: columns),
      ruleSet: try #require(World.rules),
      pseudonyms: Pseudonyms(key: [UInt8](repeating: 7, count: 32)),
      now: Timestamp(seconds: World.now), jobs: 1)
  }

  /// Tries everything again; whether each entry could be read.
  private func retryAll(_ world: World, columns: ColumnMap = ColumnMap()) throws -> [Bool] {
    var retry = try retry(world, columns: columns)
    let outcomes = try world.store.quarantined().map { try retry.retry($0).isRead }
    _ = try retry.finish()
    return outcomes
  }

  private func keptNames(_ world: World) -> [String] {
    let folder = world.store.folder + "/quarantine"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Puts other bytes in place of the only kept ones, as if this version could read them.
  private func mend(_ world: World, _ text: String) throws {
    let name = try #require(keptNames(world).first)
    try Data(text.utf8).write(
      to: URL(fileURLWithPath: world.store.folder + "/quarantine/" + name))
  }

  /// Enters something that an older version could not read.
  private func enter(
    _ world: World, _ source: String, _ form: QuarantineEntry.Form, _ bytes: String,
    version: String = "1"
  ) throws {
    var entry = QuarantineEntry(
      fingerprint: Fingerprint(high: 9, low: UInt64(bytes.utf8.count)), source: source,
      range: 100..<100 + bytes.utf8.count, reason: "notMail", detail: "no header and no text",
      isKept: true, seenAt: Timestamp(seconds: 1))
    entry.form = form
    entry.readerVersion = version
    var batch = StoreBatch()
    batch.quarantined = [entry]
    _ = try world.store.insert(batch, generation: 0)
    let folder = world.store.folder + "/quarantine"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try Data(bytes.utf8).write(
      to: URL(fileURLWithPath: folder + "/" + entry.fingerprint.description))
  }

  @Test func aFileIsReadWithTheColumnsOfItsSource() throws {
    let world = try World()
    try world.write("t.csv", "id,beschwerde\n1,The pump was out of stock.\n")
    _ = try world.run()
    try FileManager.default.removeItem(atPath: world.input + "/t.csv")
    #expect(try retryAll(world) == [false])
    var columns = ColumnMap()
    columns.text = "beschwerde"
    #expect(try retryAll(world, columns: columns) == [true])
    #expect(try world.everything().map(\.verbatim.source.description) == ["in/t.csv#1"])
    #expect(try world.everything().allSatisfy { $0.verdict?.isComplaint == true })
    #expect(try world.store.quarantined().isEmpty)
    #expect(keptNames(world).isEmpty)
    #expect(try retryAll(world, columns: columns).isEmpty)
    #expect(try world.everything().count == 1)
  }

  @Test func aRowIsReadBehindTheHeaderOfItsTable() throws {
    let world = try World()
    try world.write("t.csv", "id,text\n1,Fine.\n2,too,many,cells\n3,Good.\n")
    _ = try world.run()
    let entry = try #require(try world.store.quarantined().first)
    #expect(entry.source == "in/t.csv#2")
    #expect(entry.form == .row && entry.head == Array("id,text\n".utf8))
    #expect(try retryAll(world) == [false])
    #expect(try world.store.quarantined().map(\.fingerprint) == [entry.fingerprint])
    try mend(world, "2,The pump was out of stock.\n")
    #expect(try retryAll(world) == [true])
    let row = try #require(try world.everything().first { $0.verbatim.row == "2" })
    #expect(row.verbatim.source.description == "in/t.csv#2")
    #expect(row.verdict?.failures.map(\.type) == ["stock"])
  }

  @Test func aRowOfJSONLinesNeedsNobodyElsesRow() throws {
    let world = try World()
    try world.write("t.jsonl", #"{"id":"1","text":"Fine."}"# + "\n[2]\n")
    _ = try world.run()
    let entry = try #require(try world.store.quarantined().first)
    #expect(entry.form == .row && entry.head.isEmpty)
    #expect(try retryAll(world) == [false])
    try mend(world, #"{"id":"2","text":"The pump was out of stock."}"#)
    #expect(try retryAll(world) == [true])
    #expect(try world.everything().count == 2)
  }

  @Test func aMessageKeepsItsPlaceAndLosesItsQuoting() throws {
    let world = try World()
    try enter(
      world, "in/a.mbox#7", .message,
      "From: a@example.net\nMessage-ID: <7@example.net>\n\nHello,\n\n>From then on it was broken.")
    #expect(try retryAll(world) == [true])
    let stored = try #require(try world.everything().first).verbatim
    #expect(stored.source.description == "in/a.mbox#7")
    #expect(stored.text.contains("\nFrom then on"))
  }

  @Test func aRunAfterAnUpgradeTriesOnce() throws {
    let world = try World()
    try enter(world, "in/a.mbox#7", .message, "From: a@example.net\n\nNobody rang me back.")
    try enter(world, "in/b.mbox#1", .message, "\0\u{1}")
    try enter(
      world, "in/c.mbox#1", .message, "From: c@example.net\n\nStill here.",
      version: Quarantine.readerVersion)
    var told = 0
    let first = try world.run { if case .retrying = $0 { told += 1 } }
    #expect(told == 2)
    #expect(first.retried.readCount == 1 && first.retried.rejectedCount == 1)
    #expect(first.changes.newVerbatimCount == 1)
    #expect(first.cases?.caseCount == 1)
    let second = try world.run()
    #expect(second.retried.readCount == 0 && second.retried.rejectedCount == 0)
    #expect(
      try world.store.quarantined().map(\.readerVersion)
        == [Quarantine.readerVersion, Quarantine.readerVersion])
  }

  @Test func whatIsRejectedForAnotherReasonNowIsEnteredAnew() throws {
    let world = try World()
    try enter(world, "in/t.csv", .file, "id,beschwerde\n1,The pump was out of stock.\n")
    #expect(try retryAll(world) == [false])
    let entries = try world.store.quarantined()
    #expect(entries.map(\.reason) == ["notTable"])
    #expect(keptNames(world) == entries.map(\.fingerprint.description))
    #expect(try retryAll(world) == [false])
    #expect(try world.store.quarantined() == entries)
  }

  @Test func aFeedsEntryIsNotTakenForALetter() throws {
    let world = try World()
    try enter(world, "in/feed.xml#2", .entry, "<item><title>Nobody rang me back</title></item>")
    #expect(try retryAll(world) == [false])
    #expect(try world.everything().isEmpty)
  }

  @Test func bytesThatAreGoneAreTold() throws {
    let world = try World()
    try enter(world, "in/a.mbox#7", .message, "From: a@example.net\n\nHello.")
    try FileManager.default.removeItem(atPath: world.store.folder + "/quarantine")
    #expect(try retryAll(world) == [false])
  }

  @Test func bytesThatNoEntryNamesAreDeleted() throws {
    let world = try World()
    try enter(world, "in/b.mbox#1", .message, "\0")
    #expect(try retryAll(world) == [false])
    let known = keptNames(world)
    let stray = world.store.folder + "/quarantine/" + String(repeating: "a", count: 32)
    try Data("left".utf8).write(to: URL(fileURLWithPath: stray))
    #expect(try retryAll(world) == [false])
    #expect(keptNames(world) == known)
  }

  @Test func aPlaceThatCanBeReadAgainLeavesNothingBehind() throws {
    let world = try World()
    try FileManager.default.removeItem(atPath: world.input)
    _ = try world.run()
    #expect(try world.store.quarantined().map(\.isKept) == [false])
    #expect(try retryAll(world) == [false])
    try world.write("a.mbox", World.mailbox(0..<1))
    _ = try world.run()
    try FileManager.default.removeItem(atPath: world.input)
    try Data(World.mailbox(0..<2).utf8).write(to: URL(fileURLWithPath: world.input))
    _ = try world.run()
    #expect(try world.store.quarantined().isEmpty)
  }

  @Test func aRefusedLineIsLoadedOnceItsVerbatimIsThere() throws {
    let origin = try World()
    try origin.write("a.mbox", World.mailbox(0..<1))
    _ = try origin.run()
    var writer = LineWriter()
    let stored = try #require(try origin.everything().first)
    let verbatim = writer.line(stored.verbatim)
    let verdict = writer.line(try #require(stored.verdict))

    let world = try World()
    let days = LocalDays(timeZone: "UTC")
    for line in [verdict, verbatim] {
      var loader = LineLoader(
        store: world.store, days: days, now: Timestamp(seconds: 0)
      ) { _, _, _ in }
      try loader.load(line, place: "x line 1")
      _ = try loader.finish()
    }
    #expect(try world.store.quarantined().map(\.form) == [.line])
    #expect(try retryAll(world) == [true])
    #expect(try world.store.quarantined().isEmpty)
    #expect(keptNames(world).isEmpty)
    #expect(try retry(world).show() == 0)
    #expect(try world.everything().map(\.verdict?.isComplaint) == [true])
  }
}
