import Complaints
import Support
import Testing

@testable import Cases

struct FooterTallyTests {
  /// Mails of a domain that all end with the same block; each limit can be missed by one.
  private struct World {
    var personCount = 4
    var threadCount = 8
    var aboveCount = 8
    var days = 28.0
    /// Mails without the block, in the same weeks.
    var otherCount = 8
    var isDated = true

    var mails: [FooterTally.Mail] {
      var mails: [FooterTally.Mail] = []
      for number in 0..<8 {
        let share = Double(number) / 7
        mails.append(
          mail(
            number, thread: number % threadCount, days * share,
            [FooterTallyTests.block(1), FooterTallyTests.block(10 + number % aboveCount)]))
      }
      for number in 0..<otherCount {
        mails.append(
          mail(8 + number, thread: 100 + number, 1, [FooterTallyTests.block(50 + number)]))
      }
      return mails
    }

    private func mail(
      _ number: Int, thread: Int, _ day: Double, _ blocks: [MailEnding.Block]
    ) -> FooterTally.Mail {
      FooterTally.Mail(
        row: Int64(number), person: "hmac:\(number % personCount)", thread: Int64(thread),
        received: isDated ? Int(day * 86_400) : nil, blocks: blocks)
    }
  }

  private static func block(_ name: Int) -> MailEnding.Block {
    MailEnding.Block(paragraph: 0..<1, fingerprint: Fingerprint(high: 0, low: UInt64(name)))
  }

  private static let all = World()

  @Test func whatManyMailsEndWithIsAFooter() {
    #expect(
      FooterTally(Self.all.mails, isOwn: false).candidates() == [
        FooterTally.Candidate(
          fingerprint: Fingerprint(high: 0, low: 1), mailCount: 8, personCount: 4, depth: 1,
          samples: Array(0..<8))
      ])
  }

  @Test(arguments: [
    World(personCount: 3), World(personCount: 8), World(threadCount: 7), World(threadCount: 4),
    World(aboveCount: 7), World(aboveCount: 1), World(days: 27.9), World(otherCount: 9),
    World(isDated: false),
  ])
  private func whatMissesOneLimitIsNone(world: World) {
    #expect(FooterTally(world.mails, isOwn: false).candidates().isEmpty)
  }

  @Test func theOrganisationsPeopleMayShareOneAddress() {
    let world = World(personCount: 1)
    #expect(FooterTally(world.mails, isOwn: true).candidates().count == 1)
    let brief = World(personCount: 1, days: 5)
    #expect(FooterTally(brief.mails, isOwn: true).candidates().isEmpty)
  }

  @Test func whatStandsAboveIsNoFooter() {
    var mails = Self.all.mails
    for index in 0..<8 {
      let old = mails[index]
      mails[index] = FooterTally.Mail(
        row: old.row, person: old.person, thread: old.thread, received: old.received,
        blocks: [Self.block(1)])
    }
    #expect(FooterTally(mails, isOwn: false).candidates().isEmpty)
  }

  @Test func aFooterOfSeveralParagraphsHasEachOfItsEnds() {
    var mails = Self.all.mails
    for index in 0..<8 {
      let old = mails[index]
      mails[index] = FooterTally.Mail(
        row: old.row, person: old.person, thread: old.thread, received: old.received,
        blocks: [Self.block(1), Self.block(2)] + old.blocks.suffix(1))
    }
    // What stands above the lower part alone is always the upper one.
    #expect(FooterTally(mails, isOwn: false).candidates().map(\.depth) == [2])
  }

  @Test func theOrderOfTheMailsDoesNotMatter() {
    var generator = SeededGenerator(seed: 5)
    let mails = Self.all.mails
    for _ in 0..<20 {
      let found = FooterTally(mails.shuffled(using: &generator), isOwn: false).candidates()
      #expect(found.map(\.fingerprint) == [Fingerprint(high: 0, low: 1)])
      #expect(found.map(\.mailCount) == [8])
    }
  }
}
