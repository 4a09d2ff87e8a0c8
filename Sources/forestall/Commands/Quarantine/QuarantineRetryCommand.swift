import ArgumentParser
import Cases
import Complaints
import Ingest
import Pipeline
import Privacy
import Store
import Text

/// The quarantine, read again.
struct QuarantineRetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Read what is in quarantine again, with the present version, rules and settings.",
    discussion: """
      What can be read now is stored under the place it came from and leaves the quarantine; the \
      cases are counted anew. What still cannot be read is told (exit status 2).

      Examples:
        forestall quarantine retry --all --settings Corpora/forestall.yml
        forestall quarantine retry --reason encrypted \\
          --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  @Argument(help: "The first digits of ids (four or more), or places such as inbox.mbox#17.")
  var names: [String] = []
  @Option(help: "Everything that was rejected for this reason.")
  var reason: Rejection.Reason?
  @Flag(help: "Everything that is in quarantine.")
  var all = false

  func validate() throws {
    let count = (all ? 1 : 0) + (reason == nil ? 0 : 1) + (names.isEmpty ? 0 : 1)
    if count != 1 { throw ValidationError("name entries, or a --reason, or --all") }
  }

  func run() throws {
    let settings = try options.readSettings()
    let store = try options.existingStore(settings)
    let ruleSet = try options.readRules(settings)
    do {
      let lock = try StateLock(stateFolder: store.folder)
      defer { withExtendedLifetime(lock) {} }
      let entries = try entries(of: store)
      let key = try KeyFile.readOrCreate(path: store.folder + "/pseudonym.key")
      var retry = try QuarantineRetry(
        store: store, settings: settings, ruleSet: ruleSet, pseudonyms: Pseudonyms(key: key),
        now: options.moment, jobs: options.jobs)
      var changes = StoreChanges()
      var readCount = 0
      for entry in entries {
        let outcome = try retry.retry(entry)
        changes += outcome.changes
        readCount += outcome.isRead ? 1 : 0
        for (place, reason) in outcome.refusals {
          Console.complain("still rejected \(place): \(reason)")
        }
      }
      changes += try retry.finish()
      let missing = try retry.show()
      _ = try CaseBook(store: store, days: LocalDays(timeZone: settings.timeZone)).refresh()
      tell(entries.count, readCount, changes, missing)
      if readCount < entries.count { throw ExitCode(2) }
    } catch let error as ExitCode {
      throw error
    } catch {
      Console.complain("\(error)")
      throw ExitCode.failure
    }
  }

  /// The entries that are named, each once; a name without one is a mistake.
  private func entries(of store: ComplaintStore) throws -> [QuarantineEntry] {
    if let reason { return try store.quarantined().filter { $0.reason == reason.rawValue } }
    guard !all else { return try store.quarantined() }
    var entries: [QuarantineEntry] = []
    for name in names {
      let found = try store.quarantined(named: name)
      if found.isEmpty {
        Console.complain("nothing in quarantine is named '\(name)'; 'quarantine list' prints ids")
        throw ExitCode.failure
      }
      entries += found.filter { !entries.contains($0) }
    }
    return entries
  }

  private func tell(_ count: Int, _ readCount: Int, _ changes: StoreChanges, _ missing: Int) {
    guard count > 0 else { return Console.print("Nothing is in quarantine.") }
    Console.print(
      "Read \(grouped(readCount)) of \(counted(count, "entry", plural: "entries")): "
        + "\(counted(changes.newVerbatimCount, "new verbatim")), "
        + "\(counted(changes.complaintCount, "complaint")) among them"
        + (changes.knownVerbatimCount > 0
          ? "; \(grouped(changes.knownVerbatimCount)) known already." : "."))
    guard missing > 0 else { return }
    Console.complain(
      "\(counted(missing, "stored verbatim")) have no verdict of the present rules yet; "
        + "'forestall run' completes it")
  }
}
