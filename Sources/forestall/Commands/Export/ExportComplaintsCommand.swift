public import ArgumentParser
import Complaints
public import Export
import Pipeline
import Store

extension ComplaintExport.Format: ExpressibleByArgument {}

/// Whether an export holds what identifies people.
enum RedactionOption: String, CaseIterable, ExpressibleByArgument {
  case standard, none

  /// What the audit chain says of it.
  var words: String { self == .none ? "not redacted" : "redacted" }
}

/// Stored complaints with the tags in force.
struct ExportComplaintsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complaints",
    abstract: "Write one record for each complaint, newest first.",
    discussion: """
      Unlike 'forestall list', it knows only complaints, gives the tags in force (the rules' with \
      people's decisions) and each complaint's case, and takes out e-mail and postal addresses, \
      telephone, card, account and order numbers and names. Rules find most of these, never all: \
      redacted text is still personal data.

      Examples:
        forestall export complaints --settings Corpora/forestall.yml --type stock
        forestall export complaints --settings Corpora/forestall.yml \\
          --week 2026-W46 \
      --format jsonl
      """)

  @OptionGroup var options: SharedOptions
  @OptionGroup var filters: FilterOptions
  @Option(name: .shortAndLong, help: "At most this many; 0 for all.")
  var limit = 0
  @Option(help: "csv for spreadsheets, jsonl for programs (schema 1).")
  var format = ComplaintExport.Format.csv
  @Option(help: "standard, or none: texts as customers wrote them.")
  var redaction = RedactionOption.standard
  @OptionGroup var destination: OutputOption

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit is 0 or more") }
  }

  func run() throws {
    let settings = try options.readSettings()
    let store = try options.existingStore(settings)
    let export = ComplaintExport(
      store: store, format: format, redacts: redaction == .standard,
      organisations: settings.organisation.names)
    let filter = filters.filter(LocalDays(timeZone: settings.timeZone), limit: limit)
    if try export.isEmpty(matching: filter) { try filters.check(settings, options) }
    if redaction == .none {
      Console.complain("texts are not redacted: this export is personal data of your customers")
    }
    try options.enterExport("complaints, \(format.rawValue), \(redaction.words)", store)
    try destination.write { sink in try export.write(matching: filter, to: sink) }
  }
}
