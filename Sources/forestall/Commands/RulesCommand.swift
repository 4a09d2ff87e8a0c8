import ArgumentParser

/// Keeping the rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Check and test the rules, see what they find and change, mend and fit them.",
    discussion: """
      Examples:
        forestall rules check
        forestall rules test stock
        forestall rules fit labels.jsonl
      """,
    subcommands: [
      RulesCheckCommand.self,
      RulesTestCommand.self,
      RulesFitCommand.self,
      RulesFreqCommand.self,
      RulesDiffCommand.self,
      RulesSuggestCommand.self,
      RulesExceptCommand.self,
    ])
}
