import ArgumentParser
import Backlog
import Complaints

/// Plans the change of an item.
struct BacklogPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan the change of an open item: what, and by when.",
    discussion: """
      Example:
        forestall backlog plan PB-1 --due 2026-04-20 --by Ana \\
          --change "A booking reserves its parts; without parts no slot." \\
          --now 2025-12-10T09:00:00Z --settings Corpora/forestall.yml
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(help: "The item, such as PB-1.")
  var item: ItemNumber
  @Option(help: "The change; without it the one that was named before.")
  var change: String?
  @Option(help: "By which day, such as 2026-04-20.")
  var due: Day

  func run() throws {
    try acting.change { book, person, moment in
      try book.plan(item.number, change: change, due: due, by: person, at: moment)
    }
  }
}
