import Complaints
import Store
import Testing

@testable import WeeklyDigest

struct DigestRefusalTests {
  private let now = Timestamp(seconds: 1_794_884_400)  // 2026-11-17T03:00:00Z
  private let week = Week(year: 2026, number: 46)

  private func refusal(_ world: DigestWorld, _ week: Week, _ now: Timestamp) -> String? {
    do {
      _ = try world.desk.digest(of: week, at: now)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func aWeekThatIsNotOverIsRefused() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.refresh()
    let refused = refusal(world, Week(year: 2026, number: 47), now)
    #expect(
      refused
        == "no digest: 2026-W47 ends at 2026-11-23T00:00:00Z; ask for 2026-W46 or earlier")
  }

  @Test func anEmptyStoreIsRefused() throws {
    let world = try DigestWorld()
    #expect(refusal(world, week, now)?.hasPrefix("no digest: no complaint is stored;") == true)
    try world.add("Thanks!", at: "2026-11-12T12:00:00Z", praise: true)
    try world.refresh()
    #expect(refusal(world, week, now)?.hasPrefix("no digest: no complaint is stored;") == true)
  }

  @Test func aWeekBeforeTheFirstComplaintIsRefused() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.refresh()
    let refused = refusal(world, Week(year: 2026, number: 26), now)
    #expect(refused?.contains("ask for 2026-W27 or later") == true)
  }

  @Test func anUnfinishedRunIsRefused() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.refresh()
    let run = try world.store.beginRun(at: now)
    #expect(refusal(world, week, now)?.contains("did not finish; 'forestall run'") == true)
    try world.store.finishRun(run)
    #expect(refusal(world, week, now) == nil)
  }

  @Test func aWeekThatWasNotReadToItsEndIsRefused() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.refresh()
    let sunday = try #require(Timestamp("2026-11-15T23:59:59Z"))
    try world.store.finishRun(try world.store.beginRun(at: sunday))
    let expected =
      "no digest: complaints were read until 15 November 2026 only; 'forestall run' reads on"
    #expect(refusal(world, week, now) == expected)
    #expect(refusal(world, Week(year: 2026, number: 45), now) == nil)
    #expect(try world.desk.archive(until: now).map(\.week.number) == [45])
    let monday = Timestamp(seconds: sunday.seconds + 1)
    try world.store.finishRun(try world.store.beginRun(at: monday))
    #expect(refusal(world, week, now) == nil)
  }

  @Test func unjudgedVerbatimsAreRefused() throws {
    let world = try DigestWorld()
    try world.fill()
    try world.add("Not judged yet.", at: "2026-11-12T12:00:00Z", isJudged: false)
    try world.refresh()
    #expect(refusal(world, week, now)?.contains("1 stored verbatim has no verdict yet") == true)
  }

  @Test func staleCasesAreRefused() throws {
    let world = try DigestWorld()
    try world.fill()
    #expect(refusal(world, week, now)?.contains("the cases are older") == true)
    try world.refresh()
    let elsewhere = DigestDesk(
      store: world.store, days: LocalDays(timeZone: "Asia/Tokyo"), catalogue: Catalogue())
    #expect(throws: DigestRefusal.staleCases) { try elsewhere.digest(of: week, at: now) }
  }
}
