import Complaints
import Foundation
import Store
import Synchronization
import Testing

@testable import Review

struct ServerTests {
  private func server(_ world: SmallWorld, address: String, port: Int) throws -> ReviewServer {
    try ReviewServer(
      store: world.store, days: world.days, catalogue: SmallWorld.catalogue,
      settings: ReviewSettings(users: ["ana"], address: address, port: port),
      access: world.access, now: { SmallWorld.now }, log: { _ in })
  }

  @Test(.timeLimit(.minutes(1)))
  func aPortInUseIsToldInOneLine() async throws {
    let world = try SmallWorld()
    let port = Int.random(in: 20_000..<60_000)
    let (serving, ready) = AsyncStream.makeStream(of: Void.self)
    let first = try server(world, address: "127.0.0.1", port: port)
    let running = Task { try await first.run { ready.finish() } }
    for await _ in serving {}
    let second = try server(world, address: "127.0.0.1", port: port)
    let failure = await #expect(throws: ReviewServer.Failure.portInUse(port)) {
      try await second.run {}
    }
    #expect(failure?.description.contains("--port") == true)
    running.cancel()
    _ = await running.result
  }

  @Test(.timeLimit(.minutes(1)))
  func anAddressOfAnotherMachineIsToldInOneLine() async throws {
    let world = try SmallWorld()
    let server = try server(world, address: "192.0.2.1", port: 8460)
    await #expect(throws: ReviewServer.Failure.addressRefused("192.0.2.1", port: 8460)) {
      try await server.run {}
    }
  }

  @Test(arguments: [
    (ReviewSettings(users: []), "http://127.0.0.1:8460"),
    (ReviewSettings(users: [], address: "::1", port: 9000), "http://[::1]:9000"),
    (
      ReviewSettings(users: [], hosts: ["desk.example.org"], isBehindHTTPS: true),
      "https://desk.example.org"
    ),
    (ReviewSettings(users: [], hosts: ["desk.example.org"]), "http://127.0.0.1:8460"),
  ])
  func theAddressToTypeIn(settings: ReviewSettings, url: String) {
    #expect(settings.url == url)
  }
}
