import ArgumentParser
import Backlog

/// Opens a judged or accepted item again, or withdraws its trial.
struct BacklogReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Open a judged or accepted item again, or withdraw its trial.",
    discussion: """
      Example:
        forestall backlog reopen PB-2 --reason "The old site stays." --by Ana \\
          --now 2026-11-17T11:00:00Z --settings Corpora/forestall.yml
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(help: "The item, such as PB-1.")
  var item: ItemNumber
  @Option(help: "Why.")
  var reason: String

  func run() throws {
    try acting.change { book, person, moment in
      try book.reopen(item.number, reason: reason, by: person, at: moment)
    }
  }
}
