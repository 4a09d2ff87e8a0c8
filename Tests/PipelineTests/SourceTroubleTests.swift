import Complaints
import Foundation
import Ingest
import Lines
import Pipeline
import Store
import Testing

#if canImport(Glibc)
  import Glibc
#endif

struct SourceTroubleTests {
  @Test func filesOfTheSameNameInTwoSourcesStayApart() {
    let sources = ["/a/x/inbox.mbox", "/a/y/inbox.mbox", "/b/mail"].map {
      Settings.Source(path: $0)
    }
    let names = SourceWalk.entries(of: sources).map(\.name)
    #expect(names == ["x/inbox.mbox", "y/inbox.mbox", "mail"])
  }

  @Test func linksBackIntoAFolderAreToldAndEnd() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<1))
    for name in ["self", "self2"] {
      try FileManager.default.createSymbolicLink(
        atPath: world.input + "/" + name, withDestinationPath: ".")
    }
    let entries = SourceWalk.entries(of: [Settings.Source(path: world.input)])
    #expect(entries.count { $0.rejection == nil } == 1)
    #expect(entries.count { $0.rejection?.detail.contains("link back") == true } == 2)
  }

  @Test func mailFoldersOfAMaildirAreReadAndHiddenFilesAreTold() throws {
    let world = try World()
    for name in ["m/cur/1", "m/new/2", "m/.Complaints/cur/3", "m/.Complaints/new/4", "m/.lock"] {
      try world.write(name, World.mail(1, "Still waiting."))
    }
    let entries = SourceWalk.entries(of: [Settings.Source(path: world.input + "/m")])
    #expect(
      entries.filter { $0.leftOut == nil }.map(\.name) == [
        "m/.Complaints/cur/3", "m/.Complaints/new/4", "m/cur/1", "m/new/2",
      ])
    #expect(entries.compactMap(\.leftOut) == ["hidden"])
  }

  /// Apple Mail's mailboxes are folders: of one mailbox file, or of message files.
  @Test func mailboxFoldersOfAppleMailAreRead() throws {
    let world = try World()
    try world.write("INBOX.mbox/mbox", World.mailbox(0..<2))
    let mail = World.mail(7, "Still no pump.").split(separator: "\n", maxSplits: 1)[1]
    try world.write(
      "Old.mbox/Messages/7.emlx", "\(mail.utf8.count)\n\(mail)<?xml version=\"1.0\"?><plist/>")
    let report = try world.run()
    #expect(report.rejections.isEmpty)
    #expect(report.changes.newVerbatimCount == 3)
    let places = try world.everything().map(\.verbatim.source.description)
    #expect(places.contains("in/Old.mbox/Messages/7.emlx"))
  }

  @Test func theStateFolderInsideASourceIsLeftOut() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<1))
    let entries = SourceWalk.entries(
      of: [Settings.Source(path: world.folder)], excluding: world.store.folder)
    #expect(entries.compactMap(\.leftOut) == ["the state folder"])
    #expect(entries.count { $0.leftOut == nil } == 1)
  }

  @Test func correctedColumnsAreReadAnew() throws {
    let world = try World()
    try world.write("t.csv", "id,beschwerde\n1,The pump was out of stock.\n")
    #expect(try world.run().rejections[.notTable] == 1)
    var columns = ColumnMap()
    columns.text = "beschwerde"
    let report = try world.run(columns: columns)
    #expect(report.changes.newVerbatimCount == 1)
  }

  @Test func aNulInARowLosesNoWords() throws {
    let world = try World()
    try world.write(
      "t.jsonl", #"{"id":"1\u0000","text":"Hi.\u0000 The pump was out of stock."}"# + "\n")
    _ = try world.run()
    let stored = try #require(try world.everything().first)
    #expect(stored.verbatim.text == "Hi.\0 The pump was out of stock.")
    #expect(stored.verdict?.failures.map(\.type) == ["stock"])
  }

  @Test func absurdTimesAreSurvived() throws {
    let world = try World()
    try world.write(
      "call.json",
      #"{"Participants":[{"ParticipantId":"a","ParticipantRole":"CUSTOMER"}],"Transcript":["#
        + #"{"Id":"1","ParticipantId":"a","Content":"It was out of stock.","BeginOffsetMillis":1e300,"#
        + #""EndOffsetMillis":1e308}]}"#)
    #expect(try world.run().changes.newVerbatimCount == 1)
    #expect(try world.everything().count == 1)
  }

  @Test func changedWordsDropVerdictsOnTheOldOnes() throws {
    let world = try World()
    try world.write(
      "page.txt", "Pump\n\nThe pump was out of stock.\n\n1 comment\n\nLeave a Reply\n")
    _ = try world.run()
    try world.write("page.txt", "Pump\n\nAll is well.\n\n1 comment\n\nLeave a Reply\n")
    _ = try world.run()
    let stored = try world.everything()
    #expect(stored.allSatisfy { $0.verdict?.failures.isEmpty == true })
  }

  @Test func onlyOneRunWorksOnAStateFolder() throws {
    let world = try World()
    let lock = try StateLock(stateFolder: world.store.folder)
    let error = #expect(throws: StateLock.Failure.self) {
      _ = try StateLock(stateFolder: world.store.folder)
    }
    let told = try #require(error).description
    #expect(
      told.hasPrefix("another run is at work on this state folder (process \(getpid()), since 2"))
    withExtendedLifetime(lock) {}
  }

  @Test func whatADeadProcessWroteIsNoLock() throws {
    let world = try World()
    try Data("1\n".utf8).write(to: URL(fileURLWithPath: world.store.folder + "/lock"))
    let lock = try StateLock(stateFolder: world.store.folder)
    withExtendedLifetime(lock) {}
  }
}

struct LineLoaderTests {
  private func lines(_ world: World) throws -> (verbatims: [[UInt8]], verdicts: [[UInt8]]) {
    try world.write("a.mbox", World.mailbox(0..<3))
    _ = try world.run()
    var writer = LineWriter()
    let stored = try world.everything()
    return (
      stored.map { writer.line($0.verbatim) }, stored.compactMap(\.verdict).map { writer.line($0) }
    )
  }

  @Test func verdictsFindVerbatimsThatAreStored() throws {
    let (verbatims, verdicts) = try lines(try World())
    let target = try World()
    var loader = LineLoader(
      store: target.store, days: LocalDays(timeZone: "UTC"), now: Timestamp(seconds: 0)
    ) { _, _, _ in }
    for line in verbatims + verdicts { try loader.load(line, place: "x") }
    #expect(try loader.finish() == 0)
    #expect(try target.everything().count { $0.verdict?.isComplaint == true } == 3)
  }

  @Test func aVerdictWithoutItsVerbatimIsRefused() throws {
    let (_, verdicts) = try lines(try World())
    let target = try World()
    var refused: [LineError] = []
    var loader = LineLoader(
      store: target.store, days: LocalDays(timeZone: "UTC"), now: Timestamp(seconds: 0)
    ) { _, error, _ in
      refused.append(error)
    }
    try loader.load(verdicts[0], place: "x")
    _ = try loader.finish()
    #expect(refused == [.orphan])
    #expect(loader.newRejectionCount == 1)
  }
}
