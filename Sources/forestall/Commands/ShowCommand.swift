import ArgumentParser
import Complaints
import Lines
import Store

/// One stored verbatim, whole.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a stored verbatim whole, its evidence marked, with all its tags.",
    discussion: """
      Examples:
        forestall show mail/care-2026.mbox#17 --settings Corpora/forestall.yml
        forestall show letters/02-saddle-refund.txt \\
          --settings Corpora/forestall.yml --json
      """)

  @OptionGroup var options: SharedOptions

  @Argument(help: "The first digits of an id (four or more), or a place such as inbox.mbox#17.")
  var name: String

  @Flag(help: "JSON lines (schema 1): the verbatim, then its verdict.")
  var json = false

  func run() throws {
    let store = try options.existingStore(try options.readSettings())
    let found = try store.verdicts(of: try store.rowIDs(named: name))
    guard !found.isEmpty else {
      Console.complain("nothing stored is named '\(name)'; 'forestall list' prints ids")
      throw ExitCode.failure
    }
    var writer = LineWriter()
    for stored in found {
      if json {
        Console.write(writer.line(stored.verbatim))
        if let verdict = stored.verdict { Console.write(writer.line(verdict)) }
      } else {
        show(stored)
      }
    }
  }

  private func show(_ stored: StoredVerbatim) {
    let judgement = stored.verdict.map(VerdictView.judgement) ?? ("not judged", .dim)
    var untitled = stored.verbatim
    untitled.title = nil
    Console.print(VerbatimView.headline(untitled, note: judgement))
    Console.print()
    if let title = stored.verbatim.title, !title.isEmpty {
      Console.print(Style.bold(displayedLine(title)))
      Console.print()
    }
    Console.print(VerdictView.marked(stored.verbatim, stored.verdict))
    Console.print()
    for line in stored.verdict.map(VerdictView.tags) ?? [] { Console.print(line) }
    if let happened = stored.verdict?.happened {
      let day = happened.day.map { " (\($0))" } ?? ""
      Console.print("happened: \(displayedLine(happened.words))\(day)")
    }
  }
}
