import ArgumentParser

/// What could not be read.
struct QuarantineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantine",
    abstract: "Look at what could not be read, and try it again.",
    discussion: """
      What 'run' and 'load' cannot read they put into quarantine with its bytes, and tell it. A \
      newer forestall tries it once by itself, in the first run after it was installed.

      Examples:
        forestall quarantine list --settings Corpora/forestall.yml
        forestall quarantine retry --all --settings Corpora/forestall.yml
      """,
    subcommands: [
      QuarantineListCommand.self, QuarantineShowCommand.self, QuarantineRetryCommand.self,
    ])
}
