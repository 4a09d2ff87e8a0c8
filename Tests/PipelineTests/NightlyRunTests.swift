import Backlog
import Cases
import Classify
import Complaints
import Foundation
import Ingest
import Pipeline
import Store
import Support
import Testing
import Text

struct NightlyRunTests {
  /// The shipped rules give failures from 0.65, and some are near that.
  @Test func aRunTellsFromWhichScoresItsRulesGiveFailures() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<3))
    _ = try world.run()
    let thresholds = try world.store.failureThresholds()
    for type in try #require(World.rules).taxonomy.failures {
      #expect(thresholds.distance(of: 6_500, type.id) == 1, "\(type.id)")
      #expect(thresholds.distance(of: 7_000, type.id) == 500)
    }
  }

  @Test func aRunStoresVerbatimsAndVerdicts() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<3))
    try world.write(
      "letter.txt", "12 October 2026\n\nDear all,\n\nThe pump was faulty.\n\nYours,\nJo")
    let report = try world.run()
    #expect(report.documentCount == 4)
    #expect(report.changes.newVerbatimCount == 4)
    #expect(report.rejections.isEmpty)
    let stored = try world.everything()
    #expect(stored.allSatisfy { $0.verdict?.isComplaint == true })
    #expect(stored.contains { $0.verbatim.person?.hasPrefix("hmac:") == true })
    #expect(
      stored.filter { $0.verbatim.part == .mail }
        .allSatisfy { $0.verdict?.failures.contains { $0.type == "stock" } == true })
  }

  @Test func aRunCountsTheCases() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<3) + World.mail(1, "And my wheel is faulty."))
    var isTold = false
    let report = try world.run { if case .counting = $0 { isTold = true } }
    #expect(isTold)
    #expect(report.cases?.caseCount == 3)
    #expect(report.cases?.contactCount == 4)
    #expect(try world.run().cases == nil)
    try world.write("b.mbox", World.mail(1, "Still nobody has rung me back."))
    #expect(try world.run().cases?.contactCount == 5)
  }

  @Test func aRunOnMondayCountsTheWeekThatIsOver() throws {
    let world = try World()
    let days = LocalDays(timeZone: "UTC")
    let last = Day(number: Timestamp(seconds: World.now).seconds / 86_400).week
    let monday = days.end(of: last)
    func mails(_ numbers: Range<Int>, weeksBefore count: Int) -> String {
      let day = Day(number: last.start.number + 2 - 7 * count).components
      let names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
      let months = names.split(separator: " ")
      let month = months[day.month - 1]
      return World.mailbox(numbers)
        .replacingOccurrences(of: "16 Nov 2026", with: "\(day.day) \(month) \(day.year)")
        .replacingOccurrences(
          of: "Nov 16 08:00:00 2026", with: "\(month) \(day.day) 08:00:00 \(day.year)")
    }
    try world.write("a.mbox", (1...20).map { mails($0..<$0 + 1, weeksBefore: $0) }.joined())
    #expect(try world.run(now: monday.seconds - 7 * 86_400).newSignals.isEmpty)
    try world.write("b.mbox", mails(30..<60, weeksBefore: 0))
    #expect(try world.run(now: monday.seconds).newSignals.contains { $0.week == last })
  }

  @Test func ordinalsCountFromOne() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<3))
    _ = try world.run()
    let places = try world.everything().map(\.verbatim.source.description).sorted()
    #expect(places == ["in/a.mbox#1", "in/a.mbox#2", "in/a.mbox#3"])
  }

  @Test func aSecondRunAddsNothing() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<5))
    _ = try world.run()
    let before = try world.everything()
    let report = try world.run()
    #expect(!report.sources.contains { !$0.isUnchanged })
    #expect(try world.everything() == before)
  }

  @Test func aGrownMailboxAddsOnlyWhatIsNew() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<5))
    _ = try world.run()
    try world.write("a.mbox", World.mailbox(0..<7))
    let report = try world.run()
    #expect(report.changes.newVerbatimCount == 2)
    // The last message that was read might have been cut off; the blank line before it is its own.
    #expect(report.changes.knownVerbatimCount == 1)
    #expect(report.byteCount == World.mailbox(4..<7).utf8.count + 1)
  }

  @Test func theSameMailInTwoExportsIsStoredOnce() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<5))
    try world.write("b.mbox", World.mailbox(3..<6))
    let report = try world.run()
    #expect(report.changes.newVerbatimCount == 6)
  }

  @Test(arguments: [1, 2, 5])
  func jobsDoNotChangeWhatIsStored(jobs: Int) throws {
    let worlds = [try World(), try World()]
    for world in worlds { try world.write("a.mbox", World.mailbox(0..<300)) }
    _ = try worlds[0].run(jobs: 1)
    _ = try worlds[1].run(jobs: jobs)
    #expect(try worlds[0].everything() == worlds[1].everything())
  }

  @Test func changedRulesJudgeWhatIsStoredAnew() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<4))
    _ = try world.run()
    let other = RuleSet.load(
      folder: Folders.rules.path, organisation: Organisation(names: ["Acme"])
    ).ruleSet
    let report = try world.run(other)
    #expect(report.rejudgedCount == 4)
    let stored = try world.everything()
    #expect(stored.allSatisfy { $0.verdict?.ruleSet == other?.fingerprint })
  }

  @Test func aSourceTruncatedWhileItIsReadKeepsWhatWasRead() throws {
    let world = try World()
    let whole = World.mailbox(0..<6_000)
    try world.write("a.mbox", whole)
    let cut = whole.utf8.count / 2
    var rejected: [String] = []
    var isCut = false
    let report = try world.run { event in
      switch event {
      case .progress(_, _, _, let done, _) where done > 0 && !isCut:
        isCut = true
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: world.input + "/a.mbox"))
        try file.truncate(atOffset: UInt64(cut))
        try file.close()
      case .rejected(_, let rejection, let isNew):
        #expect(isNew)
        rejected.append(rejection.reason.rawValue)
      default: break
      }
    }
    #expect(rejected == ["truncated"])
    #expect(report.rejections == [.truncated: 1])
    let line = try #require(report.sources.first)
    #expect(line.ledger.byteCount == whole.utf8.count)
    #expect((256..<6_000).contains(line.changes.newVerbatimCount))
  }

  @Test func whatCannotBeReadIsKeptAndTheRestIsRead() throws {
    let world = try World()
    var generator = SeededGenerator(seed: 1)
    let noise = Data((0..<5_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
    try noise.write(to: URL(fileURLWithPath: world.input + "/noise.bin"))
    try world.write("a.mbox", World.mailbox(0..<2))
    var told: [Bool] = []
    let count = { (event: NightlyRun.Event) in
      if case .rejected(_, _, let isNew) = event { told.append(isNew) }
    }
    let report = try world.run(tell: count)
    #expect(report.rejections == [.unrecognised: 1])
    #expect(report.changes.newVerbatimCount == 2)
    #expect(told == [true])
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: world.folder + "/state/quarantine")
    let path = try #require(kept.first)
    #expect(
      FileManager.default.contents(atPath: world.folder + "/state/quarantine/" + path) == noise)
  }

  @Test func aMissingSourceIsToldOnce() throws {
    let world = try World()
    try FileManager.default.removeItem(atPath: world.input)
    var told: [Bool] = []
    for _ in 0..<2 {
      _ = try world.run { event in
        if case .rejected(_, _, let isNew) = event { told.append(isNew) }
      }
    }
    #expect(told == [true, false])
  }

  @Test func anInterruptedFileIsReadOnFromWhereItStopped() throws {
    let undisturbed = try World()
    try undisturbed.write("a.mbox", World.mailbox(0..<600))
    var firstBatchEnd = 0
    _ = try undisturbed.run { event in
      if case .progress(_, _, _, let done, _) = event, firstBatchEnd == 0 { firstBatchEnd = done }
    }
    let whole = try #require(
      try undisturbed.store.progress(ofPath: try undisturbed.onlyEntry().path))
    #expect((1..<whole.facts.byteCount).contains(firstBatchEnd))

    // A store that knows the file as read up to there, but holds nothing of it.
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<600))
    let entry = try world.onlyEntry()
    let before = try String(
      decoding: entry.open().bytes(at: 0, count: firstBatchEnd), as: UTF8.self)
    let readCount = before.components(separatedBy: "Message-ID:").count - 1
    var batch = StoreBatch()
    batch.progress = whole
    batch.progress?.path = entry.path
    batch.progress?.facts = try entry.open().facts
    batch.progress?.position = firstBatchEnd
    batch.progress?.ordinal = readCount
    _ = try world.store.insert(batch, generation: 0)
    let report = try world.run()
    #expect((1..<600).contains(readCount))
    #expect(report.changes.newVerbatimCount == 600 - readCount)
    let rest = try undisturbed.everything().filter {
      ($0.verbatim.source.ordinal ?? 0) > readCount
    }
    #expect(try world.everything().map(\.verbatim) == rest.map(\.verbatim))
  }
}
