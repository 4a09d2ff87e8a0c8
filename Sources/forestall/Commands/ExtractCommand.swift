import ArgumentParser
import Classify
import Complaints
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
      Needs no store and no clock; ids are the same in every run. On a terminal a tree is \
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

  @OptionGroup var footers: FooterOption

  @Flag(help: "Print authors' names on the lines.")
  var withNames = false

  func validate() throws { try Inputs.check(paths) }

  func run() throws {
    let settings = try options.readSettings()
    let pseudonyms = try pseudonymKey.map { Pseudonyms(key: try KeyFile.read(path: $0)) }
    let workforce = Workforce(
      Worker.Stages(
        organisation: settings.organisation, pseudonyms: pseudonyms, ruleSet: nil,
        footers: try footers.read()),
      jobs: options.jobs)
    var inputs = Inputs()
    var writer = LineWriter(withNames: withNames)
    try inputs.read(paths, settings: settings, workforce: workforce) { outcome in
      for verbatim in outcome.verbatims {
        switch format {
        case .jsonl: Console.write(writer.line(verbatim))
        case .tree: Console.print(VerbatimView.tree(verbatim))
        case .text: Console.print(VerbatimView.text(verbatim))
        }
      }
    }
    try inputs.finish()
  }
}
