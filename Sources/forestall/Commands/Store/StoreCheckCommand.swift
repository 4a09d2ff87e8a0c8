import ArgumentParser
import Cases
import Pipeline
import Store

/// Whether the store is whole.
struct StoreCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the store, its counts and the quarantine.",
    discussion: """
      Reads every page, every reference between rows and the full-text index; holds the kept counts \
      against counting anew, cases in a copy beside the store; looks for the bytes of everything \
      that is in quarantine. Others may read meanwhile. Exit status 1 where anything is wrong.

      Examples:
        forestall store check --settings Corpora/forestall.yml
        forestall store check --quick --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  @Flag(help: "Leave out counting the cases anew, which needs as much room as the store.")
  var quick = false

  func run() throws {
    let settings = try options.readSettings()
    let store = try options.existingStore(settings)
    let damage = try store.defects()
    tell(
      damage, fine: "the database is whole, and its counts are right",
      remedy: "keep a copy of the state folder, then put a backup in its place or read all exports "
        + "into a new one")
    let lost = try lostFiles(store)
    tell(
      lost, fine: "the bytes of everything in quarantine are there",
      remedy: "put the folder 'quarantine' back from a backup, or read the exports again")
    var miscounts: [String] = []
    if !quick, damage.isEmpty { miscounts = try count(store, settings) }
    if !(damage + lost + miscounts).isEmpty { throw ExitCode.failure }
  }

  private func count(_ store: ComplaintStore, _ settings: Settings) throws -> [String] {
    let book = CaseBook(store: store, days: LocalDays(timeZone: settings.timeZone))
    guard let miscounts = try book.defects() else {
      Console.note("the cases are not counted since the last change; 'forestall run' counts them")
      return []
    }
    tell(
      miscounts, fine: "the cases are what counting anew gives",
      remedy: "the next 'forestall run' counts them anew")
    return miscounts
  }

  private func lostFiles(_ store: ComplaintStore) throws -> [String] {
    let quarantine = Quarantine(store: store)
    return try store.quarantined().filter(\.isKept).compactMap { entry in
      do {
        _ = try quarantine.file(of: entry)
        return nil
      } catch {
        return "quarantine: no bytes of \(entry.fingerprint) (\(entry.source))"
      }
    }
  }

  private func tell(_ defects: [String], fine: String, remedy: String) {
    if defects.isEmpty { return Console.print("ok: \(fine)") }
    for defect in defects { Console.complain(defect) }
    Console.complain(remedy)
  }
}
