import ArgumentParser
import Classify
import Complaints
import Pipeline
import Text

/// Every mistake at once.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report every mistake in the rule files, with line, column and mend.",
    discussion: """
      All mistakes of all files are reported together, each with its permanent code, which \
      Rules/README.md explains. Rules with errors are not used (exit status 1); warnings do not \
      stop them, and are told of patterns, word lists and types once there are no errors.

      Examples:
        forestall rules check --rules Rules
        forestall rules check --json
      """)

  @OptionGroup var options: SharedOptions

  @Flag(help: "One JSON object a line: each mistake, then the totals.")
  var json = false

  func run() throws {
    let settings = try options.readSettings()
    let folder = try options.rulesFolder(settings)
    let (ruleSet, diagnostics) = RuleSet.load(
      folder: folder, organisation: settings.organisation, isReviewed: true)
    var sources = SourceLines()
    for diagnostic in diagnostics {
      let source = sources.line(of: diagnostic)
      if json {
        Console.write(RulesView.json(diagnostic, source))
      } else {
        for line in RulesView.lines(diagnostic, source) { Console.print(line) }
      }
    }
    let mistakes = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - mistakes
    if json {
      Console.write(RulesView.json(ruleSet, folder, mistakes: mistakes, warnings: warnings))
    } else if let ruleSet {
      Console.print(
        "\(RulesView.statuses(ruleSet)) in \(folder), no mistakes, "
          + "\(counted(warnings, "warning")); rule set "
          + "\(ruleSet.fingerprint.description.prefix(8))")
    }
    guard ruleSet == nil else { return }
    if !json {
      Console.complain(
        "\(counted(mistakes, "mistake")), \(counted(warnings, "warning")); "
          + "rules with mistakes are not used")
    }
    throw ExitCode.failure
  }
}
