import Backlog
import Complaints
import HTTPTypes
import Store
import Testing
import WeeklyDigest

@testable import Review

struct PlanTests {
  private typealias Complaint = SmallWorld.Complaint

  /// A desk with an item, over complaints of 30 weeks.
  private func world(_ log: QueryLog) throws -> SmallWorld {
    let world = try SmallWorld(trace: { log.add($0) })
    try world.add((0..<60).map { Complaint(text: "No tubes again.", age: 3 + 7 * ($0 / 2)) })
    _ = try BacklogBook(store: world.store, days: world.days).open(
      ItemDraft(
        problems: [Problem(type: "stock", touchpoint: "repair")], title: "Tubes",
        kind: .preventive, owner: "Joe"), by: "ana",
      at: Timestamp(seconds: SmallWorld.now.seconds - 40 * 86_400))
    try world.store.finishRun(world.store.beginRun(at: SmallWorld.now))
    return world
  }

  @Test func noPageReadsAllOfATableOfComplaints() async throws {
    let log = QueryLog()
    let world = try self.world(log)
    try await atDesk(world) { desk in
      log.forget()
      let letters = DigestDesk(
        store: world.store, days: world.days, catalogue: SmallWorld.catalogue)
      _ = try letters.digest(of: Week(year: 2026, number: 46), at: SmallWorld.now)
      for path in [
        "/queue", "/queue?order=newest", "/queue?order=problem", "/queue?search=tubes+again",
        "/queue?type=stock&touchpoint=repair&channel=mail&margin=clear&order=newest",
        "/queue?week=2026-W46", "/case/\(SmallWorld.id(1))?from=", "/case/\(SmallWorld.id(9))",
        "/problems", "/problem/stock/repair", "/problem/stock/repair?week=2026-W46", "/backlog",
        "/item/1", "/digests", "/digest/2026-W46", "/digest/2026-W46/letter",
      ] {
        let page = try await desk.get(path)
        #expect(page.status == .ok, "\(path)")
      }
      #expect(log.count > 30)
      for scan in try log.scans(world.store) { Issue.record("\(scan)") }
    }
  }

  @Test func noListReadsAllOfATableOfComplaints() throws {
    let log = QueryLog()
    let world = try self.world(log)
    log.forget()
    var filters = [StoredFilter](repeating: StoredFilter(), count: 7)
    filters[1].failure = "stock"
    filters[2].touchpoint = "repair"
    filters[3].search = "tubes"
    filters[4].complaintsOnly = true
    filters[5].person = "hmac:1"
    filters[6].from = SmallWorld.now
    for filter in filters { _ = try world.store.rowIDs(matching: filter) }
    _ = try world.store.rowIDs(named: "mail/care.mbox#1")
    _ = try world.store.rowIDs(named: "00000000")
    _ = try world.store.counts()
    _ = try world.store.unjudgedCount(in: 1)
    #expect(log.count > 7)
    for scan in try log.scans(world.store) { Issue.record("\(scan)") }
  }
}
