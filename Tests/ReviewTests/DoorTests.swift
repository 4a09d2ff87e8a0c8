import Complaints
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Review

struct DoorTests {
  @Test(arguments: [
    ("localhost:8460", true), ("127.0.0.1:8460", true), ("[::1]:8460", true),
    ("desk.example.org", true), ("DESK.example.org", true), ("localhost", false),
    ("localhost:80", false), ("127.0.0.1", false), ("desk.example.org:8460", false),
    ("evil.example", false), ("localhost:8460.evil.example", false), ("", false),
  ])
  func theDeskAnswersToItsOwnNames(host: String, isAllowed: Bool) {
    let settings = ReviewSettings(users: ["ana"], hosts: ["Desk.example.org"])
    #expect(settings.allowedHosts.contains(host.lowercased()) == isAllowed)
  }

  @Test func anotherHostIsRefusedEvenWithASession() async throws {
    try await atDesk(try SmallWorld()) { desk in
      let page = try await desk.get("/queue", headers: [.hostName: "evil.example"])
      #expect(page.status == .misdirectedRequest)
      #expect(page.html.contains("hosts"))
      let asset = try await desk.get("/assets/desk.css", headers: [.hostName: "evil.example"])
      #expect(asset.status == .misdirectedRequest)
    }
  }

  @Test func overARealConnectionTheHostHeaderCounts() async throws {
    try await SmallWorld().application().test(.live) { client in
      let own = try await client.execute(uri: "/login", method: .get)
      #expect(own.status == .ok)
      let other = try await client.execute(
        uri: "/login", method: .get, headers: [.hostName: "evil.example"])
      #expect(other.status == .misdirectedRequest)
    }
  }

  @Test(
    arguments: [
      ([.fetchSite: "cross-site"], false), ([.fetchSite: "same-site"], false),
      ([.fetchSite: "none"], false), ([:], false), ([.origin: "http://evil.example"], false),
      ([.origin: "null"], false), ([.origin: "http://localhost"], true),
      ([.fetchSite: "same-origin"], true),
      ([.fetchSite: "cross-site", .origin: "http://localhost"], false),
    ] as [(HTTPFields, Bool)])
  func onlyTheDesksOwnPagesMayChangeAnything(headers: HTTPFields, isOwn: Bool) async throws {
    try await atDesk(try SmallWorld()) { desk in
      let answer = try await desk.post("/undo", headers: headers)
      #expect(answer.status == (isOwn ? .seeOther : .forbidden))
    }
  }

  @Test(arguments: [
    "/queue", "/login", "/nowhere", "/case/zz", "/digests", "/assets/desk.css", "/item/9",
  ])
  func everyAnswerHasTheHeadersOfADesk(path: String) async throws {
    try await atDesk(try SmallWorld()) { desk in
      for method in [HTTPRequest.Method.get, .post] {
        let page = try await desk.send(method, path, [:], body: nil)
        #expect(page.headers[.contentSecurityPolicy] == SecurityHeaders.policy)
        #expect(page.headers[.xFrameOptions] == "DENY")
        #expect(page.headers[.xContentTypeOptions] == "nosniff")
        #expect(page.headers[.referrerPolicy] == "same-origin")
        #expect(page.headers[.openerPolicy] == "same-origin")
        let isAsset = path.hasPrefix("/assets") && method == .get
        #expect(page.headers[.cacheControl] == (isAsset ? "no-cache" : "no-store"))
      }
    }
  }

  @Test(arguments: [
    "/nowhere", "/case/zz", "/case/\(SmallWorld.id(9))", "/item/9", "/item/x",
    "/problem/stock/nowhere", "/problem/STOCK/x", "/digest/2026-W46", "/digest/x",
    "/digest/2026-W46/letter", "/assets/desk.txt", "/queue/more",
  ])
  func whatIsNotThereHasAPage(path: String) async throws {
    try await atDesk(try SmallWorld()) { desk in
      let page = try await desk.get(path)
      #expect(page.status == .notFound)
      #expect(page.headers[.contentType]?.hasPrefix("text/html") == true)
      #expect(page.html.contains("ana") != path.hasPrefix("/assets"))
    }
  }

  @Test func aLargeFormIsRefused() async throws {
    try await atDesk(try SmallWorld()) { desk in
      let page = try await desk.post("/undo", [("next", String(repeating: "x", count: 65_536))])
      #expect(page.status == .contentTooLarge)
    }
  }

  @Test(arguments: ["a=%", "a=%FF", "a=1&a=2", "%zz=1"])
  func aFormThatCannotBeReadIsRefused(body: String) async throws {
    try await atDesk(try SmallWorld()) { desk in
      let page = try await desk.send(
        .post, "/undo", [.fetchSite: "same-origin"], body: ByteBuffer(string: body))
      #expect(page.status == .badRequest)
    }
  }

  @Test func anAssetIsSentOnceAVersion() async throws {
    try await atDoor(try SmallWorld()) { door in
      let first = try await door.get("/assets/desk.css")
      #expect(first.status == .ok)
      let tag = try #require(first.headers[.eTag])
      let second = try await door.get("/assets/desk.css", headers: [.ifNoneMatch: tag])
      #expect(second.status == .notModified)
      #expect(second.html.isEmpty)
    }
  }
}
