import ArgumentParser
import Complaints
import Dispatch
import Foundation
import Pipeline
import Review
import Store
import Synchronization

/// Serves the desk until it is interrupted.
struct ReviewServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the review desk until interrupted.",
    discussion: """
      Prints a login link for each user of 'review:' in the settings, then serves.

      Example:
        forestall review --settings Corpora/forestall.yml --now 2026-11-17T03:00:00Z
      """)

  @OptionGroup var options: SharedOptions
  @OptionGroup var deskOptions: DeskOptions

  func run() throws {
    let settings = try options.readSettings()
    let desk = try deskOptions.desk(settings)
    let store = try options.existingStore(settings)
    let days = LocalDays(timeZone: settings.timeZone)
    let access = ReviewAccess(store: store, users: desk.users, clock: ReviewServeCommand.clock)
    let fixed = options.now.flatMap { Timestamp($0) }
    let server = try ReviewServer(
      store: store, days: days, catalogue: options.catalogue(settings), settings: desk,
      access: access, now: { fixed ?? ReviewServeCommand.clock() },
      log: { Console.complain("review desk: \($0)") })
    try wait {
      try await server.run {
        Console.print("Review desk on \(desk.url) for \(desk.users.joined(separator: ", "))")
        for user in desk.users {
          guard let link = try? access.makeLink(for: user) else { continue }
          Console.print("\(user): \(desk.url)\(link)")
        }
        Console.print("Each link works once, for 15 minutes. Ctrl-C ends the desk.")
      }
    }
  }

  /// The machine's clock.
  static let clock: @Sendable () -> Timestamp = {
    Timestamp(seconds: Int(Date().timeIntervalSince1970))
  }

  /// Runs something asynchronous to its end; the program's commands are synchronous.
  private func wait(_ body: @escaping @Sendable () async throws -> Void) throws {
    let outcome = Mutex<Result<Void, any Error>>(.success(()))
    let isOver = DispatchSemaphore(value: 0)
    Task.detached {
      do {
        try await body()
      } catch {
        outcome.withLock { $0 = .failure(error) }
      }
      isOver.signal()
    }
    isOver.wait()
    try outcome.withLock { try $0.get() }
  }
}

/// Makes a login link for a desk that runs.
struct ReviewLinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Make a login link for one user of the review desk.",
    discussion: """
      Good for 15 minutes and for one login; the desk may be running meanwhile.

      Example:
        forestall review link ana --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions
  @OptionGroup var deskOptions: DeskOptions

  @Argument(help: "The user's name, as in the settings.")
  var user: String

  func run() throws {
    let settings = try options.readSettings()
    let desk = try deskOptions.desk(settings)
    let access = ReviewAccess(
      store: try options.existingStore(settings), users: desk.users,
      clock: ReviewServeCommand.clock)
    Console.print(desk.url + (try access.makeLink(for: user)))
  }
}
