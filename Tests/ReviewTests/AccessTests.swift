import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Testing

@testable import Review

struct AccessTests {
  @Test(arguments: [
    "/", "/queue", "/case/\(SmallWorld.id(1))", "/problems", "/problem/stock/repair", "/backlog",
    "/item/1", "/digests", "/digest/2026-W46", "/digest/2026-W46/letter", "/nowhere",
  ])
  func withoutASessionThereIsOnlyTheLoginPage(path: String) async throws {
    let world = try SmallWorld()
    try world.add([.init(text: "There was no stock at all.")])
    try await atDoor(world) { door in
      let page = try await door.get(path)
      #expect(page.status == .unauthorized)
      #expect(!page.html.contains("stock at all"))
      #expect(page.html.contains("forestall review link"))
    }
  }

  @Test(arguments: [
    "/logout", "/undo", "/case/\(SmallWorld.id(1))/decide", "/case/\(SmallWorld.id(1))/accept-all",
    "/item/1/note", "/problem/stock/repair/open",
  ])
  func withoutASessionNothingIsChanged(path: String) async throws {
    try await atDoor(try SmallWorld()) { door in
      let answer = try await door.post(path)
      #expect(answer.status == .unauthorized)
    }
  }

  @Test func aLinkWorksOnceAndLookingAtItDoesNotUseItUp() async throws {
    let world = try SmallWorld()
    let link = try world.access.makeLink(for: "ana")
    let secret = String(link.dropFirst("/login?link=".count))
    #expect(secret.utf8.count == 43)
    try await atDoor(world) { door in
      for _ in 0..<3 {
        let page = try await door.get(link)
        #expect(page.status == .ok)
        #expect(page.html.contains("<button"))
        #expect(page.html.contains(secret))
      }
      let browser = try await door.loggedIn(with: link)
      #expect(try await browser.get("/queue").status == .ok)
      let again = try await door.post("/login", [("link", secret)])
      #expect(again.status == .unauthorized)
      #expect(again.headers[.setCookie] == nil)
    }
  }

  @Test func aLinkIsTooOldAfterAQuarterOfAnHour() async throws {
    let world = try SmallWorld()
    let link = try world.access.makeLink(for: "ana")
    let late = try world.access.makeLink(for: "ana")
    try await atDoor(world) { door in
      world.pass(seconds: 15 * 60 - 1)
      _ = try await door.loggedIn(with: link)
      world.pass(seconds: 1)
      let secret = String(late.dropFirst("/login?link=".count))
      #expect(try await door.post("/login", [("link", secret)]).status == .unauthorized)
    }
  }

  @Test func aSessionEndsAfterTwelveHoursOrWhenLoggedOut() async throws {
    let world = try SmallWorld()
    let links = try (0..<2).map { _ in try world.access.makeLink(for: "ana") }
    try await atDoor(world) { door in
      let first = try await door.loggedIn(with: links[0])
      let second = try await door.loggedIn(with: links[1])
      let answer = try await first.post("/logout")
      #expect(answer.status == .seeOther)
      #expect(answer.headers[.setCookie]?.contains("Max-Age=0") == true)
      #expect(try await first.get("/queue").status == .unauthorized)
      world.pass(seconds: 12 * 3_600 - 1)
      #expect(try await second.get("/queue").status == .ok)
      world.pass(seconds: 1)
      #expect(try await second.get("/queue").status == .unauthorized)
    }
  }

  @Test(arguments: [false, true])
  func theCookieIsOnlyForTheDesk(https: Bool) async throws {
    let world = try SmallWorld(https: https)
    let secret = try world.access.makeLink(for: "ben").dropFirst("/login?link=".count)
    try await atDoor(world) { door in
      let answer = try await door.post("/login", [("link", String(secret))])
      let cookie = try #require(answer.headers[.setCookie])
      let parts = Set(cookie.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) })
      #expect(parts.isSuperset(of: ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200"]))
      #expect(parts.contains("Secure") == https)
    }
  }

  @Test func theStoreHoldsNoSecret() async throws {
    let world = try SmallWorld()
    let unused = try world.access.makeLink(for: "ana").dropFirst("/login?link=".count)
    try await atDesk(world) { desk in
      let cookie = try #require(desk.cookie)
      for name in ["forestall.sqlite", "forestall.sqlite-wal"] {
        let bytes = FileManager.default.contents(atPath: world.store.folder + "/" + name) ?? Data()
        #expect(bytes.range(of: Data(cookie.utf8)) == nil)
        #expect(bytes.range(of: Data(unused.utf8)) == nil)
      }
    }
  }

  @Test func whoLeavesTheSettingsLeavesTheDesk() throws {
    let world = try SmallWorld()
    let access = world.access
    let link = String(try access.makeLink(for: "ben").dropFirst("/login?link=".count))
    let later = ReviewAccess(store: world.store, users: ["ana"], clock: access.clock)
    let session = try #require(try access.beginSession(link: link))
    #expect(try access.reviewer(ofSession: session) == "ben")
    #expect(try later.reviewer(ofSession: session) == nil)
    #expect(throws: ReviewAccess.Refusal.unknownReviewer("bne", known: ["ana", "ben"])) {
      try access.makeLink(for: "bne")
    }
  }

  @Test(arguments: ["", "x", String(repeating: "A", count: 43), "' OR 1=1 --"])
  func aForgedCookieOpensNothing(cookie: String) async throws {
    try await atDoor(try SmallWorld()) { door in
      var door = door
      door.cookie = cookie
      let answer = try await door.get("/queue")
      #expect(answer.status == .unauthorized)
    }
  }
}
