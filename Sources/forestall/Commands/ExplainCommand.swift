import ArgumentParser
import Classify
import Complaints
import Foundation
import Ingest
import Pipeline
import Store

/// Why a text has its tags, or has not.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a text has its tags, or how near each rule of a missing tag came.",
    discussion: """
      Takes words, files, or the id or place of a stored verbatim.

      Examples:
        forestall explain --text "I was promised a call back and nobody rang."
        forestall explain Corpora/letters/09-nobody-rings.txt --why-not delay
        forestall explain mail/care-2026.mbox#17 --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  @Argument(
    help: "Files or folders, or the id (four digits or more) or place of a stored verbatim.")
  var names: [String] = []

  @Option(help: "Explain these words of a customer.")
  var text: String?

  @Option(
    help: ArgumentHelp(
      "Explain why this was not tagged: a failure type, or a tag such as effect:churn.",
      valueName: "type"))
  var whyNot: String?

  func validate() throws {
    if names.isEmpty == (text == nil) {
      throw ValidationError("name files or stored verbatims, or give words with --text")
    }
  }

  func run() throws {
    let settings = try options.readSettings()
    let ruleSet = try options.readRules(settings, mustPass: false)
    if let whyNot { try check(whyNot, ruleSet.taxonomy) }
    var explainer = Explainer(ruleSet: ruleSet)
    var inputs = Inputs()
    for verbatim in try verbatims(settings, &inputs) {
      Console.print(VerbatimView.headline(verbatim))
      let lines =
        whyNot.map { explainer.whyNot(type: $0, in: verbatim).lines(width: Console.width) }
        ?? explainer.explanation(of: verbatim).lines(width: Console.width)
      for line in lines { Console.print(ExplainView.coloured(line)) }
      Console.print()
    }
    try inputs.finish()
  }

  private func check(_ tag: String, _ taxonomy: Taxonomy) throws {
    let known = taxonomy.tagNames + taxonomy.failures.map(\.id)
    guard !known.contains(tag) else { return }
    throw ValidationError("unknown tag '\(tag)'\(hint(for: tag, among: known))")
  }

  private func verbatims(_ settings: Settings, _ inputs: inout Inputs) throws -> [Verbatim] {
    if let text { return [Verbatim(words: text)] }
    let files = names.filter { FileManager.default.fileExists(atPath: $0) }
    var found: [Verbatim] = []
    if !files.isEmpty {
      let stages = Worker.Stages(
        organisation: settings.organisation, pseudonyms: nil, ruleSet: nil)
      try inputs.read(
        files, settings: settings, workforce: Workforce(stages, jobs: options.jobs)
      ) { found += $0.verbatims }
    }
    for name in names where !files.contains(name) { found += try stored(name, settings) }
    return found
  }

  private func stored(_ name: String, _ settings: Settings) throws -> [Verbatim] {
    guard settings.state != nil else {
      Console.complain(
        "'\(name)': no such file; to explain a stored verbatim, give --settings FILE")
      throw ExitCode.failure
    }
    let store = try options.existingStore(settings)
    let found = try store.verdicts(of: try store.rowIDs(named: name))
    guard !found.isEmpty else {
      Console.complain("'\(name)': no such file, and nothing stored has that id or place")
      throw ExitCode.failure
    }
    return found.map(\.verbatim)
  }
}
