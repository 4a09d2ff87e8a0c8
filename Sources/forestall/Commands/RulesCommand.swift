import ArgumentParser

/// Keeping the rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Check the rules, run the examples inside them, fit their strengths.",
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
