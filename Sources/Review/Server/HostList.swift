import HTTPTypes
import Hummingbird

/// Answers only requests for a name the desk is known by, so that no foreign page can point a
/// name of its own at it (DNS rebinding).
struct HostList: RouterMiddleware {
  let allowed: Set<String>

  func handle(
    _ request: Request, context: DeskContext,
    next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    // The server moves the Host header to the authority; a second one stays.
    let names = [request.head.authority].compactMap(\.self) + request.headers[values: .hostName]
    guard !names.isEmpty, names.allSatisfy({ allowed.contains($0.lowercased()) }) else {
      throw DeskError.wrongHost
    }
    return try await next(request, context)
  }
}
