import ArgumentParser
import Authoring
import Classify
import Complaints
import Pipeline

/// What `eval --by` groups texts by.
enum EvaluationGrouping: String, ExpressibleByArgument, CaseIterable {
  case industry, source
}

/// How good the rules are.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measure the rules against labelled texts.",
    discussion: """
      Prints precision, recall, F1 and support of every type, micro and macro figures with 95 % \
      intervals (1,000 bootstrap replicates of whole texts, fixed seed), how often 'is a \
      complaint' is right, and how often the evidence touches the labelled words. Several files \
      are measured as one.

      Examples:
        forestall eval Corpora/labels/mail.jsonl
        forestall eval Corpora/labels/mail.jsonl Corpora/labels/tables.jsonl
        forestall eval Corpora/labels/mail.jsonl --by industry --json
        forestall eval Corpora/labels/pages.jsonl --industry cycling --compare Rules
      """)

  @OptionGroup var options: SharedOptions
  @OptionGroup var choice: LabelOptions

  @Argument(help: "Files of labelled texts, one JSON object a line.")
  var labels: [String]

  @Option(help: "The same figures for each industry or source.")
  var by: EvaluationGrouping?

  @Option(
    help: ArgumentHelp(
      "Labelled touchpoints, promises and times, one JSON object a line.", valueName: "file"))
  var touchpoints: String?

  @Option(
    help: ArgumentHelp(
      "Another folder of rules: says by how much these are better on the same texts.",
      valueName: "folder"))
  var compare: String?

  @Flag(help: "One JSON object.")
  var json = false

  func run() throws {
    let settings = try options.readSettings()
    let ruleSet = try options.readRules(settings)
    let other = try compare.map { try options.readRules(in: $0, settings, mustPass: false) }
    let places = touchpoints.map { TouchpointFile.read(path: $0, taxonomy: ruleSet.taxonomy) }
    LabelOptions.tell(places?.diagnostics ?? [], of: touchpoints ?? "")
    if places?.hasErrors == true {
      Console.complain("the labelled touchpoints have mistakes; nothing was measured")
      throw ExitCode.failure
    }
    let report = Evaluation.run(
      texts: try choice.texts(of: labels, taxonomy: ruleSet.taxonomy), ruleSet: ruleSet,
      places: places?.places ?? [:], by: by.flatMap { Evaluation.Key(rawValue: $0.rawValue) },
      comparedWith: other)
    Console.write(json ? report.json : Array(displayed(report.table).utf8))
  }
}
