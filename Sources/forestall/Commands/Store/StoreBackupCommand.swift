import ArgumentParser
import Foundation
import Store

/// Copies the store while it is in use.
struct StoreBackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the store as it is now, also during a run.",
    discussion: """
      The copy is one SQLite file for its owner only. It has its name once it is whole; a file of \
      that name is replaced then. Put in the place of 'forestall.sqlite' it is the store of that \
      moment. Erasure does not reach backups.

      Example:
        forestall store backup backup.sqlite --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  @Argument(help: "The file to write.")
  var file: String

  func run() throws {
    let store = try options.existingStore(try options.readSettings())
    try store.backUp(to: file)
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
    Console.print("\(file): \((size ?? 0) / 1_000_000) MB")
  }
}
