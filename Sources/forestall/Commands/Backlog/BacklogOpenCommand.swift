import ArgumentParser
import Backlog
import Complaints

/// Opens an item.
struct BacklogOpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open a prevention item for one or more problems.",
    discussion: """
      An item is containment (keeps the harm small), corrective (removes the cause) or preventive \
      (removes it before it happens). Refunds, replacements and apologies mend single cases and \
      are none of these.

      Examples:
        forestall backlog open v1/stock/repair --owner "Workshop planning" \\
          --by Ana --now 2025-11-26T09:00:00Z --settings Corpora/forestall.yml
        forestall backlog open v1/delay/delivery --kind containment --by Ana \\
          --title "Tell before noon that a parcel is late" \\
          --now 2026-11-16T09:00:00Z --settings Corpora/forestall.yml
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(help: "Problems such as v1/stock/repair; none may belong to another item.")
  var problems: [ProblemKey]
  @Option(help: "In a few words; without it the first problem's title.")
  var title: String?
  @Option(help: "The change; without it the one that the rules recommend.")
  var change: String?
  @Option(
    help: "containment, corrective or preventive.",
    transform: { word in try ItemKind(word: word) })
  var kind = ItemKind.preventive
  @Option(help: "The one person or team that answers for it.")
  var owner: String?

  func run() throws {
    let settings = try acting.shared.readSettings()
    let catalogue = acting.shared.catalogue(settings)
    let first = problems[0].problem
    let recommended = catalogue.prevention(of: first.type)
    try acting.change { book, person, moment in
      try book.open(
        ItemDraft(
          problems: problems.map(\.problem), title: title ?? catalogue.title(of: first),
          kind: kind, change: change ?? recommended, owner: owner), by: person, at: moment)
    }
    if let recommended { Console.print("Recommended prevention: \(displayedLine(recommended))") }
  }
}
