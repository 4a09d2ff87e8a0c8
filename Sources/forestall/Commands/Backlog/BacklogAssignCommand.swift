import ArgumentParser
import Backlog

/// Names who answers for an item.
struct BacklogAssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Name the one person or team that answers for an item.",
    discussion: """
      Example:
        forestall backlog assign PB-1 "Workshop planning" --by Ana \\
          --now 2026-11-17T09:00:00Z --settings Corpora/forestall.yml
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(help: "The item, such as PB-1.")
  var item: ItemNumber
  @Argument(help: "The owner.")
  var owner: String?
  @Flag(help: "Nobody answers for it any more.")
  var vacant = false

  func validate() throws {
    if vacant == (owner != nil) { throw ValidationError("name an owner, or say --vacant") }
  }

  func run() throws {
    try acting.change { book, person, moment in
      try book.assign(item.number, owner: owner, by: person, at: moment)
    }
  }
}
