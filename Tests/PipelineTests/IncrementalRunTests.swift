import Complaints
import Foundation
import Ingest
import Pipeline
import Store
import Support
import Testing

/// What a run reads of sources that were read before.
struct IncrementalRunTests {
  private func mail(_ number: Int) -> String {
    World.mail(number, "Nobody rang me back about order \(number). Stock: none.")
  }

  private func mailbox(_ numbers: Range<Int>) -> String { numbers.map(mail).joined() }

  private func facts(_ world: World) throws -> [String] {
    try world.everything().map { "\($0.verbatim.source): \($0.verbatim.text)" }.sorted()
  }

  @Test func theSameMailUnderANewNameIsNotReadAgain() throws {
    let world = try World()
    try world.write("a.mbox", mailbox(0..<50))
    _ = try world.run()
    try world.write("b.mbox", mailbox(20..<60))
    let report = try world.run()
    #expect(report.changes.newVerbatimCount == 10)
    #expect(report.changes.knownVerbatimCount == 30)
    #expect(report.documentCount == 40)
    #expect(try world.everything().count == 60)
  }

  @Test func anotherReadingReadsKnownMailsAgain() throws {
    let world = try World()
    try world.write("a.mbox", mailbox(0..<3))
    _ = try world.run()
    let reading = try #require(try world.store.completedReading())
    try world.store.complete(nil)
    _ = try world.run()
    #expect(try world.store.completedReading() == reading)
  }

  @Test func deletedExportsDeleteNothing() throws {
    let world = try World()
    try world.write("a.mbox", mailbox(0..<5))
    try world.write("b.mbox", mailbox(5..<9))
    _ = try world.run()
    try FileManager.default.removeItem(atPath: world.input + "/a.mbox")
    _ = try world.run()
    #expect(try world.everything().count == 9)
  }

  @Test func aRewrittenFileIsReadAnew() throws {
    let world = try World()
    try world.write("a.mbox", mailbox(0..<5))
    _ = try world.run()
    try world.write("a.mbox", mailbox(3..<20))
    let report = try world.run()
    #expect(report.byteCount == mailbox(3..<20).utf8.count)
    #expect(try world.everything().count == 20)
  }

  @Test func aFileFromWhichSomethingWasTakenIsReadOnce() throws {
    let world = try World()
    try world.write("a.mbox", mailbox(0..<9))
    try world.write("t.csv", "id,text\n1,Nobody rang me back.\n2,The pump was out of stock.\n")
    try world.write("p.html", "<p>Nobody rang me back about my order.</p><p>Never again.</p>")
    _ = try world.run()
    try world.write("a.mbox", mailbox(3..<9))
    try world.write("t.csv", "id,text\n1,Nobody rang me back.\n")
    try world.write("p.html", "<p>Nobody rang me back about my order.</p>")
    #expect(try world.run().changes.newVerbatimCount == 0)
    #expect(try world.run().sources.allSatisfy(\.isUnchanged))
  }

  @Test func changesInTheMiddleAreFoundByVerifying() throws {
    let world = try World()
    try world.write("a.mbox", mailbox(0..<900))
    _ = try world.run()
    let start = mailbox(0..<450).utf8.count
    let words = try #require(mail(450).range(of: "Nobody"))
    let offset = start + mail(450).utf8.distance(from: mail(450).startIndex, to: words.lowerBound)
    try world.overwrite("a.mbox", at: offset, with: "No one")
    #expect(try world.run().sources.allSatisfy(\.isUnchanged))
    #expect(try world.run(verifies: true).changes.newVerbatimCount == 1)
    #expect(try world.run(verifies: true).sources.allSatisfy(\.isUnchanged))
  }

  /// Whatever grows, in whatever steps, in the end all is stored as if it had been read at once.
  @Test(arguments: 0..<8)
  func growingInStepsEndsLikeReadingAtOnce(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 300...1_200, using: &generator)
    let rows = (0..<count).map { "\($0),\"Nobody rang me back,\nagain: order \($0).\"\n" }
    let (name, whole) =
      seed.isMultiple(of: 2)
      ? ("a.mbox", mailbox(0..<count / 3)) : ("t.csv", "id,text\n" + rows.joined())
    let expected = try World()
    try expected.write(name, whole)
    _ = try expected.run()
    let world = try World()
    let bytes = Array(whole.utf8)
    var end = 0
    var readCount = 0
    while end < bytes.count {
      end = min(bytes.count, end + Int.random(in: 1...60_000, using: &generator))
      // Between two records, as exporters write them; where one is cut off, others tests tell.
      let mark = Array((name == "a.mbox" ? "\n\nFrom " : "\"\n").utf8)
      while end < bytes.count,
        !bytes[(end - 2)...].starts(with: mark.prefix(2)) || !bytes[(end - 2)...].starts(with: mark)
      {
        end += 1
      }
      try Data(bytes[..<end]).write(to: URL(fileURLWithPath: world.input + "/" + name))
      readCount += try world.run().byteCount
    }
    #expect(try facts(world) == facts(expected))
    #expect(readCount < bytes.count + 200 * 40)
  }

  @Test func theOrderOfFilesIsKeptWhateverTheJobs() throws {
    let worlds = [try World(), try World()]
    for world in worlds {
      for number in 0..<150 { try world.write("mail/\(number % 7)/\(number).eml", mail(number)) }
      try world.write("z.mbox", mailbox(100..<700))
    }
    var told: [[String]] = [[], []]
    for (index, jobs) in [1, 4].enumerated() {
      _ = try worlds[index].run(jobs: jobs) { event in
        if case .finished(let line) = event {
          told[index].append("\(line.name) \(line.changes.newVerbatimCount)")
        }
      }
    }
    #expect(told[0] == told[1] && told[0].count == 151)
    #expect(try worlds[0].everything() == worlds[1].everything())
  }

  @Test func aSmallerFileIsReadOnWhereARunWasToldToStop() throws {
    let world = try World()
    try world.write("a.mbox", mailbox(0..<2_100))
    _ = try world.run()
    try world.write("a.mbox", mailbox(100..<2_100))
    try world.store.complete(nil)
    var isStopped = false
    #expect(throws: NightlyRun.Stopped.self) {
      _ = try world.run(isStopped: { isStopped }) { event in
        if case .progress(_, _, _, let done, _) = event, done > 0 { isStopped = true }
      }
    }
    let report = try world.run()
    #expect((1..<mailbox(100..<2_100).utf8.count).contains(report.byteCount))
  }

  @Test func aRunThatIsToldToStopGoesOnTheNextTime() throws {
    let world = try World()
    try world.write("a.mbox", mailbox(0..<2_000))
    var stored = 0
    var isStopped = false
    #expect(throws: NightlyRun.Stopped.self) {
      _ = try world.run(isStopped: { isStopped }) { event in
        if case .progress(_, _, _, let done, _) = event, done > 0 { isStopped = true }
      }
    }
    stored = try world.everything().count
    #expect((1..<2_000).contains(stored))
    #expect(try world.run().changes.newVerbatimCount == 2_000 - stored)
    let expected = try World()
    try expected.write("a.mbox", mailbox(0..<2_000))
    _ = try expected.run()
    #expect(try facts(world) == facts(expected))
  }
}
