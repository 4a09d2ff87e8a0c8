import ArgumentParser
import Backlog
import Complaints

/// Accepts a problem for a time.
struct BacklogAcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Live with a problem for a stated reason, until a day.",
    discussion: """
      Example:
        forestall backlog accept PB-2 --reason "The old site closes in spring." \\
          --by Ana --review-on 2027-01-31 --now 2026-11-17T10:00:00Z \\
          --settings Corpora/forestall.yml
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(help: "The item, such as PB-1.")
  var item: ItemNumber
  @Option(help: "Why the problem is lived with.")
  var reason: String
  @Option(help: "The day on which that is looked at again.")
  var reviewOn: Day

  func run() throws {
    try acting.change { book, person, moment in
      try book.accept(
        item.number, reason: reason, reviewDay: reviewOn, by: person, at: moment)
    }
  }
}
