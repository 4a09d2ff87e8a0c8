public import ArgumentParser
public import Authoring
import Classify
import Complaints
import Pipeline

extension FrequencyReport.Order: ExpressibleByArgument {}

/// What every rule finds.
struct RulesFreqCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freq",
    abstract: "Count what every rule finds, what is unique, overlapping, right or dead.",
    discussion: """
      Reads files, folders or lines of 'extract'; labelled texts where only --labels is given; \
      without both what is stored. Draft and shadow rules are counted too, though they do not \
      tag. Of each rule: texts with a hit, hits, texts that no other live rule of its tag finds \
      (unique), the share of labelled texts hit that have the tag (precision, of how many), the \
      share of hits that a guard cancelled (guarded), and patterns that match nowhere (silent).

      Examples:
        forestall rules freq Corpora/mail Corpora/letters
        forestall rules freq --labels Corpora/labels/mail.jsonl --sort precision
        forestall rules freq --settings Corpora/forestall.yml --only stock --show 20
        forestall rules freq Corpora/letters --only stock --silent
      """)

  @OptionGroup var options: SharedOptions

  @Argument(help: "Files or folders, or lines of 'extract'; without them what is stored.")
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp("Labelled texts, for precision; may be repeated.", valueName: "file"))
  var labels: [String] = []
  @OptionGroup var chosen: LabelOptions
  @Option(help: ArgumentHelp("Only rules whose id or tag contains this.", valueName: "words"))
  var only: String?
  @Option(help: "texts, unique, precision (the worst first), guarded or rule.")
  var sort = FrequencyReport.Order.texts
  @Option(help: ArgumentHelp("Show this many hits of each rule, redacted.", valueName: "n"))
  var show = 0
  @Flag(help: "List the patterns that match nowhere.")
  var silent = false
  @Flag(help: "One JSON object a line.")
  var json = false

  func validate() throws {
    if show < 0 { throw ValidationError("--show takes a number of hits") }
  }

  func run() throws {
    let settings = try options.readSettings()
    let ruleSet = try options.readRules(settings, mustPass: false)
    var tally = FrequencyTally(
      ruleSet: ruleSet, quoteLimit: show, organisations: settings.organisation.names)
    try checkSelection(tally.report)
    if !labels.isEmpty {
      for text in try chosen.texts(of: labels, taxonomy: ruleSet.taxonomy) { tally.add(text) }
    }
    if labels.isEmpty || !inputs.isEmpty {
      try TextSource(settings: settings, options: options).each(inputs) { tally.add($0) }
    }
    var report = tally.report
    if let only { report.keep(only: only) }
    report.sort(by: sort)
    if json { return Console.write(report.json) }
    guard silent || show > 0 else { return tell(report.table) }
    if show > 0 { tell(report.quotes, orElse: "no rule has a hit") }
    if silent { tell(report.silentPatterns, orElse: "no pattern is silent") }
  }

  /// Refuses a selection without a rule before anything is read.
  private func checkSelection(_ report: FrequencyReport) throws {
    guard let only else { return }
    var chosen = report
    chosen.keep(only: only)
    guard chosen.rules.isEmpty else { return }
    Console.complain("no rule is named '\(only)'")
    throw ExitCode.failure
  }

  private func tell(_ text: String, orElse note: String = "") {
    if text.isEmpty { Console.note(note) } else { Console.write(Array(displayed(text).utf8)) }
  }
}
