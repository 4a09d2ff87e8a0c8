import ArgumentParser
import Foundation
import Pipeline
import Store

/// Gives room back.
struct StoreCompactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Write the store anew without free room.",
    discussion: """
      Needs as much free disk as the store takes; no run may be at work. A store that an older \
      version made gets larger pages, for which nothing else may have it open: stop the review desk.

      Example:
        forestall store compact --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  func run() throws {
    let settings = try options.readSettings()
    let folder = try options.existingStore(settings).folder
    let lock = try StateLock(stateFolder: folder)
    let before = size(in: folder)
    try ComplaintStore.compact(folder: folder)
    Console.print("\(before / 1_000_000) MB before, \(size(in: folder) / 1_000_000) MB now")
    withExtendedLifetime(lock) {}
  }

  private func size(in folder: String) -> Int {
    let path = folder + "/forestall.sqlite"
    return (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }
}
