import ArgumentParser

/// What people decided, as labels.
struct LabelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "labels",
    abstract: "Write what people decided as labelled texts.",
    discussion: """
      Example:
        forestall labels export --settings Corpora/forestall.yml
      """,
    subcommands: [LabelsExportCommand.self])
}
