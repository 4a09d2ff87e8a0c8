import ArgumentParser
import Complaints
import Lines
import Pipeline
import Store

extension StoredGrouping: ExpressibleByArgument {}

/// Stored verbatims, newest first.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List stored verbatims with their tags, newest first.",
    discussion: """
      Days and weeks are those of the settings' time zone. Failures of other companies are \
      listed, but neither counted nor found by --type and --touchpoint.

      Examples:
        forestall list --settings Corpora/forestall.yml --type stock --by week
        forestall list --settings Corpora/forestall.yml --since 2026-10-01 --csv
        forestall list --settings Corpora/forestall.yml --search "call back"
      """)

  @OptionGroup var options: SharedOptions

  @Option(help: "Only this failure type, such as stock.")
  var type: String?
  @Option(help: "Only this stated cause, such as supplier.")
  var cause: String?
  @Option(help: "Only this effect, such as churn.")
  var effect: String?
  @Option(help: "Only failures at this touchpoint, such as repair.")
  var touchpoint: String?
  @Option(help: "mail, web, call, chat, table or letter.")
  var channel: String?
  @Option(help: "Only sources whose name contains this.")
  var source: String?
  @Option(help: "Only this person (hmac:…).")
  var person: String?
  @Option(help: "Received on or after this day.")
  var since: String?
  @Option(help: "Received on or before this day.")
  var until: String?
  @Option(help: "Received in this ISO week, such as 2026-W46.")
  var week: String?
  @Option(help: "Only customers' own words that contain all these words.")
  var search: String?
  @Flag(help: "Only complaints.")
  var complaints = false
  @Option(name: .shortAndLong, help: "At most this many; 0 for all.")
  var limit = 20
  @Option(help: "Count instead: by type, problem, touchpoint, cause, effect, channel or week.")
  var by: StoredGrouping?
  @Flag(help: "JSON lines (schema 1): each verbatim, then its verdict.")
  var json = false
  @Flag(help: "CSV with a header line.")
  var csv = false

  func validate() throws {
    if by != nil, json { throw ValidationError("--by prints a table or --csv") }
    if json, csv { throw ValidationError("--json and --csv exclude each other") }
    for (name, text) in [("--since", since), ("--until", until)] {
      if let text, Day(text) == nil { throw ValidationError("\(name) takes a day: 2026-11-17") }
    }
    if let week, Week(week) == nil { throw ValidationError("--week takes an ISO week: 2026-W46") }
    if week != nil, since != nil || until != nil {
      throw ValidationError("--week excludes --since and --until")
    }
    if let search, search.allSatisfy(\.isWhitespace) {
      throw ValidationError("--search takes words")
    }
    if limit < 0 { throw ValidationError("--limit is 0 or more") }
    if let channel, Channel(rawValue: channel) == nil {
      throw ValidationError(
        "--channel is one of \(Channel.allCases.map(\.rawValue).joined(separator: ", "))")
    }
  }

  func run() throws {
    let settings = try options.readSettings()
    let store = try options.existingStore(settings)
    let days = LocalDays(timeZone: settings.timeZone)
    let filter = filter(days)
    if let by {
      let counts = try store.counts(by: by, matching: filter, days: days)
      if counts.isEmpty { try check(settings) }
      return show(counts)
    }
    let rowIDs = try store.rowIDs(matching: filter)
    if rowIDs.isEmpty { try check(settings) }
    var writer = LineWriter()
    if csv { Console.write(Array(CSVWriter.record(ListView.header).utf8)) }
    for chunk in stride(from: 0, to: rowIDs.count, by: 256) {
      let part = Array(rowIDs[chunk..<min(chunk + 256, rowIDs.count)])
      for stored in try store.verdicts(of: part) {
        if json {
          Console.write(writer.line(stored.verbatim))
          if let verdict = stored.verdict { Console.write(writer.line(verdict)) }
        } else if csv {
          Console.write(Array(CSVWriter.record(ListView.cells(stored)).utf8))
        } else {
          Console.print(ListView.line(stored, days))
        }
      }
    }
    if !json, !csv, rowIDs.isEmpty { Console.note("nothing stored matches") }
    if !json, !csv, limit > 0, rowIDs.count == limit {
      Console.note("the newest \(limit); --limit 0 lists all", .dim)
    }
  }

  private func show(_ counts: [(name: String, count: Int)]) {
    if csv {
      Console.write(Array(CSVWriter.record(["name", "count"]).utf8))
      for (name, count) in counts {
        Console.write(Array(CSVWriter.record([name, String(count)]).utf8))
      }
    } else {
      for line in ListView.bars(counts) { Console.print(line) }
      if counts.isEmpty { Console.note("nothing stored matches") }
    }
  }
}
