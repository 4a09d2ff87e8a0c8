import ArgumentParser
import Complaints
import Ingest
import Pipeline
import Text

/// How `extract` and `classify` print.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case tree, text, jsonl

  /// A person's form on a terminal, lines elsewhere.
  static var usual: OutputFormat { Console.isTerminal ? .tree : .jsonl }
}

/// Files and folders given on the command line, or the settings' sources.
struct Inputs {
  private var rejectionCount = 0
  private var rejections = RejectionLines()
  private var warnings = RejectionLines(verb: "warning")
  private var progress = ProgressLine()

  /// Standard input must be the only one.
  static func check(_ paths: [String]) throws {
    if paths.contains("-"), paths.count > 1 { throw ValidationError("'-' stands alone") }
  }

  /// Reads everything and hands over outcomes in order; rejections are told on standard error.
  mutating func read(
    _ paths: [String], settings: Settings, workforce: Workforce,
    each: (Worker.Outcome) throws -> Void
  ) throws {
    let reader = SourceReader(workforce)
    if paths == ["-"] {
      let file = try ByteStream(path: "-").spooled()
      try read(file, name: "stdin", ColumnMap(), reader, each)
      return progress.clear()
    }
    let sources = paths.isEmpty ? settings.sources : paths.map { Settings.Source(path: $0) }
    guard !sources.isEmpty else {
      throw ValidationError("name files or folders, or sources in the settings")
    }
    for entry in SourceWalk.entries(of: sources) where entry.leftOut == nil {
      do {
        try read(try entry.open(), name: entry.name, entry.columns, reader, each)
      } catch let rejection as Rejection {
        reject("\(rejection)", at: entry.name, in: entry.name)
      } catch let failure as ByteFile.Failure {
        reject("\(Rejection(.unreadable, failure.reason))", at: entry.name, in: entry.name)
      }
    }
    progress.clear()
  }

  private mutating func read(
    _ file: ByteFile, name: String, _ columns: ColumnMap, _ reader: SourceReader,
    _ each: (Worker.Outcome) throws -> Void
  ) throws {
    var done = 0
    _ = try reader.read(file, name: name, columns: columns) { batch in
      let name = batch.name
      for outcome in batch.outcomes {
        if let rejection = outcome.rejection {
          reject("\(rejection)", at: Inputs.place(of: outcome, name), in: name)
        }
        for (place, warning) in outcome.limitWarnings {
          progress.clear()
          for line in warnings.lines(warning, at: place, in: name) { Console.complain(line) }
        }
        try each(outcome)
      }
      if !batch.isMember { done = batch.outcomes.last?.piece.range.upperBound ?? done }
      if !Console.isTerminal { progress.show(name, done: done, total: file.byteCount) }
    }
  }

  /// Counts something that was rejected and tells it.
  mutating func reject(_ reason: String, at place: String, in file: String) {
    rejectionCount += 1
    progress.clear()
    for line in rejections.lines(reason, at: place, in: file) { Console.complain(line) }
  }

  /// Ends with status 2 when anything was rejected.
  mutating func finish() throws {
    tell()
    if rejectionCount > 0 { throw ExitCode(2) }
  }

  /// Says how much was rejected.
  mutating func tell() {
    guard rejectionCount > 0 else { return }
    for line in rejections.rest() + warnings.rest() { Console.complain(line) }
    Console.complain("\(counted(rejectionCount, "input")) rejected")
  }

  private static func place(of outcome: Worker.Outcome, _ name: String) -> String {
    let piece = outcome.piece
    return SourceReference(name: name, ordinal: piece.ordinal, range: piece.range).description
  }
}
