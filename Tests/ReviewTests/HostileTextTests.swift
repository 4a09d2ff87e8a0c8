import Backlog
import Complaints
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing
import WeeklyDigest

@testable import Review

struct HostileTextTests {
  private static let markup = #"<script>alert(1)</script><img src=x onerror="a()">"'&{{name}}"#

  @Test func markupInComplaintsAndFormsIsOnlyEverText() async throws {
    let world = try SmallWorld()
    try world.add(
      (0..<12).map {
        .init(
          text: "No stock. " + Self.markup, age: 3 + 7 * ($0 / 2), title: Self.markup,
          place: "mail/" + Self.markup.replacing("/", with: ""))
      })
    let desks = DigestDesk(
      store: world.store, days: world.days, catalogue: SmallWorld.catalogue)
    _ = try desks.digest(of: Week(year: 2026, number: 46), at: SmallWorld.now)
    try await atDesk(world) { desk in
      let opened = try await desk.post(
        "/problem/stock/repair/open",
        [("title", Self.markup), ("kind", "preventive"), ("owner", Self.markup)])
      #expect(opened.status == .seeOther)
      _ = try await desk.post("/item/1/note", [("text", Self.markup)])
      let escaped = QueueQuery.escaped(Self.markup)
      for path in [
        "/queue", "/queue?search=\(escaped)", "/queue?type=\(escaped)", "/queue?source=\(escaped)",
        "/case/\(SmallWorld.id(1))", "/case/\(SmallWorld.id(1))?from=search%3D\(escaped)",
        "/problems", "/problem/stock/repair", "/backlog", "/item/1", "/digests",
        "/digest/2026-W46", "/digest/2026-W46/letter", "/login?link=\(escaped)", "/\(escaped)",
      ] {
        let html = try await desk.get(path).html
        #expect(!html.contains("<script>alert"), "\(path)")
        #expect(!html.contains("<img src=x"), "\(path)")
        #expect(!html.contains("onerror=\"a"), "\(path)")
      }
      let shown = try await desk.get("/case/\(SmallWorld.id(1))").html
      #expect(shown.contains("&lt;script&gt;alert(1)"))
    }
  }

  @Test func noPageHasInlineStyleOrScript() async throws {
    let world = try SmallWorld()
    try world.add((0..<12).map { .init(text: "No stock.", age: 3 + 7 * ($0 / 2)) })
    try await atDesk(world) { desk in
      _ = try await desk.post(
        "/problem/stock/repair/open", [("title", "Order"), ("kind", "preventive")])
      for path in [
        "/queue", "/case/\(SmallWorld.id(1))", "/problems", "/problem/stock/repair", "/backlog",
        "/item/1", "/digests", "/login", "/nowhere",
      ] {
        let html = try await desk.get(path).html
        #expect(!html.contains(" style="), "\(path)")
        #expect(!html.contains("<style"), "\(path)")
        #expect(html.firstMatch(of: /<script(?![^>]* src=)/) == nil, "\(path)")
        #expect(html.firstMatch(of: /\son[a-z]+=/) == nil, "\(path)")
        #expect(html.firstMatch(of: /(src|href)="(https?:)?\/\//) == nil, "\(path)")
      }
    }
  }

  private struct Talkative: Error, CustomStringConvertible {
    let description = "near 'my address is 1 High Street'"
  }

  @Test func aFailureOfOurOwnTellsNobodysWords() async throws {
    let world = try SmallWorld()
    let router = Router(context: DeskContext.self)
    router.add(middleware: SecurityHeaders())
    router.add(middleware: ErrorPages(desk: try world.server().desk))
    router.get("/item/{number}") { _, _ -> Response in throw Talkative() }
    try await Application(router: router).test(.router) { client in
      let page = try await DeskClient(client: client).get("/item/High%20Street")
      #expect(page.status == .internalServerError)
      #expect(!page.html.contains("Street"))
      #expect(!page.html.contains("Talkative"))
      #expect(page.headers[.contentSecurityPolicy] == SecurityHeaders.policy)
    }
    #expect(world.log.withLock(\.self) == ["GET /item/{number}: Talkative"])
  }
}
