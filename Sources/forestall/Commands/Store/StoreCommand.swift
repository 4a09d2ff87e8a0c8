import ArgumentParser

/// Looking after the store.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Check, back up and compact the store.",
    discussion: """
      The store is 'forestall.sqlite' in the state folder. Beside it lie 'quarantine' and \
      'pseudonym.key': a whole backup has those too.

      Examples:
        forestall store check --settings Corpora/forestall.yml
        forestall store backup /srv/backup/forestall.sqlite --settings Corpora/forestall.yml
      """,
    subcommands: [StoreCheckCommand.self, StoreBackupCommand.self, StoreCompactCommand.self])
}
