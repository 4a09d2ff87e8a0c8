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
    abstract: "Fit the strengths of rules and the thresholds of tags to labelled texts.",
    discussion: """
      Writes weights.yml into the folder of rules. Strengths are those under which the labels are \
      most likely, held by what is written in the rules; thresholds those with the best F1, held \
      by 0.5. How firmly they are held is chosen by leaving out one industry at a time, and so \
      are the figures measured that are printed. Draft and shadow rules are not fitted.

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

  @Flag(help: "One JSON object.")
  var json = false

  func run() throws {
    let settings = try options.readSettings()
    let ruleSet = try options.readRules(settings)
    let folder = try options.rulesFolder(settings)
    let texts = try choice.texts(of: labels, taxonomy: ruleSet.taxonomy)
    let fit = RuleFit(
      texts: texts, ruleSet: ruleSet, folder: folder, moment: options.moment)
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
