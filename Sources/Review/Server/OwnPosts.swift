import HTTPTypes
import Hummingbird

/// Refuses whatever changes something unless one of the desk's own pages sent it.
struct OwnPosts: RouterMiddleware {
  func handle(
    _ request: Request, context: DeskContext,
    next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    guard request.method == .get || request.method == .head || isOwn(request) else {
      throw DeskError.otherSite
    }
    return try await next(request, context)
  }

  private func isOwn(_ request: Request) -> Bool {
    if let site = request.headers[.fetchSite] { return site == "same-origin" }
    guard let origin = request.headers[.origin], let host = request.head.authority else {
      return false
    }
    return origin == "http://\(host)" || origin == "https://\(host)"
  }
}
