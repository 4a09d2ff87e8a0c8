import Backlog
import Complaints
import Store
import Testing

@testable import WeeklyDigest

struct FrozenWeekTests {
  private let now = Timestamp(seconds: 1_794_884_400)  // 2026-11-17T03:00:00Z
  private let week = Week(year: 2026, number: 46)

  @Test func whatCameSinceIsNoticedAndNotTold() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.refresh()
    let first = try world.desk.digest(of: week, at: now)
    #expect(try !world.desk.isOutdated(first))
    try world.add("Of the week after.", at: "2026-11-16T12:00:00Z")
    try world.refresh()
    #expect(try !world.desk.isOutdated(first))
    try world.add("Late, and of an earlier week.", at: "2026-10-14T12:00:00Z")
    try world.refresh()
    #expect(try world.desk.isOutdated(first))
    let second = try world.desk.digest(of: week, at: now, recompute: true)
    #expect(try !world.desk.isOutdated(second))
  }

  @Test func whatIsFrozenLaterIsNotListed() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.refresh()
    _ = try world.desk.digest(of: week, at: now)
    #expect(try world.desk.archive(until: now).map(\.week) == [week])
    #expect(try world.desk.archive(until: Timestamp(seconds: now.seconds - 1)).isEmpty)
  }

  @Test func anAcceptedItemIsKnownOnceItsReviewIsDue() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.refresh()
    let book = BacklogBook(store: world.store, days: world.days)
    let opened = try #require(Timestamp("2026-10-01T09:00:00Z"))
    let problem = Problem(type: "stock", touchpoint: "repair")
    let item = try book.open(
      ItemDraft(problems: [problem], title: "Reserve parts", kind: .preventive, owner: "Joe"),
      by: "Ana", at: opened)
    try book.accept(
      item.number, reason: "Rare.", reviewDay: #require(Day("2026-11-15")), by: "Ana",
      at: Timestamp(seconds: opened.seconds + 60))
    let before = try world.desk.digest(of: Week(year: 2026, number: 45), at: now)
    #expect(before.known.isEmpty)
    let facts = try world.desk.digest(of: week, at: now)
    #expect(facts.known.map(\.dueDay) == ["2026-11-15"])
    let text = try world.desk.markdown(facts)
    #expect(text.contains("Accepted, to be reviewed since 15 November 2026; owner: Joe."))
    #expect(text.contains("Decision wanted: live with it for longer, or open it again."))
  }
}
