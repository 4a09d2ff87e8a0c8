import Backlog
import Complaints
import Foundation
import HTTPTypes
import Store
import Synchronization
import Testing
import WeeklyDigest

@testable import Review

struct BacklogDeskTests {
  private func world() throws -> SmallWorld {
    let world = try SmallWorld()
    try world.add((0..<30).map { .init(text: "No tubes again.", age: 3 + 7 * ($0 / 2)) })
    return world
  }

  private static let problem = "/problem/stock/repair"

  private func open(_ desk: DeskClient) async throws -> DeskClient.Page {
    try await desk.post(
      Self.problem + "/open",
      [("title", "Order tubes each week"), ("kind", "preventive"), ("owner", "Priya")])
  }

  @Test func anItemGoesFromItsProblemToDone() async throws {
    let world = try world()
    try await atDesk(world) { desk in
      #expect(try await self.open(desk).headers[.location] == "/item/1")
      for (command, fields) in [
        ("plan", [("change", "A weekly order."), ("due", "2026-12-01")]),
        ("assign", [("owner", "Joe")]), ("note", [("text", "Asked the supplier.")]),
        ("done", [("effective", "2026-11-16"), ("cut", "80")]),
      ] {
        let answer = try await desk.post("/item/1/\(command)", fields.map { ($0.0, $0.1) })
        #expect(answer.status == .seeOther, "\(command)")
        #expect(answer.headers[.location] == "/item/1")
      }
      let book = BacklogBook(store: world.store, days: world.days)
      let item = try book.item(1, at: SmallWorld.now).item
      #expect(item.owner == "Joe")
      #expect(item.plan?.cut == 0.8)
      #expect(item.events.filter { $0.actor != "forestall" }.allSatisfy { $0.actor == "ana" })
      let page = try await desk.get("/item/1")
      #expect(page.status == .ok)
      #expect(page.html.contains("Order tubes each week"))
      #expect(try await desk.get("/backlog").html.contains("PB-1"))
      #expect(try await desk.get("/case/\(SmallWorld.id(1))").html.contains("PB-1"))
    }
  }

  @Test func aRunShowsWhatTheCountsHaveDecidedOfAnItem() throws {
    let world = try world()
    let desk = try world.server().desk
    func read(weeksAgo count: Int) throws {
      let moment = Timestamp(seconds: SmallWorld.now.seconds - count * 604_800)
      try world.store.finishRun(try world.store.beginRun(at: moment))
    }
    try read(weeksAgo: 6)
    let problem = Problem(type: "stock", touchpoint: "repair")
    let book = BacklogBook(store: world.store, days: world.days)
    let done = Timestamp(seconds: SmallWorld.now.seconds - 6 * 604_800)
    let draft = ItemDraft(problems: [problem], title: "Order tubes", kind: .preventive)
    _ = try book.open(draft, by: "ana", at: done)
    _ = try book.plan(1, change: "Order.", due: world.days.day(of: done), by: "ana", at: done)
    _ = try book.done(1, effective: world.days.day(of: done), cut: 1, by: "ana", at: done)
    #expect(try desk.owners(at: SmallWorld.now)[problem]?.state == .watching)
    try read(weeksAgo: 0)
    let state = try book.item(1, at: SmallWorld.now).item.state
    #expect(state != .watching)
    #expect(try desk.owners(at: SmallWorld.now)[problem]?.state == state)
  }

  @Test func allPagesTellTheSameItemOfAProblem() async throws {
    let world = try world()
    let book = BacklogBook(store: world.store, days: world.days)
    let problem = Problem(type: "stock", touchpoint: "repair")
    let draft = ItemDraft(problems: [problem], title: "Order tubes", kind: .preventive)
    let review = Day(number: world.days.day(of: SmallWorld.now).number + 90)
    for number in 1...2 {
      _ = try book.open(draft, by: "ana", at: SmallWorld.now)
      _ = try book.accept(
        number, reason: "Rare.", reviewDay: review, by: "ana", at: SmallWorld.now)
    }
    _ = try book.reopen(1, reason: "After all.", by: "ana", at: SmallWorld.now)
    try await atDesk(world) { desk in
      for path in ["/problems", Self.problem, "/case/\(SmallWorld.id(1))"] {
        let html = try await desk.get(path).html
        #expect(html.contains("PB-1") && !html.contains("PB-2"), "\(path)")
      }
    }
  }

  @Test func anItemInAnotherStateIsAConflict() async throws {
    try await atDesk(try world()) { desk in
      _ = try await self.open(desk)
      let reopened = try await desk.post("/item/1/reopen", [("reason", "It is back.")])
      #expect(reopened.status == .conflict)
      #expect(reopened.html.contains("PB-1 is open"))
      #expect(try await self.open(desk).status == .conflict)
    }
  }

  @Test(
    arguments: [
      ("plan", [("change", "x"), ("due", "soon")]), ("plan", []), ("note", []),
      ("rootCause", [("text", "x")]), ("accept", [("reason", "x"), ("reviewDay", "2026-02-30")]),
      ("done", [("effective", "2026-11-16"), ("cut", "0")]),
      ("done", [("effective", "2026-11-16"), ("cut", "101")]),
      ("note", [("text", "bell \u{7}")]),
    ] as [(String, [(name: String, value: String)])])
  func fieldsThatCannotBeAreRefused(
    command: String, fields: [(name: String, value: String)]
  ) async throws {
    try await atDesk(try world()) { desk in
      _ = try await self.open(desk)
      let answer = try await desk.post("/item/1/\(command)", fields)
      #expect(answer.status == .badRequest)
    }
  }

  @Test(arguments: [
    ("/item/1/burn", 404), ("/item/7/note", 404), ("/item/x/note", 404),
    ("/problem/stock/nowhere/open", 404),
  ])
  func whatIsNotThereCannotBeChanged(path: String, status: Int) async throws {
    try await atDesk(try world()) { desk in
      _ = try await self.open(desk)
      let answer = try await desk.post(
        path, [("text", "x"), ("title", "x"), ("kind", "preventive")])
      #expect(Int(answer.status.code) == status)
    }
  }

  @Test func aDueReviewIsShownOnce() async throws {
    let world = try world()
    let book = BacklogBook(store: world.store, days: world.days)
    let earlier = Timestamp(seconds: SmallWorld.now.seconds - 3 * 86_400)
    let problem = Problem(type: "stock", touchpoint: "repair")
    let item = try book.open(
      ItemDraft(problems: [problem], title: "Order tubes", kind: .preventive), by: "ana",
      at: earlier)
    try book.accept(
      item.number, reason: "Rare.", reviewDay: SmallWorld.now.day, by: "ana", at: earlier)
    try await atDesk(world) { desk in
      let html = try await desk.get("/backlog").html
      #expect(html.contains("review due"))
      #expect(!html.contains("Settled"))
      #expect(html.components(separatedBy: "href=\"\(Self.problem)\"").count - 1 == 1)
      #expect(html.contains("No candidates"))
    }
  }

  @Test func whatIsRecommendedIsNoChangeOfItsOwn() async throws {
    try await atDesk(try world()) { desk in
      _ = try await self.open(desk)
      let bare = try await desk.get("/item/1").html
      #expect(bare.contains("Recommended against this kind of failure"))
      #expect(bare.contains("Nobody has described the change yet."))
      _ = try await desk.post(
        "/item/1/plan", [("change", "A weekly order."), ("due", "2026-12-01")])
      let planned = try await desk.get("/item/1").html
      #expect(!planned.contains("Recommended against this kind of failure"))
      #expect(planned.contains("A weekly order."))
      #expect(!planned.contains("for now"))
    }
  }

  @Test func aRepairIsNoItem() async throws {
    try await atDesk(try world()) { desk in
      let answer = try await desk.post(
        Self.problem + "/open", [("title", "Refund her"), ("kind", "repair")])
      #expect(answer.status == .badRequest)
    }
  }

  @Test func everyPageIsServed() async throws {
    let world = try world()
    let desks = DigestDesk(
      store: world.store, days: world.days, catalogue: SmallWorld.catalogue)
    _ = try desks.digest(of: Week(year: 2026, number: 46), at: SmallWorld.now)
    try await atDesk(world) { desk in
      _ = try await self.open(desk)
      for path in [
        "/queue", "/queue?order=newest", "/queue?order=problem&type=stock", "/problems",
        "/queue?search=tubes", "/case/\(SmallWorld.id(1))", Self.problem, "/backlog", "/item/1",
        "/case/\(SmallWorld.id(2))?from=order%3Dnewest", "/digests", "/digest/2026-W46",
      ] {
        let page = try await desk.get(path)
        #expect(page.status == .ok, "\(path)")
        #expect(page.html.contains("ana"), "\(path)")
        let head = try await desk.send(.head, path, [:], body: nil)
        #expect(head.status == .ok)
        #expect(head.html.isEmpty)
      }
      #expect(try await desk.get("/").headers[.location] == "/queue")
      #expect(world.log.withLock(\.self).isEmpty)
    }
  }

  @Test func aLetterHasAPolicyOfItsOwn() async throws {
    let world = try world()
    let desks = DigestDesk(
      store: world.store, days: world.days, catalogue: SmallWorld.catalogue)
    _ = try desks.digest(of: Week(year: 2026, number: 46), at: SmallWorld.now)
    try await atDesk(world) { desk in
      let letter = try await desk.get("/digest/2026-W46/letter")
      #expect(letter.status == .ok)
      let policy = try #require(letter.headers[.contentSecurityPolicy])
      #expect(policy.contains("frame-ancestors 'self'"))
      #expect(policy.contains("style-src 'unsafe-inline'"))
      #expect(!policy.contains("script-src"))
      #expect(letter.headers[.xFrameOptions] == "SAMEORIGIN")
    }
  }
}
