import ArgumentParser
import Classify
import Complaints
import Foundation
import Lines
import Pipeline
import Privacy

/// Bytes to verbatims.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract:
      "Read files and print each author's words: the mail, the post, each comment, the call.",
    discussion: """
      Needs no store and no clock; ids are the same in every run. On a terminal a tree is
      printed, elsewhere JSON lines (schema 1), one a verbatim.

      Examples:
        forestall extract Corpora/mail/care-2025.mbox
        forestall extract Corpora --format jsonl > verbatims.jsonl
      """)

  @OptionGroup var options: SharedOptions

  @Argument(
    help: "Files or folders, or - for standard input; without them the settings' sources.")
  var paths: [String] = []

  @Option(help: "tree, text or jsonl.")
  var format: OutputFormat = .usual

  @Option(
    help: ArgumentHelp("Key for authors' pseudonyms (64 hex digits, mode 600).", valueName: "file"))
  var pseudonymKey: String?

  @Flag(help: "Print authors' names on the lines.")
  var withNames = false

  func run() throws {
    let settings = try options.readSettings()
    let spool = try Spool(paths)
    defer { spool.remove() }
    do {
      let pseudonyms = try pseudonymKey.map { Pseudonyms(key: try KeyFile.read(path: $0)) }
      let workforce = Workforce(
        Worker.Stages(
          organisation: settings.organisation, pseudonyms: pseudonyms, ruleSet: nil),
        jobs: options.jobs)
      var inputs = Inputs()
      var writer = LineWriter(withNames: withNames)
      try inputs.read(spool.paths, settings: settings, workforce: workforce) { outcome in
        for verbatim in outcome.verbatims {
          switch format {
          case .jsonl: Console.write(writer.line(verbatim))
          case .tree: Console.print(VerbatimView.tree(verbatim))
          case .text: Console.print(VerbatimView.text(verbatim))
          }
        }
      }
      try inputs.finish()
    } catch let error as KeyFileError {
      Console.complain("\(error)")
      throw ExitCode.failure
    }
  }
}

/// Standard input kept in a file of its own while it is read, since formats are found by content.
struct Spool {
  let paths: [String]
  private let folder: String?

  init(_ given: [String]) throws {
    guard given.contains("-") else {
      paths = given
      folder = nil
      return
    }
    let folder = NSTemporaryDirectory() + "forestall-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let path = folder + "/stdin"
    _ = FileManager.default.createFile(
      atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard let output = FileHandle(forWritingAtPath: path) else { throw ExitCode.failure }
    while let data = try FileHandle.standardInput.read(upToCount: 1 << 20), !data.isEmpty {
      try output.write(contentsOf: data)
    }
    try output.close()
    paths = given.map { $0 == "-" ? path : $0 }
    self.folder = folder
  }

  func remove() {
    if let folder { try? FileManager.default.removeItem(atPath: folder) }
  }
}
