import ArgumentParser
import Classify
import Complaints
import Pipeline
import Text

/// The examples inside the rules.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples inside the rules.",
    discussion: """
      Live, shadow and draft rules are tested. A failing example of a live or shadow rule is an \
      error, for which the whole set is refused (exit status 1); one of a draft is told only.

      Examples:
        forestall rules test
        forestall rules test stock.out-of-stock
        forestall rules test --json
      """)

  @OptionGroup var options: SharedOptions

  @Argument(help: "Only rules whose id or file contains this.")
  var selection: String?

  @Flag(help: "One JSON object a line: each failure, then the totals.")
  var json = false

  func run() throws {
    let settings = try options.readSettings()
    let ruleSet = try options.readRules(settings, mustPass: false)
    var tester = RuleTester(ruleSet: ruleSet)
    let report = tester.run(selection: selection)
    if report.testCount == 0 {
      Console.complain(selection.map { "no rule is named '\($0)'" } ?? "no rule has an example")
      throw ExitCode.failure
    }
    if json {
      Console.write(RulesView.json(report, ruleSet))
    } else {
      for failure in report.failures { Console.print(displayedLine(failure.description)) }
      Console.print(
        "\(grouped(report.testCount - report.failures.count)) passed, "
          + "\(grouped(report.failures.count)) failed; \(RulesView.statuses(ruleSet))")
    }
    if !report.stoppingFailures.isEmpty { throw ExitCode.failure }
  }
}
