import HTTPTypes
import Hummingbird

/// Puts on every answer, errors included, the headers that keep a hostile text harmless.
struct SecurityHeaders: RouterMiddleware {
  /// The content security policy of the desk's own pages: no inline script or style at all.
  static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    + "form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"
  /// The policy of a digest's letter, which has its styles inline and is shown in a frame.
  static let letterPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
    + "frame-ancestors 'self'; sandbox allow-popups allow-top-navigation-by-user-activation"

  func handle(
    _ request: Request, context: DeskContext,
    next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    let isLetter = response.headers[.contentSecurityPolicy] == SecurityHeaders.letterPolicy
    if !isLetter { response.headers[.contentSecurityPolicy] = SecurityHeaders.policy }
    response.headers[.xFrameOptions] = isLetter ? "SAMEORIGIN" : "DENY"
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.referrerPolicy] = "same-origin"
    response.headers[.openerPolicy] = "same-origin"
    response.headers[.resourcePolicy] = "same-origin"
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }
}

extension HTTPField.Name {
  static let xFrameOptions = named("X-Frame-Options")
  static let referrerPolicy = named("Referrer-Policy")
  static let openerPolicy = named("Cross-Origin-Opener-Policy")
  static let resourcePolicy = named("Cross-Origin-Resource-Policy")
  static let fetchSite = named("Sec-Fetch-Site")
  static let hostName = named("Host")

  private static func named(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else { preconditionFailure("'\(name)' is a header") }
    return name
  }
}
