import ArgumentParser

/// What leaves the store for other programs and people.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the prevention backlog or the complaints for other programs and people.",
    discussion: """
      Examples:
        forestall export backlog --settings Corpora/forestall.yml --format jsonl
        forestall export complaints --settings Corpora/forestall.yml --type stock
      """,
    subcommands: [ExportBacklogCommand.self, ExportComplaintsCommand.self])
}
