import ArgumentParser
import Authoring
import Classify
import Complaints
import Foundation
import Pipeline

/// Strengths and thresholds from labelled texts.
struct RulesFitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Fit the strengths of rules and the threshold of failures to labelled texts.",
    discussion: """
      Writes weights.yml into the folder of rules. Strengths are those under which the labels are \
      most likely, held by how often rules of the same tag and written strength are right; the \
      threshold, one for all failures, is that with the best F1, or the best that keeps \
      --precision. How firmly strengths are held, and the threshold, are chosen by leaving out \
      one industry at a time, and so are the figures measured that are printed. Draft and shadow \
      rules are not fitted, nor causes, effects and praise where no text is labelled with any.

      Examples:
        forestall rules fit Corpora/labels/mail.jsonl --output weights.yml
        forestall rules fit Corpora/labels/mail.jsonl Corpora/labels/tables.jsonl
      """)

  @OptionGroup var options: SharedOptions
  @OptionGroup var choice: LabelOptions

  @Argument(help: "Files of labelled texts, one JSON object a line.")
  var labels: [String]

  @Option(
    help: ArgumentHelp(
      "Where to write; without it weights.yml in the folder of rules.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The share of failure tags that must be right, as 0.8; without it the best micro-F1.",
      valueName: "share"))
  var precision: Double?

  @Flag(help: "One JSON object.")
  var json = false

  func validate() throws {
    if let precision, !(0...1).contains(precision) {
      throw ValidationError("--precision is a share from 0 to 1")
    }
  }

  func run() throws {
    let settings = try options.readSettings()
    let ruleSet = try options.readRules(settings)
    let folder = try options.rulesFolder(settings)
    let texts = try choice.texts(of: labels, taxonomy: ruleSet.taxonomy)
    let fit = RuleFit(
      texts: texts, ruleSet: ruleSet, folder: folder, moment: options.moment,
      leastPrecision: precision)
    let path = output ?? folder + "/weights.yml"
    do {
      try Data(fit.file.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      Console.complain("\(path): cannot be written: \(error.localizedDescription)")
      throw ExitCode.failure
    }
    Console.write(json ? fit.json : Array(displayed(fit.table).utf8))
    if !json { Console.print("written to \(path)") }
  }
}
