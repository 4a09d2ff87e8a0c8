import ArgumentParser
import Backlog
import Complaints

/// Marks the change of an item as made.
struct BacklogDoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done",
    abstract: "Mark the change of a planned item as made, and fix how it will be judged.",
    discussion: """
      Fixes the baseline and the weeks that are counted before the change is judged, once, so \
      that nobody can choose them later.

      Example:
        forestall backlog done PB-1 --effective 2026-04-20 --cut 90 --by Ana \\
          --now 2026-04-20T09:00:00Z --settings Corpora/forestall.yml
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(help: "The item, such as PB-1.")
  var item: ItemNumber
  @Option(help: "The day from which the change holds.")
  var effective: Day
  @Option(help: "Percent of the cases that the change is to remove, 1 to 100.")
  var cut: Double

  func validate() throws {
    guard cut > 0, cut <= 100 else { throw ValidationError("--cut is a percentage, 1 to 100") }
  }

  func run() throws {
    try acting.change { book, person, moment in
      let done = try book.done(
        item.number, effective: effective, cut: cut / 100, by: person, at: moment)
      if done.plan?.weeks == nil {
        Console.complain(
          "\(done.label): counts will not tell whether this worked; choose a larger cut, or judge "
            + "it by what it changes")
      }
      return done
    }
  }
}
