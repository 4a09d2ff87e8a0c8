import Backlog
import Complaints
import Foundation
import Store
import Testing

@testable import WeeklyDigest

struct DigestDeskTests {
  private let now = Timestamp(seconds: 1_794_884_400)  // 2026-11-17T03:00:00Z
  private let week = Week(year: 2026, number: 46)

  @Test func theSameWeekGivesTheSameBytesForEver() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.refresh()
    let first = try world.desk.digest(of: week, at: now)
    let letters = try [world.desk.html(first), world.desk.text(first), world.desk.markdown(first)]
    try world.add("Another complaint that came late.", at: "2026-11-12T12:00:00Z")
    try world.refresh()
    let later = Timestamp(seconds: now.seconds + 86_400 * 30)
    let second = try world.desk.digest(of: week, at: later)
    #expect(second == first)
    #expect(
      try [world.desk.html(second), world.desk.text(second), world.desk.markdown(second)]
        == letters)
    #expect(try world.desk.archive(until: later).map(\.revision) == [1])
  }

  @Test func twoStoresOfTheSameComplaintsGiveTheSameBytes() throws {
    let facts = try (0..<2).map { _ in
      let world = try DigestWorld()
      try world.fill()
      try world.refresh()
      return try DigestDesk.bytes(world.desk.digest(of: week, at: now))
    }
    #expect(facts[0] == facts[1])
  }

  @Test func factsHoldNoWordOfAnyComplaint() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.add("Planted thanks, you were wonderful.", at: "2026-11-12T12:00:00Z", praise: true)
    try world.refresh()
    let facts = try world.desk.digest(of: week, at: now)
    #expect(facts.newest.count == 5)
    #expect(facts.thanks.count == 1)
    let json = try world.desk.json(facts)
    for word in ["Planted", "brake", "cable", "wonderful", "tickets.csv", "hmac"] {
      #expect(!json.contains(word), "\(word)")
    }
    let text = try world.desk.text(facts)
    #expect(text.contains("no brake cable"))
    #expect(text.contains("you were wonderful"))
  }

  @Test func theNewestAreChosenByTheClock() throws {
    let world = try DigestWorld()
    try world.fill(last: 3)
    let newest = try world.add("Late on Sunday.", at: "2026-11-15T23:59:59Z")
    try world.add("Early on Monday.", at: "2026-11-16T00:00:00Z")
    try world.refresh()
    let facts = try world.desk.digest(of: week, at: now)
    #expect(facts.newest.first?.verbatim == newest.description)
    #expect(facts.newest.map(\.day) == facts.newest.map(\.day).sorted(by: >))
    #expect(facts.method.cases == 4)
  }

  @Test func whoIsErasedIsNotQuoted() throws {
    let world = try DigestWorld()
    try world.fill(last: 2)
    let id = try world.add("Quite unmistakable words.", at: "2026-11-15T20:00:00Z")
    try world.refresh()
    let facts = try world.desk.digest(of: week, at: now)
    #expect(try world.desk.html(facts).contains("Quite unmistakable words."))
    try world.erase(id)
    for letter in try [
      world.desk.html(facts), world.desk.text(facts), world.desk.markdown(facts),
    ] {
      #expect(!letter.contains("unmistakable"))
      #expect(letter.contains("erased"))
    }
    #expect(try world.desk.digest(of: week, at: now) == facts)
  }

  @Test func callsAreDrawnByTheWeek() throws {
    let world = try DigestWorld()
    try world.fill(last: 12)
    try world.refresh()
    let facts = try world.desk.digest(of: week, at: now)
    #expect(facts.calls.map(\.isNewest) == [true, true, false, false])
    #expect(Set(facts.calls.map(\.caseID)).count == 4)
    #expect(facts.method.callable == 12)
    let again = try world.desk.digest(of: week, at: now, recompute: true)
    #expect(again.calls == facts.calls)
    #expect(again.revision == 1)
  }

  @Test func aRecomputationSaysWhatChanged() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.refresh()
    let first = try world.desk.digest(of: week, at: now)
    #expect(try world.desk.digest(of: week, at: now, recompute: true) == first)
    try world.add("One more that came late.", at: "2026-11-12T12:00:00Z")
    try world.refresh()
    #expect(try world.desk.digest(of: week, at: now) == first)
    let second = try world.desk.digest(of: week, at: now, recompute: true)
    #expect(second.revision == 2)
    let correction = second.corrections.first { $0.figure == "cases in the week" }
    #expect(correction?.before == "8")
    #expect(correction?.after == "9")
    #expect(try world.desk.text(second).contains("cases in the week: 9, was 8"))
    #expect(try world.desk.archive(until: now).map(\.revision) == [2, 1])
    #expect(try world.desk.digest(of: week, at: now) == second)
  }

  @Test func whatWasNotJudgedIsTold() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.add("Ein Satz.", at: "2026-11-12T12:00:00Z", unscored: .language)
    try world.refresh()
    let facts = try world.desk.digest(of: week, at: now)
    #expect(facts.unread.unscored == ["language": 1])
    #expect(try world.desk.text(facts).contains("1 text: language 1."))
  }

  @Test func whatHappenedToItemsIsToldWithoutKeepingNames() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.refresh()
    let book = BacklogBook(store: world.store, days: world.days)
    let opened = try #require(Timestamp("2026-11-11T09:00:00Z"))
    let draft = ItemDraft(
      problems: [Problem(type: "stock", touchpoint: "repair")], title: "Reserve parts",
      kind: .preventive, owner: "Philippa Quince")
    let item = try book.open(draft, by: "Ana", at: opened)
    let named = try world.desk.digest(of: week, at: now)
    #expect(named.changes == [DigestFacts.Change(item: item.number, kind: "opened")])
    #expect(named.known.map(\.hasOwner) == [true])
    #expect(try world.desk.text(named).contains("Owner: Philippa Quince."))
    for name in ["Philippa", "Quince", "Ana", "Reserve"] {
      #expect(try !world.desk.json(named).contains(name), "\(name)")
    }
    let later = Timestamp(seconds: opened.seconds + 3_600)
    try book.assign(item.number, owner: nil, by: "Ana", at: later)
    let vacant = try world.desk.digest(of: week, at: now, recompute: true)
    #expect(vacant.revision == 2)
    #expect(vacant.known.map(\.hasOwner) == [false])
    #expect(try world.desk.subject(vacant).contains("decision"))
    #expect(try world.desk.text(vacant).contains("Decision wanted: name an owner."))
  }
}
