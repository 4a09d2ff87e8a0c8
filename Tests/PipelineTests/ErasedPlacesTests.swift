import Backlog
import Complaints
import Foundation
import Pipeline
import Store
import Testing

/// Where an address stands besides texts: paths, what could not be read, notes.
struct ErasedPlacesTests {
  private static let unreadable = "\u{1}\u{2}\0 nothing that is read"

  private func kept(_ world: World) throws -> [String] {
    try world.store.quarantined().filter(\.isKept).map(\.source).sorted()
  }

  private func entry(_ number: UInt64, _ source: String, _ detail: String) -> QuarantineEntry {
    QuarantineEntry(
      fingerprint: Fingerprint(high: 3, low: number), source: source, range: 0..<9,
      reason: "unreadable", detail: detail, isKept: false, seenAt: Timestamp(seconds: World.now))
  }

  @Test func whatSomebodyElseNamedStays() throws {
    let world = try World()
    for name in ["ana", "joana"] {
      try world.write("\(name)@example.net.pdf", Self.unreadable + name)
    }
    _ = try world.run()
    let bytes = try FileManager.default.contentsOfDirectory(
      atPath: world.store.folder + "/quarantine")
    #expect(bytes.count == 2)
    let plan = try world.eraser.plan(World.person("ana@example.net"))
    #expect(plan.kept.map(\.entry.source) == ["in/ana@example.net.pdf"])
    #expect(plan.kept.map(\.reason) == [.names] && plan.places.pathCount == 1)
    let receipt = try world.eraser.apply(plan, by: "dana")
    #expect(receipt.counts.quarantineCount == 1 && receipt.counts.pathCount == 1)
    #expect(receipt.proof?.remains == [] && receipt.proof?.leftOutCount == 1)
    #expect(try kept(world) == ["in/joana@example.net.pdf"])
    #expect(try world.store.quarantined().count == 1)
    let left = try #require(try world.store.quarantined().first)
    #expect(
      FileManager.default.fileExists(
        atPath: world.store.folder + "/quarantine/\(left.fingerprint)"))
    #expect(
      try world.run().sources.filter(\.isUnchanged).map(\.name) == ["in/joana@example.net.pdf"])
  }

  /// The file is still among the sources: it is told that it is not read, and nothing is kept.
  @Test func erasedBytesAreNotKeptAgain() throws {
    let world = try World()
    try world.write("ana@example.net.pdf", Self.unreadable)
    _ = try world.run()
    #expect(try world.erase("ana@example.net").proof?.remains == [])
    #expect(try world.files(holding: "ana@example.net").isEmpty)
    #expect(try world.store.quarantined().isEmpty)
    _ = try world.run(now: World.now + 86_400)
    #expect(try world.store.quarantined().map(\.isKept) == [false])
    #expect(try world.store.quarantined().map(\.detail) == ["erased"])
    #expect(try world.files(holding: "nothing that is read").isEmpty)
  }

  @Test(arguments: [
    ("in/ana@example.net.pdf", "damaged", false), ("in/a.pdf", "not Ana@example.net", false),
    ("in/joana@example.net.pdf", "damaged", true), ("in/a.pdf", "not joana@example.net", true),
    // The address is in neither, though the two together hold it.
    ("in/a.pdf of ana@", "example.net", true),
  ])
  func anEntryGoesByItsPlaceOrItsReason(source: String, detail: String, stays: Bool) throws {
    let world = try World()
    var batch = StoreBatch()
    batch.quarantined = [entry(1, source, detail), entry(2, "in/b.pdf", "damaged")]
    _ = try world.store.insert(batch, generation: 0)
    let plan = try world.eraser.plan(World.person("ana@example.net"))
    #expect(plan.isEmpty == stays && plan.places.pathCount == (stays ? 0 : 1))
    let receipt = try world.eraser.apply(plan, by: "dana")
    #expect(receipt.counts.pathCount == plan.places.pathCount)
    #expect(try world.store.quarantined().count == (stays ? 2 : 1))
    #expect(try world.eraser.plan(World.person("ana@example.net")).isEmpty)
  }

  /// What others wrote is no less theirs for the name of the mailbox.
  @Test func textsInAFileOfThatNameStayWithoutIt() throws {
    let world = try World()
    try world.write("ana@example.net.mbox", World.mailbox(2..<5))
    try world.write("joana@example.net.mbox", World.mailbox(5..<6))
    _ = try world.run()
    let plan = try world.eraser.plan(World.person("ana@example.net"))
    #expect(plan.texts.isEmpty && !plan.isEmpty && plan.places.pathCount == 1)
    let receipt = try world.eraser.apply(plan, by: "dana")
    #expect(receipt.counts.pathCount == 1 && receipt.counts.verbatimCount == 0)
    let places = try world.everything().map(\.verbatim.source.description).sorted()
    #expect(
      places == ["in/[erased].mbox#1", "in/[erased].mbox#2", "in/[erased].mbox#3"]
        + ["in/joana@example.net.mbox#1"])
    #expect(try world.files(holding: "/ana@example.net").isEmpty)
    #expect(try world.run().changes.newVerbatimCount == 0)
    #expect(try world.store.defects().isEmpty)
  }

  @Test func notesAreBlackenedForOnePersonOnly() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<3))
    _ = try world.run()
    let book = BacklogBook(store: world.store, days: LocalDays(timeZone: "UTC"))
    let now = Timestamp(seconds: World.now)
    let problem = try #require(
      try world.everything().compactMap { $0.verdict?.failures.first }
        .map { Problem(type: $0.type, touchpoint: $0.touchpoint) }.first)
    var draft = ItemDraft(problems: [problem], title: "Ask ana@example.net", kind: .preventive)
    draft.owner = "joana@example.net"
    _ = try book.open(draft, by: "dana", at: now)
    let receipt = try world.erase("ana@example.net")
    #expect(receipt.counts.itemEventCount == 1 && receipt.counts.pathCount == 0)
    let item = try book.item(1, at: now).item
    #expect(item.title == "Ask [erased]" && item.owner == "joana@example.net")
    #expect(
      receipt.text.contains { $0.contains("1 note of prevention items, 0 frozen weeks, 0 paths") })
    #expect(
      receipt.text.contains { $0.contains("1 telling word that something of others holds too") })
  }

  @Test func aDryRunTellsWhatIsDone() throws {
    let world = try World()
    try world.write("ana@example.net.pdf", Self.unreadable)
    try world.write("ana@example.net/1.mbox", World.mailbox(0..<2))
    try world.write(
      "b.mbox", World.mailbox(2..<4).replacing("a2@example.net", with: "ana@example.net"))
    _ = try world.run()
    let plan = try world.eraser.plan(World.person("ana@example.net"))
    let counts = try world.eraser.apply(plan, by: "dana").counts
    #expect(plan.texts.count == 1 && counts.verbatimCount == 1)
    #expect(plan.kept.count == 1 && counts.quarantineCount == 1)
    #expect(plan.places.pathCount == 2 && counts.pathCount == 2)
    #expect(try world.files(holding: "ana@example.net").isEmpty)
    #expect(try world.eraser.plan(World.person("ana@example.net")).isEmpty)
  }
}
