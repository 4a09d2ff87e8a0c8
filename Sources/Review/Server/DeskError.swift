import Backlog
import HTTPTypes
import Hummingbird
import NIOCore
import Store
import WeeklyDigest

/// Why a request gets no page of its own: a status with words for people.
struct DeskError: Error, Equatable {
  let status: HTTPResponse.Status
  let title: String
  let text: String

  /// There is no such thing.
  static func notFound(_ text: String = "There is nothing at this address.") -> DeskError {
    DeskError(status: .notFound, title: "Not found", text: text)
  }

  /// What was sent cannot be used.
  static func invalid(_ text: String) -> DeskError {
    DeskError(status: .badRequest, title: "This cannot be used", text: text)
  }

  /// What was meant to be changed is not as it was any more.
  static func conflict(_ text: String) -> DeskError {
    DeskError(status: .conflict, title: "It has changed meanwhile", text: text)
  }

  static let notLoggedIn = DeskError(
    status: .unauthorized, title: "Not logged in", text: "This page is for reviewers.")
  static let otherSite = DeskError(
    status: .forbidden, title: "Refused", text: "This did not come from a page of the desk.")
  static let wrongHost = DeskError(
    status: .misdirectedRequest, title: "Wrong name",
    text: "The desk does not answer to this name; add it to 'hosts' under 'review:'.")
  static let tooLarge = DeskError(
    status: .contentTooLarge, title: "Too large", text: "At most 64 KB can be sent at once.")
  static let ours = DeskError(
    status: .internalServerError, title: "This failed on our side",
    text: "Nothing was changed. The desk's log says what happened.")

  /// What to answer to an error thrown anywhere below.
  init(_ error: any Error) {
    switch error {
    case let error as DeskError: self = error
    case let error as BacklogError: self = DeskError(error)
    case let error as DigestRefusal: self = .notFound("\(error)")
    case let error as HTTPError where error.status == .notFound: self = .notFound()
    case let error as HTTPError where error.status.kind == .clientError:
      self = DeskError(status: error.status, title: "Refused", text: "This cannot be answered.")
    case is NIOTooManyBytesError: self = .tooLarge
    default: self = .ours
    }
  }

  private init(status: HTTPResponse.Status, title: String, text: String) {
    self.status = status
    self.title = title
    self.text = text
  }
}

extension DeskError {
  /// What to answer when the backlog refuses something.
  private init(_ error: BacklogError) {
    switch error {
    case .unknownItem, .unknownProblem: self = .notFound("\(error)")
    case .wrongState, .alreadyOwned, .backwards: self = .conflict("\(error)")
    case .emptyField, .longField, .impossibleDay, .impossibleCut, .noPrevention:
      self = .invalid("\(error)")
    }
  }
}
