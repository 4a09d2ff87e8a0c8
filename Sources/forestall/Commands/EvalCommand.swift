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
      complaint' is right, and how often the evidence touches the labelled words.

      Examples:
        forestall eval Corpora/labels/mail.jsonl
        forestall eval Corpora/labels/mail.jsonl --by industry --json
      """)

  @OptionGroup var options: SharedOptions

  @Argument(help: "Labelled texts, one JSON object a line.")
  var labels: String

  @Option(help: "The same figures for each industry or source.")
  var by: EvaluationGrouping?

  @Option(
    help: ArgumentHelp("Labelled touchpoints, one JSON object a line.", valueName: "file"))
  var touchpoints: String?

  @Flag(help: "One JSON object.")
  var json = false

  func run() throws {
    let ruleSet = try options.readRules(try options.readSettings())
    let file = LabelFile.read(path: labels, taxonomy: ruleSet.taxonomy)
    let places = touchpoints.map { TouchpointFile.read(path: $0, taxonomy: ruleSet.taxonomy) }
    for diagnostic in file.diagnostics + (places?.diagnostics ?? []) {
      Console.note(diagnostic.description)
    }
    if file.hasErrors || places?.hasErrors == true {
      Console.complain("the labels have mistakes; nothing was measured")
      throw ExitCode.failure
    }
    guard !file.texts.isEmpty else {
      Console.complain("'\(labels)' holds no labelled texts; nothing was measured")
      throw ExitCode.failure
    }
    let report = Evaluation.run(
      texts: file.texts, ruleSet: ruleSet, places: places?.places ?? [:],
      by: by.flatMap { Evaluation.Key(rawValue: $0.rawValue) })
    Console.write(json ? report.json : Array(displayed(report.table).utf8))
  }
}
