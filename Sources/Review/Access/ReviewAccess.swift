public import Complaints
import Crypto
import Foundation
public import Store

/// Login links and sessions: both are random secrets of which only the SHA-256 is stored, so that
/// whoever reads the store gains nothing, and looking one up takes no comparison of secrets.
public struct ReviewAccess: Sendable {
  /// Why no link was made.
  public enum Refusal: Error, Equatable, CustomStringConvertible {
    /// Nobody of this name is in the settings.
    case unknownReviewer(String, known: [String])

    /// One line with a fix.
    public var description: String {
      switch self {
      case .unknownReviewer(let name, let known):
        "unknown reviewer '\(name)'\(hint(for: name, among: known)); "
          + "reviewers: \(known.joined(separator: ", "))"
      }
    }
  }

  /// How long a link can be used, once.
  static let linkSeconds = 15 * 60
  /// How long a session lasts.
  static let sessionSeconds = 12 * 60 * 60

  let store: ComplaintStore
  let users: [String]
  let clock: @Sendable () -> Timestamp
  let random: @Sendable () -> [UInt8]

  /// The access of these users to the desk of a store.
  ///
  /// `clock` is the machine's; `random` gives 32 bytes that nobody can guess.
  public init(
    store: ComplaintStore, users: [String], clock: @escaping @Sendable () -> Timestamp,
    random: @escaping @Sendable () -> [UInt8] = ReviewAccess.systemRandom
  ) {
    self.store = store
    self.users = users
    self.clock = clock
    self.random = random
  }

  /// 32 bytes of the system's generator.
  public static let systemRandom: @Sendable () -> [UInt8] = {
    var generator = SystemRandomNumberGenerator()
    return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// A login link of a reviewer, as a path; it works once and for 15 minutes.
  ///
  /// - Throws: `Refusal` for a name that is not in the settings.
  public func makeLink(for reviewer: String) throws -> String {
    guard users.contains(reviewer) else {
      throw Refusal.unknownReviewer(reviewer, known: users)
    }
    let secret = newSecret()
    let now = clock().seconds
    try store.keepLink(
      ReviewAccess.stored(secret), of: reviewer, until: now + ReviewAccess.linkSeconds, now: now)
    return "/login?link=\(secret)"
  }

  /// Uses a link up; nil where it is unknown, used or too old.
  func beginSession(link: String) throws -> String? {
    let secret = newSecret()
    let now = clock().seconds
    let reviewer = try store.useLink(
      ReviewAccess.stored(link), session: ReviewAccess.stored(secret),
      until: now + ReviewAccess.sessionSeconds, now: now, users: users)
    return reviewer == nil ? nil : secret
  }

  /// Whose session a secret opens; nil where there is none (any more).
  func reviewer(ofSession secret: String) throws -> String? {
    let reviewer = try store.reviewer(
      ofSession: ReviewAccess.stored(secret), now: clock().seconds)
    return reviewer.flatMap { users.contains($0) ? $0 : nil }
  }

  /// Ends a session.
  func endSession(_ secret: String) throws {
    try store.endSession(ReviewAccess.stored(secret))
  }

  /// 43 letters, digits, "-" and "_" (RFC 4648 §5, without padding).
  private func newSecret() -> String {
    Data(random()).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  private static func stored(_ secret: String) -> Data {
    Data(SHA256.hash(data: Data(secret.utf8)))
  }
}
