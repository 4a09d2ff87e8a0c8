public import ArgumentParser
public import Ingest
import Lines
import Pipeline
import Store

extension Rejection.Reason: ExpressibleByArgument {}

/// What is in quarantine.
struct QuarantineListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what could not be read: why, where, how much, since when.",
    discussion: """
      The newest first, then how many there are for each reason. 'no bytes' means that nothing \
      could be kept, as of a file that could not be opened.

      Examples:
        forestall quarantine list --settings Corpora/forestall.yml
        forestall quarantine list --reason encrypted --limit 0 \\
          --settings Corpora/forestall.yml
        forestall quarantine list --json --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  @Option(help: "Only what was rejected for this reason.")
  var reason: Rejection.Reason?
  @Option(name: .shortAndLong, help: "At most this many; 0 for all.")
  var limit = 20
  @Flag(help: "JSON lines (schema 1), the oldest first, all of them without --reason.")
  var json = false

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit is 0 or more") }
  }

  func run() throws {
    let settings = try options.readSettings()
    let days = LocalDays(timeZone: settings.timeZone)
    let entries = try options.existingStore(settings).quarantined().filter { entry in
      reason.map { entry.reason == $0.rawValue } ?? true
    }
    if json {
      for entry in entries { Console.write(QuarantineView.line(entry)) }
      return
    }
    let shown = entries.reversed().prefix(limit == 0 ? entries.count : limit)
    for entry in shown { Console.print(QuarantineView.row(entry, days)) }
    guard !entries.isEmpty else { return Console.note("nothing is in quarantine") }
    Console.print()
    for line in QuarantineView.counts(entries) { Console.print(line) }
    if shown.count < entries.count {
      Console.note("the newest \(limit); --limit 0 lists all", .dim)
    }
  }
}
