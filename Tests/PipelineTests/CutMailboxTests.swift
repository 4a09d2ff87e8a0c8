import Complaints
import Foundation
import Ingest
import Pipeline
import Store
import Support
import Testing

/// Mailboxes that are cut off in the middle, and come back, or do not.
struct CutMailboxTests {
  private static let isFull = ProcessInfo.processInfo.environment["FORESTALL_FULL"] == "1"

  /// What is stored, by place and name; blank lines at the end of a mail are no part of its name.
  private func texts(_ world: World) throws -> [String] {
    try world.everything().map { stored in
      let verbatim = stored.verbatim
      let text = verbatim.text.trimmingCharacters(in: .newlines)
      return "\(verbatim.source) \(verbatim.id): \(text)"
    }
    .sorted()
  }

  private func write(_ bytes: ArraySlice<UInt8>, in world: World) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: world.input + "/a.mbox"))
  }

  @Test func aKnownMessageThatIsCutOffIsLeftOutAndTold() throws {
    let world = try World()
    let whole = World.mailbox(0..<2)
    try world.write("a.mbox", whole)
    _ = try world.run()
    let before = try texts(world)
    try world.write("a.mbox", String(whole.dropLast(30)))
    let report = try world.run()
    #expect(report.changes.cutVerbatimCount == 1)
    #expect(report.changes.newVerbatimCount == 0 && report.changes.changedVerbatimCount == 0)
    let ledger = try #require(report.sources.first).ledger
    #expect(ledger.byteCount == whole.utf8.count - 30)
    #expect(try texts(world) == before)
    #expect(
      report.json(RunFacts(startedAt: Timestamp(seconds: 0), seconds: 0, peakByteCount: 0))
        .contains(#""cutOff":1"#))
  }

  /// Nobody's words are lost: what is not the beginning of what is stored is another message.
  @Test func otherWordsAtTheEndAreStored() throws {
    let world = try World()
    try world.write("a.mbox", World.mail(1, "Nobody rang me back. Again."))
    _ = try world.run()
    try world.write("a.mbox", World.mail(1, "Nobody rang me up."))
    #expect(try world.run().changes.newVerbatimCount == 1)
    try world.write("a.mbox", World.mail(2, "Nobody rang me back."))
    #expect(try world.run().changes.newVerbatimCount == 1)
    // Words that only begin like the header of a part.
    for words in ["Content now, thanks.", "Con men, all!"] {
      try world.write("a.mbox", World.mail(1, words))
      #expect(try world.run().changes.newVerbatimCount == 1, "\(words)")
    }
    // A shorter version that is not at the end was not cut off.
    try world.write("a.mbox", World.mail(1, "Nobody rang me back.") + World.mail(3, "Hello."))
    #expect(try world.run().changes.newVerbatimCount == 2)
  }

  @Test func nothingOfAMessageThatBreaksOffInItsHeaderIsStored() throws {
    let whole = World.mail(1, "All is well.") + World.mail(2, "Nobody rang me back.")
    let bytes = Array(whole.utf8)
    let start = World.mail(1, "All is well.").utf8.count
    let header = "From a2@example.net Mon Nov 16 08:00:00 2026\n".utf8.count
    let body = "Nobody rang me back.\n\n".utf8.count
    for end in stride(from: start + header, to: bytes.count - body, by: 3) {
      let world = try World()
      try write(bytes[..<end], in: world)
      let report = try world.run()
      #expect(report.rejections.isEmpty, "\(end - start)")
      #expect(try world.everything().count == 1, "\(end - start)")
      try write(bytes[...], in: world)
      #expect(try world.run().waiting.isEmpty)
      #expect(try world.everything().count == 2, "\(end - start)")
    }
  }

  /// Whatever the places of the cuts and the order of the runs, in the end all is stored once, as by
  /// one run over the whole.
  @Test(arguments: 0..<(isFull ? 200 : 60))
  func noCutAndNoOrderOfRunsStoresAnythingTwice(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let mailbox = RandomMailbox(&random)
    let bytes = mailbox.bytes
    let undisturbed = try World()
    try write(bytes[...], in: undisturbed)
    _ = try undisturbed.run()
    let expected = try undisturbed.words()
    let world = try World()
    var ends = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      Bool.random(using: &random)
        ? Int.random(in: 1..<bytes.count, using: &random) : mailbox.place(&random)
    }
    ends.insert(bytes.count, at: Int.random(in: 0...ends.count, using: &random))
    for end in ends {
      try write(bytes[..<end], in: world)
      let report = try world.run()
      let ledger = try #require(report.sources.first).ledger
      #expect(report.sources[0].isUnchanged || ledger.position == end)
    }
    let found = try world.words()
    let difference = Set(found).symmetricDifference(expected).sorted()
    #expect(difference.isEmpty, "cut at \(ends) of \(bytes.count)")
    #expect(found.count == expected.count)
    // The same bytes have the same name, wherever the mailbox was cut off before.
    let names = try undisturbed.everything().reduce(into: [:]) { names, stored in
      names["\(stored.verbatim.source) \(stored.verbatim.text)"] = stored.verbatim.id
    }
    for verbatim in try world.everything().map(\.verbatim) {
      let name = names["\(verbatim.source) \(verbatim.text)"]
      #expect(name == nil || name == verbatim.id, "cut at \(ends) of \(bytes.count)")
    }
  }
}
