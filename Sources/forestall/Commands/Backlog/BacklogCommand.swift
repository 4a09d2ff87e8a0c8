import ArgumentParser

/// What is to be changed so that problems do not come again.
struct BacklogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backlog",
    abstract: "Keep the prevention backlog: what is changed, by whom, and whether it worked.",
    discussion: """
      A person opens an item for a problem, plans a change and marks it done; what is counted \
      after that says whether it worked. Every command takes --now.

      Examples:
        forestall backlog list --settings Corpora/forestall.yml
        forestall backlog show v1/stock/repair --settings Corpora/forestall.yml
      """,
    subcommands: [
      BacklogListCommand.self, BacklogShowCommand.self, BacklogOpenCommand.self,
      BacklogPlanCommand.self, BacklogDoneCommand.self, BacklogAcceptCommand.self,
      BacklogReopenCommand.self, BacklogAssignCommand.self, BacklogCauseCommand.self,
      BacklogHistoryCommand.self,
    ])
}
