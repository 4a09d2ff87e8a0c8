import Backlog
import Complaints
import Foundation
import Store
import Testing
import Text

@testable import WeeklyDigest

struct ErasedQuotationTests {
  private let now = Timestamp(seconds: 1_794_884_400)  // 2026-11-17T03:00:00Z
  private let week = Week(year: 2026, number: 46)

  @Test func frozenWeeksForgetWhatWasErased() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.refresh()
    let frozen = try world.desk.digest(of: week, at: now)
    let quoted = try #require(frozen.newest.first)
    #expect(!quoted.words.isEmpty)
    let rows = try world.store.rowIDs(named: quoted.verbatim)
    #expect(try world.store.blankQuotations() == 0)
    #expect(try world.store.erase(rows, at: now).verbatimCount == 1)
    #expect(try world.store.blankQuotations() == 1)
    #expect(try world.store.blankQuotations() == 0)
    let facts = try world.desk.digest(of: week, at: now)
    #expect(
      facts.newest.map(\.words.isEmpty) == [true] + facts.newest.dropFirst().map { _ in false })
    var same = facts
    same.newest[0].words = quoted.words
    #expect(same == frozen)
    for letter in [try world.desk.text(facts), try world.desk.html(facts)] {
      #expect(letter.contains("[erased]"))
    }
  }

  @Test func frozenWeeksForgetAnAddressInTheNameOfASource() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.refresh()
    let sunday = week.start.number + 6
    try world.volumes(
      "mail/Zora@example.net", (0..<70).map { (sunday - 80 + $0, $0 % 7 < 5 ? 20 : 4) })
    let frozen = try world.desk.digest(of: week, at: now)
    #expect(frozen.sources?.map(\.source) == ["mail/Zora@example.net"])
    let others = AddressPattern("ra@example.net")
    #expect(try world.store.blacken(others) == ErasureCounts())
    let address = AddressPattern("zora@example.net")
    let counts = try world.store.places(of: address)
    #expect(counts.weekCount == 1 && counts.pathCount == 1 && counts.itemEventCount == 0)
    #expect(try world.store.blacken(address) == counts)
    #expect(try world.store.places(of: address) == ErasureCounts())
    var facts = try world.desk.digest(of: week, at: now)
    #expect(facts.sources?.map(\.source) == ["mail/[erased]"])
    facts.sources = frozen.sources
    #expect(facts == frozen)
  }

  @Test func aSourceThatFellSilentIsTold() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.refresh()
    let sunday = week.start.number + 6
    try world.volumes("care", (0..<70).map { (sunday - 80 + $0, $0 % 7 < 5 ? 20 : 4) })
    let facts = try world.desk.digest(of: week, at: now)
    #expect(facts.sources?.map(\.source) == ["care"])
    let text = try world.desk.text(facts).replacing("\n  ", with: " ")
    #expect(text.contains("- care. Nothing new for 11 days"))
    #expect(try !world.desk.digest(of: Week(year: 2026, number: 44), at: now).hasSources)
  }
}

extension DigestFacts {
  fileprivate var hasSources: Bool { sources != nil }
}
