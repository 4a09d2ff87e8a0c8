import HTTPTypes
import Hummingbird

/// `/login` and `/logout`.
struct LoginPages: Sendable {
  let desk: Desk

  /// Shows a button and leaves the link as it is: programs that look at links do not press it.
  func show(_ request: Request, _ context: DeskContext) throws -> Response {
    .page(desk.pages.login(LoginModel(link: try Form(queryOf: request)["link"])))
  }

  /// Uses the link up and begins a session.
  func logIn(_ request: Request, _ context: DeskContext) async throws -> Response {
    let link = try await Form(bodyOf: request)["link"]
    guard let link, let secret = try desk.access.beginSession(link: link) else {
      return .page(desk.loginPage(), status: .unauthorized)
    }
    var response = Response.seeOther("/queue")
    response.setCookie(cookie(secret, seconds: ReviewAccess.sessionSeconds))
    return response
  }

  /// Ends the session.
  func logOut(_ request: Request, _ context: DeskContext) throws -> Response {
    if let secret = request.cookies[SessionGate.cookie]?.value {
      try desk.access.endSession(secret)
    }
    var response = Response.seeOther("/login")
    response.setCookie(cookie("", seconds: 0))
    return response
  }

  private func cookie(_ secret: String, seconds: Int) -> Cookie {
    Cookie(
      name: SessionGate.cookie, value: secret, maxAge: seconds, path: "/",
      secure: desk.settings.isBehindHTTPS, httpOnly: true, sameSite: .strict)
  }
}

extension Desk {
  /// The page that says how to get a link.
  func loginPage() -> String { pages.login(LoginModel(link: nil)) }
}
