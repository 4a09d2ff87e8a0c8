import Cases
public import Complaints
import Foundation
import Hummingbird
import Logging
import NIOCore
public import Store

/// The review desk as a web server: people decide what the rules are right about, and what is to
/// be changed.
public struct ReviewServer: Sendable {
  /// Why the desk cannot be served.
  public enum Failure: Error, Equatable, CustomStringConvertible {
    /// Another program listens there.
    case portInUse(Int)
    /// The machine has no such address, or the port is only for the system.
    case addressRefused(String, port: Int)

    /// One line with a fix.
    public var description: String {
      switch self {
      case .portInUse(let port):
        "port \(port) is in use; choose another with --port N or 'port:' under 'review:'"
      case .addressRefused(let address, let port):
        "cannot listen on \(address), port \(port); choose others with --address and --port"
      }
    }
  }

  let desk: Desk

  /// A desk over a store.
  ///
  /// - Parameters:
  ///   - access: who may use it.
  ///   - now: the moment to take as now for everything but sessions.
  ///   - log: takes a line for whoever runs the desk; it never has words of customers.
  /// - Throws: where a template is damaged.
  public init(
    store: ComplaintStore, days: LocalDays, catalogue: Catalogue, settings: ReviewSettings,
    access: ReviewAccess, now: @escaping @Sendable () -> Timestamp,
    log: @escaping @Sendable (String) -> Void
  ) throws {
    desk = Desk(
      store: store, days: days, catalogue: catalogue, settings: settings,
      pages: try ReviewPages(catalogue: catalogue, days: days), access: access, now: now, log: log)
  }

  /// Answers until the program is asked to end (SIGINT, SIGTERM); answers under way are finished.
  ///
  /// - Parameter serving: called once the desk can be reached.
  /// - Throws: `Failure` when it cannot listen; `ComplaintStore.Failure`.
  public func run(serving: @escaping @Sendable () -> Void) async throws {
    _ = try desk.cases.refresh()  // a store of an older forestall has no cases yet
    do {
      try await application(serving: serving).runService()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw Failure.portInUse(desk.settings.port)
    } catch is IOError {
      throw Failure.addressRefused(desk.settings.address, port: desk.settings.port)
    }
  }

  /// The application, not yet running.
  func application(
    serving: @escaping @Sendable () -> Void = {}
  ) -> some ApplicationProtocol {
    var logger = Logger(label: "forestall") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .error
    return Application(
      router: desk.router(),
      configuration: ApplicationConfiguration(
        address: .hostname(desk.settings.address, port: desk.settings.port)),
      onServerRunning: { _ in serving() }, logger: logger)
  }
}
