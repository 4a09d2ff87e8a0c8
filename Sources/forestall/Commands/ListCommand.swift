import ArgumentParser
import Complaints
import Foundation
import Lines
import Store

extension StoredGrouping: ExpressibleByArgument {}

/// Stored verbatims, newest first.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List stored verbatims with their tags, newest first.",
    discussion: """
      Examples:
        forestall list --type stock --since 2026-10-01
        forestall list --complaints --search "call back" --csv > calls.csv
        forestall list --type stock --by week
        forestall list --limit 0 --json > everything.jsonl
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
    if let channel, Channel(rawValue: channel) == nil {
      throw ValidationError(
        "--channel is one of \(Channel.allCases.map(\.rawValue).joined(separator: ", "))")
    }
  }

  func run() throws {
    do {
      let store = try options.openStore(try options.readSettings())
      if let by { return count(try store.counts(by: by, matching: filter)) }
      let rowIDs = try store.rowIDs(matching: filter)
      var writer = LineWriter()
      if csv { Console.write(Array(CSVWriter.record(ListView.columns).utf8)) }
      for chunk in stride(from: 0, to: rowIDs.count, by: 256) {
        let part = Array(rowIDs[chunk..<min(chunk + 256, rowIDs.count)])
        for stored in try store.verdicts(of: part) {
          if json {
            Console.write(writer.line(stored.verbatim))
            if let verdict = stored.verdict { Console.write(writer.line(verdict)) }
          } else if csv {
            Console.write(Array(CSVWriter.record(ListView.cells(stored)).utf8))
          } else {
            Console.print(ListView.line(stored))
          }
        }
      }
      if !json, !csv, rowIDs.isEmpty { Console.note("nothing stored matches") }
      if !json, !csv, limit > 0, rowIDs.count == limit {
        Console.note(Style.dim("the newest \(limit); --limit 0 lists all"))
      }
    } catch let failure as ComplaintStore.Failure {
      Console.complain("\(failure)")
      throw ExitCode.failure
    }
  }

  private func count(_ counts: [(name: String, count: Int)]) {
    if csv {
      Console.write(Array(CSVWriter.record(["name", "count"]).utf8))
      for (name, count) in counts {
        Console.write(Array(CSVWriter.record([name, String(count)]).utf8))
      }
    } else {
      for line in ListView.bars(counts) { Console.print(line) }
    }
  }

  private var filter: StoredFilter {
    var filter = StoredFilter(
      failure: type, cause: cause, effect: effect, touchpoint: touchpoint, channel: channel,
      source: source, person: person, since: since.flatMap { Day($0) },
      until: until.flatMap { Day($0) }, complaintsOnly: complaints, search: search, limit: limit)
    if let week = week.flatMap(Week.init) {
      filter.since = week.start
      filter.until = Day(number: week.start.number + 6)
    }
    return filter
  }
}
