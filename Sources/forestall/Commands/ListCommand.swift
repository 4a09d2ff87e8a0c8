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
      listed, but neither counted nor found by --type and --touchpoint. Texts are shown as \
      customers wrote them; 'forestall export complaints' takes out what identifies people.

      Examples:
        forestall list --settings Corpora/forestall.yml --type stock --by week
        forestall list --settings Corpora/forestall.yml --since 2026-10-01 --csv
        forestall list --settings Corpora/forestall.yml --search "call back"
      """)

  @OptionGroup var options: SharedOptions
  @OptionGroup var filters: FilterOptions

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
    if limit < 0 { throw ValidationError("--limit is 0 or more") }
  }

  func run() throws {
    let settings = try options.readSettings()
    let store = try options.existingStore(settings)
    let days = LocalDays(timeZone: settings.timeZone)
    var filter = filters.filter(days, limit: limit)
    filter.complaintsOnly = complaints
    if let by {
      let counts = try store.counts(by: by, matching: filter, days: days)
      if counts.isEmpty { try filters.check(settings, options) }
      return show(counts)
    }
    let rowIDs = try store.rowIDs(matching: filter)
    if rowIDs.isEmpty { try filters.check(settings, options) }
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
