import ArgumentParser
import Backlog
import Export
import Pipeline
import Store

/// Items and candidates on one screen.
struct BacklogListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List prevention items and the problems that wait for one.",
    discussion: """
      Accepted items are left out until they are to be looked at again, and verified ones after \
      13 weeks; --all lists them too. Counts are cases, without a denominator: count only.

      Example:
        forestall backlog list --settings Corpora/forestall.yml
        forestall backlog list --all --settings Corpora/forestall.yml \\
          --now 2026-11-17T03:00:00Z
        forestall backlog list --state watching --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  @Flag(help: "Also accepted items, and ones that were verified long ago.")
  var all = false
  @Option(help: "Only items in this state, and no candidates.")
  var state: ItemState?
  @Flag(help: "JSON lines (schema 1), as 'forestall export backlog --format jsonl' writes them.")
  var json = false

  func validate() throws {
    if json, all || state != nil {
      throw ValidationError("--json lists everything; it excludes --all and --state")
    }
  }

  func run() throws {
    let settings = try options.readSettings()
    let days = LocalDays(timeZone: settings.timeZone)
    let catalogue = options.catalogue(settings)
    if json {
      let export = BacklogExport(
        store: try options.existingStore(settings), days: days, catalogue: catalogue,
        format: .jsonl)
      return try export.write(at: options.moment, to: Console.write)
    }
    let overview = try options.backlog(settings).overview(at: options.moment)
    let view = BacklogListView(
      moment: options.moment, days: days, catalogue: catalogue, width: Console.width)
    for line in view.lines(overview, all: all, state: state) { Console.print(line) }
  }
}
