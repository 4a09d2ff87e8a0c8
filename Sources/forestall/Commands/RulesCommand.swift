import ArgumentParser
import Classify
import Complaints
import Lines
import Pipeline

/// Keeping the rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Check the rules and run the examples inside them.",
    discussion: """
      Examples:
        forestall rules check
        forestall rules test stock
      """,
    subcommands: [Check.self, Test.self])

  /// Every mistake at once.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Report every mistake in the rule files, with line and column.",
      discussion: """
        Example:
          forestall rules check --rules Rules
        """)

    @OptionGroup var options: SharedOptions

    @Flag(help: "One JSON object a line.")
    var json = false

    func run() throws {
      let settings = try options.readSettings()
      let folder = try options.rulesFolder(settings)
      let (ruleSet, diagnostics) = RuleSet.load(
        folder: folder, organisation: settings.organisation)
      for diagnostic in diagnostics {
        if json {
          var writer = JSONWriter()
          writer.object { writer in
            writer.member("file", diagnostic.file)
            writer.member("line", diagnostic.line)
            writer.member("column", diagnostic.column)
            writer.member("severity", diagnostic.severity.rawValue)
            writer.member("code", diagnostic.code)
            writer.member("message", diagnostic.message)
          }
          writer.endLine()
          Console.write(writer.bytes)
        } else {
          Console.print(RulesView.line(diagnostic))
        }
      }
      guard let ruleSet else {
        let count = diagnostics.count { $0.severity == .error }
        Console.complain("\(counted(count, "mistake")); rules with mistakes are not used")
        throw ExitCode.failure
      }
      if !json {
        let live = ruleSet.rules.count { $0.status == .live }
        Console.print(
          "\(counted(live, "live rule")) in \(folder), no mistakes; "
            + "rule set \(ruleSet.fingerprint.description.prefix(8))")
      }
    }
  }

  /// The examples inside the rules.
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run the examples inside the rules.",
      discussion: """
        Examples:
          forestall rules test
          forestall rules test stock.none-left
        """)

    @OptionGroup var options: SharedOptions

    @Argument(help: "Only rules whose id or file contains this.")
    var selection: String?

    func run() throws {
      let settings = try options.readSettings()
      var tester = RuleTester(ruleSet: try options.readRules(settings))
      let report = tester.run(selection: selection)
      for failure in report.failures { Console.print(displayedLine(failure.description)) }
      Console.print(
        "\(grouped(report.testCount - report.failures.count)) passed, "
          + "\(grouped(report.failures.count)) failed")
      if report.testCount == 0 {
        Console.complain("no rule is named '\(selection ?? "")'")
        throw ExitCode.failure
      }
      if !report.failures.isEmpty { throw ExitCode.failure }
    }
  }
}
