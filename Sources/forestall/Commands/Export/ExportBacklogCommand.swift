public import ArgumentParser
import Complaints
public import Export
import Pipeline
import Store

extension BacklogExport.Format: ExpressibleByArgument {}

/// The prevention backlog, for trackers, spreadsheets and people.
struct ExportBacklogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backlog",
    abstract: "Write one record for each prevention item and each candidate.",
    discussion: """
      Each has its state, owner, change, recommended prevention, cases and signals, how its \
      trial stands, and up to three of the newest complaints in a few words, without what \
      identifies people. --now in the past writes what was known then.

      Examples:
        forestall export backlog --settings Corpora/forestall.yml
        forestall export backlog --settings Corpora/forestall.yml --format csv
        forestall export backlog --settings Corpora/forestall.yml \\
          --now 2026-11-17T03:00:00Z
      """)

  @OptionGroup var options: SharedOptions
  @Option(help: "md for people, csv for spreadsheets, jsonl for programs (schema 1).")
  var format = BacklogExport.Format.md
  @OptionGroup var destination: OutputOption

  func run() throws {
    let settings = try options.readSettings()
    let store = try options.existingStore(settings)
    try options.enterExport("backlog, \(format.rawValue)", store)
    let export = BacklogExport(
      store: store, days: LocalDays(timeZone: settings.timeZone),
      catalogue: options.catalogue(settings), format: format,
      organisations: settings.organisation.names)
    try destination.write { sink in try export.write(at: options.moment, to: sink) }
  }
}
