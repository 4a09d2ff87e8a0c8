import ArgumentParser
import Backlog
import Pipeline
import Store

/// What happened to items.
struct BacklogHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Print what happened to one item or to all, oldest first.",
    discussion: """
      What the counts decided is by 'forestall', dated at the end of the week that decided.

      Example:
        forestall backlog history PB-1 --settings Corpora/forestall.yml
        forestall backlog history --settings Corpora/forestall.yml --now 2026-01-01
      """)

  @OptionGroup var options: SharedOptions

  @Argument(help: "The item, such as PB-1; without it all.")
  var item: ItemNumber?

  func run() throws {
    let settings = try options.readSettings()
    let book = try options.backlog(settings)
    let items =
      try item.map { [try book.item($0.number, at: options.moment)] }
      ?? book.overview(at: options.moment).items
    let days = LocalDays(timeZone: settings.timeZone)
    let events = items.flatMap(\.item.events).enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    for (_, event) in events { Console.print(BacklogItemView.line(event, days)) }
    if events.isEmpty { Console.note("nothing happened yet; 'forestall backlog open' opens items") }
  }
}
