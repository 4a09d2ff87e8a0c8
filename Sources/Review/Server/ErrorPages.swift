import HTTPTypes
import Hummingbird
import Store

/// Answers with a page of the desk whatever fails below; only failures of our own are logged.
struct ErrorPages: RouterMiddleware {
  let desk: Desk

  func handle(
    _ request: Request, context: DeskContext,
    next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let answer = DeskError(error)
      if answer.status == .internalServerError {
        desk.log("\(request.method) \(context.endpointPath ?? ""): \(ErrorPages.cause(of: error))")
      }
      return page(answer, context.reviewer.isEmpty ? nil : context.reviewer)
    }
  }

  private func page(_ error: DeskError, _ reviewer: String?) -> Response {
    let isStranger = error.status == .unauthorized
    return .page(
      isStranger ? desk.loginPage() : desk.messagePage(error, reviewer), status: error.status)
  }

  /// What went wrong, without anything that a customer or a reviewer wrote.
  private static func cause(of error: any Error) -> String {
    (error as? ComplaintStore.Failure)?.description ?? "\(type(of: error))"
  }
}
