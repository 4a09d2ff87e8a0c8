import Complaints
import Foundation
import Ingest
import Pipeline
import Store
import Support
import Testing
import Text

struct FooterTests {
  private static let footer = """
    Swift Parcels - to your door by noon.
    Ask for our winter rates: www.swiftparcels.example
    """
  /// Forty-eight mails of a year: six persons each, of a company and of a provider.
  private func mailbox(
    _ domain: String, footer: String, words: (Int) -> String = { "The gate of bay \($0) was shut." }
  ) -> String {
    (0..<48).map { number in
      let day = String(number % 28 + 1), month = 1 + number / 4
      return """
        From jo\(number % 6)@\(domain) Mon Jan  5 08:00:00 2026
        From: Jo <jo\(number % 6)@\(domain)>
        To: care@example.com
        Subject: Bay \(number)
        Date: \(day) \(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]) 2025 08:00:00 +0000
        Message-ID: <\(number)@\(domain)>

        \(words(number))

        Regards,
        Jo

        \(footer)


        """
    }.joined()
  }

  private func bodies(_ world: World) throws -> Set<String> {
    Set(
      try world.everything().flatMap { stored in
        let bytes = Array(stored.verbatim.text.utf8)
        return stored.verbatim.passages.filter { $0.kind == .body }
          .map { String(decoding: bytes[$0.range], as: UTF8.self) }
      })
  }

  private func path(_ world: World) -> String { world.folder + "/state/footers.jsonl" }

  @Test func aFooterIsFurnitureFromTheNextRunOn() throws {
    let world = try World()
    try world.write("a.mbox", mailbox("swiftparcels.example", footer: Self.footer))
    let first = try world.run()
    #expect(first.footers.count == 1)
    #expect(first.footers.newCount == 1)
    #expect(try bodies(world).contains(Self.footer))
    let footers = try FooterFile(path: path(world)).read()
    #expect(footers.map(\.domain) == ["swiftparcels.example"])
    #expect(footers.map(\.mailCount) == [48])
    #expect(footers.map(\.personCount) == [6])
    let mode = try FileManager.default.attributesOfItem(atPath: path(world))[.posixPermissions]
    #expect(mode as? Int == 0o600)

    let second = try world.run()
    #expect(second.changes.changedVerbatimCount == 48)
    #expect(second.footers.newCount == 0)
    #expect(try !bodies(world).contains(Self.footer))
    #expect(try bodies(world).count == 48)
    #expect(try FooterFile(path: path(world)).read() == footers)
    #expect(try world.run().sources.allSatisfy(\.isUnchanged))
  }

  @Test func aFooterIsForgottenWithTheMailsThatTaughtIt() throws {
    let world = try World()
    try world.write("a.mbox", mailbox("swiftparcels.example", footer: Self.footer))
    _ = try world.run()
    #expect(try world.run().footers.count == 1)
    let ids = Set(try world.everything().map(\.verbatim.id))
    let plan = try world.eraser.plan(.verbatims(ids, asked: ids.map(\.description)))
    _ = try world.eraser.apply(plan, by: "dana")
    #expect(try world.run().footers.count == 0)
    #expect(try FooterFile(path: path(world)).read().isEmpty)
  }

  @Test func whatTheRulesFindSomethingInStaysTheCustomers() throws {
    let world = try World()
    let words = "The delivery was incomplete and nobody called back about the missing parts."
    try world.write("a.mbox", mailbox("hotel.example", footer: words))
    _ = try world.run()
    #expect(try world.run().footers.count == 0)
    #expect(try bodies(world).contains(words))
  }

  @Test(arguments: ["gmail.com", "yahoo.co.uk"])
  func aCampaignIsNotSwallowed(provider: String) throws {
    let world = try World()
    try world.write(
      "a.mbox", mailbox(provider, footer: "Bring the number nine bus back to Harwick!"))
    #expect(try world.run().footers.count == 0)
  }

  @Test func aLetterThatIsPassedRoundIsNotSwallowed() throws {
    let world = try World()
    let letter = "Bring the number nine bus back to the hill of Harwick!"
    try world.write("a.mbox", mailbox("council.example", footer: letter) { _ in "Dear Sirs," })
    #expect(try world.run().footers.count == 0)
  }

  @Test func jobsAndFiltersDoNotChangeWhatIsLearnedAndLabelled() throws {
    let worlds = [try World(), try World()]
    for (world, jobs) in zip(worlds, [1, 3]) {
      try world.write("a.mbox", mailbox("swiftparcels.example", footer: Self.footer))
      try world.write("b.mbox", World.mailbox(0..<30))
      _ = try world.run(jobs: jobs)
      _ = try world.run(jobs: jobs)
    }
    let files = try worlds.map { try Data(contentsOf: URL(fileURLWithPath: path($0))) }
    #expect(files[0] == files[1])
    #expect(try worlds[0].everything() == worlds[1].everything())

    let stages = Worker.Stages(
      organisation: Organisation(), pseudonyms: nil, ruleSet: nil,
      footers: try FooterFile(path: path(worlds[0])).read())
    var extracted: [Fingerprint: [Passage]] = [:]
    for name in ["a.mbox", "b.mbox"] {
      _ = try SourceReader(Workforce(stages, jobs: 2)).read(
        try ByteFile(path: worlds[0].input + "/" + name), name: name, columns: ColumnMap()
      ) { batch in
        for verbatim in batch.outcomes.flatMap(\.verbatims) {
          extracted[verbatim.id] = verbatim.passages
        }
      }
    }
    let stored = try worlds[0].everything().map { ($0.verbatim.id, $0.verbatim.passages) }
    #expect(extracted == Dictionary(uniqueKeysWithValues: stored))
  }

  @Test func aFileOfFootersReadsBackAsItWasWritten() throws {
    let world = try World()
    let file = FooterFile(stateFolder: world.store.folder)
    #expect(try file.readIfPresent().isEmpty)
    #expect(throws: FooterFile.Failure.self) { try file.read() }
    let footers = [
      Footer(domain: nil, fingerprint: Fingerprint(high: 3, low: 4), mailCount: 8, personCount: 1),
      Footer(
        domain: "a.example", fingerprint: Fingerprint(high: 1, low: 2), mailCount: 70,
        personCount: 6),
    ]
    try file.write(footers.reversed())
    #expect(try file.read() == footers)
    let text = try String(contentsOfFile: path(world), encoding: .utf8)
    #expect(
      text.hasPrefix(
        """
        {"schema":1,"line":"footer","domain":null,\
        "fingerprint":"00000000000000030000000000000004","mails":8,"persons":1}

        """))
  }

  @Test(arguments: ["x", "{}", #"{"schema":2,"line":"footer"}"#, "[1]"])
  func aDamagedFileStopsTheRunBeforeItReads(line: String) throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<2))
    try Data(("\n" + line + "\n").utf8).write(to: URL(fileURLWithPath: path(world)))
    #expect(throws: FooterFile.Failure.malformed(path: path(world), line: 2)) {
      _ = try world.run()
    }
    #expect(try world.everything().isEmpty)
  }
}
