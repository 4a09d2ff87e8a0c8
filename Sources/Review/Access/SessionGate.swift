import Hummingbird

/// Lets nobody in without a session, except to the login page and the stylesheet.
struct SessionGate: RouterMiddleware {
  static let cookie = "forestall"

  let access: ReviewAccess

  func handle(
    _ request: Request, context: DeskContext,
    next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    if ["/login", "/assets/{file}"].contains(context.endpointPath) {
      return try await next(request, context)
    }
    guard let secret = request.cookies[SessionGate.cookie]?.value,
      let reviewer = try access.reviewer(ofSession: secret)
    else { throw DeskError.notLoggedIn }
    var context = context
    context.reviewer = reviewer
    return try await next(request, context)
  }
}
