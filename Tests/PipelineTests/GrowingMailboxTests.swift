import Cases
import Complaints
import Foundation
import Ingest
import Pipeline
import Store
import Testing

struct GrowingMailboxTests {
  @Test func theLastMessageOfAYoungMailboxWaits() throws {
    let world = try World()
    let whole = World.mailbox(0..<3)
    try world.write("a.mbox", whole)
    try world.date("a.mbox", secondsAgo: 60)
    let first = try world.run()
    #expect(first.documentCount == 2)
    #expect(first.waiting == ["in/a.mbox"])
    let ledger = try #require(first.sources.first).ledger
    let last = World.mailbox(2..<3).utf8.count
    #expect(ledger.skippedByteCounts == [Piece.stillBeingWritten: last])
    #expect(ledger.byteCount == whole.utf8.count)
    let progress = try #require(try world.store.progress(ofPath: try world.onlyEntry().path))
    #expect(progress.position == whole.utf8.count - last)

    let second = try world.run(now: World.now + 300)
    #expect(second.documentCount == 1)
    #expect(second.waiting.isEmpty)
    #expect(
      try world.everything().map(\.verbatim.source.description).sorted()
        == ["in/a.mbox#1", "in/a.mbox#2", "in/a.mbox#3"])
    #expect(try world.run(now: World.now + 600).sources.allSatisfy(\.isUnchanged))
  }

  @Test(arguments: [(-86_400, false), (-600, true), (0, true), (119, true), (120, false)])
  func youngIsLessThanTwoMinutesBeforeTheRunOrDuringIt(secondsAgo: Int, waits: Bool) throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<2))
    try world.date("a.mbox", secondsAgo: secondsAgo)
    #expect(try world.run().documentCount == (waits ? 1 : 2))
  }

  @Test func aMailboxOfOneYoungMessageIsReadTheNextTime() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<1))
    try world.date("a.mbox", secondsAgo: 1)
    #expect(try world.run().documentCount == 0)
    #expect(try world.run(now: World.now + 300).documentCount == 1)
  }

  @Test func otherYoungFilesDoNotWait() throws {
    let world = try World()
    try world.write("t.csv", "id,text\n1,The pump was out of stock.\n")
    try world.write("m.eml", "From: a@example.net\n\nNobody rang me back.\n")
    for name in ["t.csv", "m.eml"] { try world.date(name, secondsAgo: 1) }
    #expect(try world.run().documentCount == 2)
  }

  @Test func aMessageThatWasCutOffIsReplacedByTheWholeOne() throws {
    let world = try World()
    let whole = World.mailbox(0..<2)
    try world.write("a.mbox", String(whole.dropLast(30)))
    _ = try world.run()
    let cut = try world.everything()
    try world.write("a.mbox", whole)
    let report = try world.run()
    #expect(report.changes.newVerbatimCount == 0)
    #expect(report.changes.changedVerbatimCount == 1)
    #expect(report.cases?.caseCount == 2 && report.cases?.contactCount == 2)
    let stored = try world.everything()
    #expect(stored.count == 2)
    #expect(Set(stored.map(\.rowID)) == Set(cut.map(\.rowID)))
    #expect(stored.allSatisfy { $0.verbatim.text.contains("again.") && $0.verdict != nil })
  }

  /// Whatever the point at which a run finds a mailbox cut off, in the separator or in the words,
  /// in the end all is stored once. (The name of a header field that was cut in two is words.)
  @Test func noPlaceOfTheCutStoresAnythingTwice() throws {
    let letter = "Nobody rang me back, schön ist das nicht.\n\nThe pump was out of stock."
    let whole = World.mail(1, "All is well, thank you.") + World.mail(2, letter)
    let bytes = Array(whole.utf8)
    let start = World.mail(1, "All is well, thank you.").utf8.count
    let undisturbed = try World()
    try undisturbed.write("a.mbox", whole)
    _ = try undisturbed.run()
    let expected = try undisturbed.words()
    let separator = "From a2@example.net Mon Nov 16 08:00:00 2026\nFrom"
    let header = start + separator.utf8.count
    let body = bytes.count - Data("\(letter)\n\n".utf8).count
    for end in stride(from: start + 1, to: bytes.count, by: 5)
    where !(header..<body).contains(end) {
      let world = try World()
      let url = URL(fileURLWithPath: world.input + "/a.mbox")
      try Data(bytes[..<end]).write(to: url)
      _ = try world.run()
      try Data(bytes).write(to: url)
      _ = try world.run()
      let found = try world.words()
      #expect(found == expected, "cut at \(end - start)")
    }
  }

  @Test func whatWasAttachedToAMessageThatWasCutOffIsStoredOnce() throws {
    let whole = World.multipart([
      World.part("Nobody rang me back."), World.letter, World.scan("image/png", "a.png"),
    ])
    let undisturbed = try World()
    try undisturbed.write("a.mbox", whole)
    _ = try undisturbed.run()
    let world = try World()
    try world.write("a.mbox", String(whole.dropLast(200)))
    _ = try world.run()
    try world.write("a.mbox", whole)
    _ = try world.run()
    #expect(try world.words() == undisturbed.words())
    #expect(try world.everything().count == 2)
  }

  @Test func aMailOfWhichNothingWasReadIsStoredOnce() throws {
    let scan = World.scan("application/pdf", "a.pdf")
    let head = World.multipart([scan], isClosed: false)
    for parts in [[scan], [scan, World.part("Nobody rang me back.")]] {
      let whole = World.multipart(parts)
      let undisturbed = try World()
      try undisturbed.write("a.mbox", whole)
      _ = try undisturbed.run()
      let expected = try undisturbed.everything().map(\.verbatim)
      #expect(expected.count == 1)
      let world = try World()
      for text in [String(head.dropLast(50)), whole, String(head.dropLast(90))] {
        try world.write("a.mbox", text)
        _ = try world.run()
        #expect(try world.everything().count == 1)
      }
      #expect(try world.everything().map(\.verbatim) == expected)
    }
  }

  /// Nobody's words are lost: a letter that is attached to fewer words than are stored may be new.
  @Test func aNewLetterUnderFewerWordsIsStored() throws {
    let world = try World()
    try world.write("a.mbox", World.multipart([World.part("Nobody rang me back. And never will.")]))
    _ = try world.run()
    try world.write("a.mbox", World.multipart([World.part("Nobody rang me back."), World.letter]))
    let report = try world.run()
    #expect(report.changes.cutVerbatimCount == 1)
    #expect(try world.words().contains { $0.contains("The pump was out of stock.") })
    #expect(try world.everything().count == 2)
  }

  @Test func anotherMessageAtTheSamePlaceReplacesNothing() throws {
    let world = try World()
    try world.write("a.mbox", World.mail(1, "Nobody rang me back."))
    _ = try world.run()
    try world.write("a.mbox", World.mail(2, "Nobody rang me back. Again."))
    #expect(try world.run().changes.newVerbatimCount == 1)
    try world.write("a.mbox", World.mail(1, "Somebody rang me back."))
    #expect(try world.run().changes.newVerbatimCount == 1)
    #expect(try world.everything().count == 3)
  }
}
