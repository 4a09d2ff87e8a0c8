import ArgumentParser
import Complaints
import Pipeline
import Store
import Text

/// One entry of the quarantine, whole.
struct QuarantineShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show an entry of the quarantine with the beginning of its bytes.",
    discussion: """
      The bytes are shown as hexadecimal digits and as text in which nothing can steer the \
      terminal; --bytes writes them as they are, for a file or another program.

      Examples:
        forestall quarantine show --settings Corpora/forestall.yml
        forestall quarantine show --bytes --settings Corpora/forestall.yml > newest
      """)

  @OptionGroup var options: SharedOptions

  @Argument(
    help: "The first digits of an id (four or more), or a place; without it the newest entry.")
  var name: String?

  @Flag(help: "Write the kept bytes to standard output, and nothing else.")
  var bytes = false

  func run() throws {
    let settings = try options.readSettings()
    let store = try options.existingStore(settings)
    let found = try entries(of: store)
    guard !found.isEmpty else { return Console.note("nothing is in quarantine") }
    let quarantine = Quarantine(store: store)
    if bytes { return try write(found, quarantine) }
    for entry in found {
      for line in QuarantineView.facts(entry) { Console.print(line) }
      guard entry.isKept else { continue }
      let file = try quarantine.file(of: entry)
      let head = try file.bytes(at: 0, count: QuarantineView.previewByteCount)
      Console.print()
      for line in QuarantineView.preview(head) { Console.print(line) }
      if head.count < file.byteCount {
        Console.print("\(counted(file.byteCount - head.count, "more byte")); --bytes writes all")
      }
    }
  }

  private func entries(of store: ComplaintStore) throws -> [QuarantineEntry] {
    guard let name else { return try store.quarantined().suffix(1) }
    let found = try store.quarantined(named: name)
    guard found.isEmpty else { return found }
    Console.complain("nothing in quarantine is named '\(name)'; 'quarantine list' prints ids")
    throw ExitCode.failure
  }

  private func write(_ found: [QuarantineEntry], _ quarantine: Quarantine) throws {
    guard found.count == 1, found[0].isKept else {
      Console.complain(
        found.count == 1
          ? "the entry has no bytes: nothing could be kept"
          : "the name is that of \(found.count) entries; write more digits of an id")
      throw ExitCode.failure
    }
    let file = try quarantine.file(of: found[0])
    var offset = 0
    while case let bytes = try file.bytes(at: offset, count: 1 << 20), !bytes.isEmpty {
      Console.write(bytes)
      offset += bytes.count
    }
  }
}
