import ArgumentParser
import Backlog

/// Says what lies behind a problem.
struct BacklogCauseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cause",
    abstract: "Write down the root cause of an item's problems, and how it is known.",
    discussion: """
      Example:
        forestall backlog cause PB-1 "The booking page looks at the diary only." \\
          --by Ana --known-by "told by two mechanics" --now 2026-11-17T09:00:00Z \\
          --settings Corpora/forestall.yml
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(help: "The item, such as PB-1.")
  var item: ItemNumber
  @Argument(help: "What lies behind it, in a sentence or two.")
  var text: String
  @Option(help: "How that is known.")
  var knownBy: String

  func run() throws {
    try acting.change { book, person, moment in
      try book.setRootCause(
        item.number, RootCause(text: text, knownBy: knownBy), by: person, at: moment)
    }
  }
}
