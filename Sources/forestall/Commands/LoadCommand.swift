import ArgumentParser
import Complaints
import Pipeline
import Store
import Text

/// Lines to the store.
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Store verbatim and verdict lines made elsewhere.",
    discussion: """
      Reads what 'extract' and 'classify' print, from files or with - from standard input, and \
      stores the same as 'run' would. A verdict without its verbatim is refused.

      Example:
        forestall extract Corpora | forestall classify - --through > lines.jsonl
        forestall load lines.jsonl --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  @Argument(help: "Files of lines, or - for standard input.")
  var paths: [String]

  func run() throws {
    let settings = try options.readSettings()
    let store = try options.openStore(settings)
    var told = RejectionLines()
    var file = ""
    let days = LocalDays(timeZone: settings.timeZone)
    var loader = LineLoader(store: store, days: days, now: options.moment) { place, error, isNew in
      for line in told.lines("\(error)", at: place, in: file, isKnown: !isNew) {
        Console.complain(line)
      }
    }
    do {
      let lock = try StateLock(stateFolder: store.folder)
      for path in paths {
        file = path == "-" ? "standard input" : path
        try load(path, named: file, into: &loader)
      }
      for line in told.rest() { Console.complain(line) }
      let missing = try loader.finish()
      if missing > 0 {
        Console.complain(
          "\(counted(missing, "stored verbatim")) have no verdict of the loaded rule set, so "
            + "readers still see the old one; 'forestall run' with those rules completes it")
      }
      withExtendedLifetime(lock) {}
    } catch {
      Console.complain("\(error)")
      throw ExitCode.failure
    }
    let changes = loader.changes
    Console.print(
      "Stored \(counted(changes.newVerbatimCount, "new verbatim")), "
        + "\(counted(changes.complaintCount, "complaint")) among them"
        + (changes.knownVerbatimCount > 0
          ? "; \(grouped(changes.knownVerbatimCount)) known already." : "."))
    if loader.newRejectionCount > 0 {
      Console.complain("\(counted(loader.newRejectionCount, "line")) rejected")
      throw ExitCode(2)
    }
  }

  private func load(
    _ path: String, named name: String, into loader: inout LineLoader
  ) throws {
    var lines = try InputLines(path: path)
    var number = 0
    while case let read = try lines.next(512), !read.isEmpty {
      for bytes in read {
        number += 1
        if !bytes.isEmpty { try loader.load(bytes, place: "\(name) line \(number)") }
      }
    }
  }
}
