import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Review

/// A browser at the desk: it keeps its cookie and says where its forms come from.
struct DeskClient: Sendable {
  let client: any TestClientProtocol
  var cookie: String?

  /// A page, with its status and its HTML.
  struct Page: Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var html: String
  }

  func get(_ path: String, headers: HTTPFields = [:]) async throws -> Page {
    try await send(.get, path, headers, body: nil)
  }

  /// Sends a form as the desk's own page does.
  func post(
    _ path: String, _ fields: [(name: String, value: String)] = [],
    headers: HTTPFields = [.fetchSite: "same-origin"]
  ) async throws -> Page {
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    return try await send(
      .post, path, headers, body: ByteBuffer(string: QueueQuery.encoded(fields)))
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, body: ByteBuffer?
  ) async throws -> Page {
    var headers = headers
    if let cookie { headers[.cookie] = "forestall=\(cookie)" }
    let response = try await client.execute(
      uri: path, method: method, headers: headers, body: body)
    return Page(
      status: response.status, headers: response.headers, html: String(buffer: response.body))
  }

  /// The same browser once a link was used.
  func loggedIn(with link: String) async throws -> DeskClient {
    let secret = try #require(link.split(separator: "=").last)
    let answer = try await post("/login", [("link", String(secret))])
    #expect(answer.status == .seeOther)
    var browser = self
    let cookie = try #require(answer.headers[.setCookie])
    browser.cookie = String(
      try #require(cookie.split(separator: ";").first).dropFirst("forestall=".count))
    return browser
  }
}

/// Runs a test at the desk of a world, as ana.
func atDesk(
  _ world: SmallWorld, _ test: @escaping @Sendable (DeskClient) async throws -> Void
) async throws {
  try await world.application().test(.router) { client in
    let stranger = DeskClient(client: client)
    try await test(try await stranger.loggedIn(with: try world.access.makeLink(for: "ana")))
  }
}

/// Runs a test at the desk of a world, as somebody without a session.
func atDoor(
  _ world: SmallWorld, _ test: @escaping @Sendable (DeskClient) async throws -> Void
) async throws {
  try await world.application().test(.router) { try await test(DeskClient(client: $0)) }
}
