import Cases
import Complaints
import Foundation
import Pipeline
import Store
import Testing

struct RetentionTests {
  private let days = LocalDays(timeZone: "Europe/London")

  private func moment(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }

  private func enforce(_ world: World, months: Int, at text: String) throws -> Retention.Outcome? {
    try Retention(store: world.store, days: days, now: try moment(text), months: months).enforce()
  }

  /// Mails of 16 November 2026 and one of 30 November.
  private func world() throws -> World {
    let world = try World()
    let late = World.mail(9, "Nobody rang me back, ever.")
      .replacingOccurrences(of: "16 Nov", with: "30 Nov")
      .replacingOccurrences(of: "Nov 16", with: "Nov 30")
    try world.write("a.mbox", World.mailbox(0..<3) + late)
    _ = try world.run()
    return world
  }

  @Test func weeksGoWholeAndInTime() throws {
    let world = try world()
    #expect(try enforce(world, months: 12, at: "2027-11-15T03:00:00Z") == nil)
    #expect(try enforce(world, months: 12, at: "2027-11-16T03:00:00Z") == nil)
    let outcome = try #require(try enforce(world, months: 12, at: "2027-11-17T03:00:00Z"))
    #expect(outcome.before.description == "2026-11-23T00:00:00Z")
    #expect(outcome.counts.verbatimCount == 3 && outcome.undatedCount == 0)
    #expect(try world.everything().map(\.verbatim.messageID) == ["9@example.net"])
    #expect(outcome.cases?.caseCount == 1)
    #expect(try enforce(world, months: 12, at: "2027-11-18T03:00:00Z") == nil)
    let audit = try world.store.audit()
    #expect(audit.map(\.action) == ["ruleSet", "retention"] && audit.firstBroken == nil)
    #expect(try world.store.defects().isEmpty)
  }

  @Test func whatWasTooOldDoesNotComeBack() throws {
    let world = try world()
    _ = try enforce(world, months: 12, at: "2027-11-17T03:00:00Z")
    try world.write("copy.mbox", World.mailbox(0..<3))
    let report = try world.run()
    #expect(report.changes.erasedVerbatimCount == 3)
    #expect(try world.everything().count == 1)
  }

  @Test func theLastDayOfAMonthHasAPredecessor() throws {
    let world = try world()
    let outcome = try #require(try enforce(world, months: 3, at: "2027-05-31T03:00:00Z"))
    #expect(outcome.before.description == "2027-03-01T00:00:00Z")
    #expect(try world.everything().isEmpty)
  }

  @Test func anErasureThatWasInterruptedIsCompleted() throws {
    let world = try world()
    _ = try world.store.erase([1], at: try moment("2027-01-01T00:00:00Z"))
    #expect(try world.store.isPurgeDue())
    #expect(try enforce(world, months: 12, at: "2027-01-02T03:00:00Z") == nil)
    #expect(try !world.store.isPurgeDue())
    #expect(try world.store.defects().isEmpty)
  }
}
