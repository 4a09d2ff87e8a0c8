import ArgumentParser
import Complaints
import Pipeline
import Review
import Store

/// The review desk: a web page where people judge tags and keep the prevention backlog.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Serve the review desk, or make a login link for it.",
    discussion: """
      Each user of 'review:' in the settings gets a login link, good for 15 minutes and for one \
      login; 'forestall review link NAME' makes another one while the desk runs. The desk listens \
      on this machine only; a reverse proxy with TLS stands before it where others use it.

      Examples:
        forestall review --settings Corpora/forestall.yml --now 2026-11-17T03:00:00Z
        forestall review link ana --settings Corpora/forestall.yml
      """,
    subcommands: [ReviewServeCommand.self, ReviewLinkCommand.self],
    defaultSubcommand: ReviewServeCommand.self)
}

/// Where a desk is to be found.
struct DeskOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The port; without it the settings' or 8460.", valueName: "n"))
  var port: Int?

  @Option(
    help: ArgumentHelp("The address; without it the settings' or 127.0.0.1.", valueName: "address"))
  var address: String?

  func validate() throws {
    if let port, !(1...65_535).contains(port) {
      throw ValidationError("--port is 1 to 65535")
    }
  }

  /// The desk of the settings; an error without users.
  func desk(_ settings: Settings) throws -> ReviewSettings {
    let review = settings.review
    guard !review.users.isEmpty else {
      Console.complain(
        "nobody may review: name people with 'review: {users: [ana, ben]}' in the settings")
      throw ExitCode(64)
    }
    return ReviewSettings(
      users: review.users, hosts: review.hosts, address: address ?? review.address,
      port: port ?? review.port, isBehindHTTPS: review.isBehindHTTPS)
  }
}
