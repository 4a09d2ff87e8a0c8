import Backlog
import Cases
import Complaints
import Foundation
import Ingest
import Lines
import Pipeline
import Privacy
import Store
import Testing

struct ErasureTests {
  private let now = Timestamp(seconds: World.now + 600)
  private let days = LocalDays(timeZone: "UTC")

  private func mail(
    from: String, id: String, _ words: String, answering: String? = nil, day: Int = 16
  ) -> String {
    """
    From \(from) Mon Nov 16 08:00:00 2026
    From: Somebody <\(from)>
    To: care@example.com
    Subject: Order
    Date: \(day) Nov 2026 08:00:00 +0000
    Message-ID: <\(id)>
    \(answering.map { "In-Reply-To: <\($0)>\n" } ?? "")
    \(words)


    """
  }

  private static let words =
    "Nobody rang me back about the zebra-striped tandem, and it was out of stock again."

  /// A person in every place that there is.
  private func world() throws -> World {
    let world = try World()
    let box =
      mail(from: "Zora.Quill@Example.net", id: "first.one@example.net", Self.words)
      + mail(
        from: "zora.quill@example.net", id: "second.one@example.net", "Still broken: the pump.")
      + mail(
        from: "care@example.com", id: "answer.one@example.com",
        "Dear customer, we are sorry.\n\n> Nobody rang me back about the zebra-striped tandem",
        answering: "first.one@example.net")
      + mail(
        from: "ben@example.org", id: "ben.one@example.org",
        "The delivery was late, said my friend zora.quill@example.net to me.")
      + World.mailbox(0..<4)
    try world.write("a.mbox", box)
    try world.write(
      "t.csv", "id,text,author\n1,Fine.,x@example.org\n2,too,many,zora.quill@example.net\n")
    try world.write("b.mbox", "From x\n\0\u{1}zora.quill@example.net")
    let broken = Data("Zora.Quill@example.net wrote of the zebra-striped tandem".utf8)
    try world.write("c.bin", "\u{1}\u{2}\0" + broken.base64EncodedString())
    _ = try world.run()
    return world
  }

  @Test func nothingOfAPersonIsLeftInAnyByte() throws {
    let world = try world()
    let keptBefore = try world.store.quarantined().filter(\.isKept).count
    #expect(keptBefore > 0)
    let ids = try world.everything().filter { $0.verbatim.text.contains("zebra") }
    let row = try #require(ids.first)
    let decision = Decision(
      tag: Tag(.failure, "stock"), outcome: .add, range: 0..<11, draw: .queue, reviewer: "ana",
      decidedAt: Timestamp(seconds: World.now))
    try CaseBook(store: world.store, days: days).record([decision], ofRow: row.rowID)
    let told = [
      "zora.quill@example.net", "first.one@example.net", "zebra-striped", "Still broken: the pump",
      World.pseudonyms.pseudonym(of: "zora.quill@example.net"),
    ]
    for words in told { #expect(try !world.files(holding: words).isEmpty, "\(words)") }
    let receipt = try world.erase("zora.quill@example.net")
    for words in told { #expect(try world.files(holding: words).isEmpty, "\(words)") }
    // A word of hers that nobody else wrote is not in the index either.
    #expect(try world.files(holding: "zebra").isEmpty)
    #expect(receipt.reasons == [.author: 2, .names: 1, .answer: 1])
    #expect(receipt.counts.verbatimCount == 4 && receipt.counts.decisionCount == 1)
    #expect(receipt.proof?.remains == [])
    #expect(receipt.proof.map { $0.wordCount >= 6 && $0.fileCount >= 2 } == true)
    #expect(try world.everything().count == 5)
    #expect(try world.store.defects().isEmpty)
  }

  @Test func theSameExportDoesNotBringItBack() throws {
    let world = try world()
    _ = try world.erase("zora.quill@example.net")
    let left = try world.everything().map(\.verbatim.id)
    // The same mails in a file of another name, and the old one changed so that it is read anew.
    let box = try String(contentsOfFile: world.input + "/a.mbox", encoding: .utf8)
    try world.write("copy/other.mbox", box)
    try world.write("a.mbox", World.mail(9, "Nobody rang me back, ever.") + box)
    try world.write("d.mbox", "From x\n\0\u{1}zora.quill@example.net")
    let report = try world.run(now: World.now + 86_400)
    #expect(report.changes.erasedVerbatimCount >= 4)
    #expect(try world.everything().count == left.count + 1)
    for words in ["zora.quill@example.net", "zebra-striped"] {
      #expect(try world.files(holding: words).isEmpty, "\(words)")
    }
    #expect(try world.store.defects().isEmpty)
  }

  @Test func neitherDoLinesNorAMailThatWasCutOff() throws {
    let world = try world()
    var writer = LineWriter()
    var lines: [[UInt8]] = []
    for stored in try world.everything() {
      lines.append(Array(writer.line(stored.verbatim)))
      if let verdict = stored.verdict { lines.append(Array(writer.line(verdict))) }
    }
    _ = try world.erase("zora.quill@example.net")
    let count = try world.everything().count
    for order in [lines, lines.reversed()] {
      var refused = 0
      var loader = LineLoader(store: world.store, days: days, now: now) { _, _, _ in refused += 1 }
      for line in order { try loader.load(line, place: "x line 1") }
      _ = try loader.finish()
      #expect(refused == 0)
    }
    try world.write(
      "e.mbox", mail(from: "zora.quill@example.net", id: "first.one@example.net", "Nobody rang me"))
    _ = try world.run(now: World.now + 86_400)
    #expect(try world.everything().count == count)
    #expect(try world.files(holding: "zora.quill@example.net").isEmpty)
  }

  @Test func aNewComplaintOfTheSamePersonIsStored() throws {
    let world = try world()
    _ = try world.erase("zora.quill@example.net")
    let count = try world.everything().count
    try world.write(
      "f.mbox",
      mail(from: "zora.quill@example.net", id: "third.one@example.net", "Nobody rang me back."))
    _ = try world.run(now: World.now + 86_400)
    #expect(try world.everything().count == count + 1)
  }

  @Test func aDryRunChangesNothing() throws {
    let world = try world()
    let before = try world.everything()
    let trace = PersonTrace(
      pseudonym: World.pseudonyms.pseudonym(of: "zora.quill@example.net"),
      pseudonyms: World.pseudonyms)
    let plan = try world.eraser.plan(.person(trace))
    #expect(plan.reasons == [.author: 2, .names: 1, .answer: 1])
    #expect(plan.kept.contains { $0.entry.source == "in/c.bin" && $0.reason == .names })
    #expect(try world.everything() == before)
    #expect(try world.store.audit().map(\.action) == ["ruleSet"])
  }

  @Test func oneTextIsErasedByItsID() throws {
    let world = try world()
    let id = try #require(
      try world.everything().first { $0.verbatim.messageID == "2@example.net" }
    ).verbatim.id
    let eraser = world.eraser
    let plan = try eraser.plan(.verbatims([id], asked: ["\(id)"]))
    #expect(plan.texts.map(\.reason) == [.id] && plan.kept.isEmpty)
    let receipt = try eraser.apply(plan, by: "dana")
    #expect(receipt.proof?.remains == [])
    #expect(try world.files(holding: "2@example.net").isEmpty)
    #expect(try !world.files(holding: "zora.quill@example.net").isEmpty)
  }

  @Test func anAddressInsideAnotherIsNotTheSame() throws {
    let world = try World()
    try world.write(
      "a.mbox",
      mail(from: "na@example.net", id: "short.one@example.net", "The pump was out of stock.")
        + mail(from: "ana@example.net", id: "long.one@example.net", "Nobody rang me back."))
    _ = try world.run()
    let receipt = try world.erase("na@example.net")
    #expect(receipt.reasons == [.author: 1])
    #expect(try world.everything().map(\.verbatim.messageID) == ["long.one@example.net"])
  }

  @Test func theReceiptHoldsNothingPersonalAndTheChainHolds() throws {
    let world = try world()
    let receipt = try world.erase("zora.quill@example.net")
    let folder = world.store.folder + "/receipts"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.count == 2)
    for name in names {
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      #expect(!text.contains("zora") && text.contains("dana") && text.contains(receipt.id))
      let facts = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      #expect((facts[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }
    let audit = try world.store.audit()
    #expect(audit.map(\.action) == ["ruleSet", "erase"] && audit.firstBroken == nil)
    #expect(audit.last?.chain == receipt.chain && audit.last?.detail.contains(receipt.id) == true)
  }
}
