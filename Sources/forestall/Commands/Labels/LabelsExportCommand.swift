public import ArgumentParser
import Authoring
public import Complaints
import Pipeline

extension Decision.Draw: ExpressibleByArgument {}

/// The labels that eval reads, from reviewed texts.
struct LabelsExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write reviewed texts as labelled texts, the input of 'eval' and 'rules fit'.",
    discussion: """
      One JSON object a line: id, source, text (the author's own words), complaint, praise, and \
      the evidence of each failure, cause and effect. A text counts once every tag in force on it \
      was decided. Figures about how good the rules are may come from blind draws only \
      (--draw blind). What identifies people is taken out, as far as rules find it.

      Examples:
        forestall labels export --settings Corpora/forestall.yml
        forestall labels export --draw blind --output labels.jsonl \\
          --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  @Option(help: "Only texts drawn this way: queue, newest, problem, search or blind.")
  var draw: Decision.Draw?
  @Option(help: "standard, or none: texts as customers wrote them.")
  var redaction = RedactionOption.standard
  @OptionGroup var destination: OutputOption

  func run() throws {
    let settings = try options.readSettings()
    let store = try options.existingStore(settings)
    let texts = try options.reviewedTexts(
      in: store, settings, draw: draw, redacts: redaction == .standard)
    if redaction == .none {
      Console.complain("texts are not redacted: these labels are personal data of your customers")
    }
    let kind = draw.map { ["draw \($0.rawValue)"] } ?? []
    try options.enterExport(
      (["labels"] + kind + [redaction.words]).joined(separator: ", "), store)
    try destination.write { sink in for text in texts { try sink(text.json) } }
    if texts.isEmpty { Console.note("no text is reviewed yet") }
  }
}
