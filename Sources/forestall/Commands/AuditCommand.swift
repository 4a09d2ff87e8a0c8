import ArgumentParser
import Complaints
import Lines
import Store
import Text

/// The audit chain, shown and verified.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Show who erased, exported, decided, logged in or changed the rules; verify it.",
    discussion: """
      Every entry is hashed over the one before, so that none can be changed or taken out of the \
      middle unnoticed. Whoever keeps the last hash elsewhere also notices when the end is cut \
      off: --contains looks for it. Exit status 1 when the chain is broken or a hash is missing.

      Examples:
        forestall audit --settings Corpora/forestall.yml
        forestall audit --json --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  @Option(help: "A hash, or its first digits (eight or more), that the chain must hold.")
  var contains: [String] = []
  @Flag(help: "JSON lines (schema 1).")
  var json = false

  func validate() throws {
    if let hash = contains.first(where: { $0.utf8.count < 8 }) {
      throw ValidationError("'\(hash)' is too short; give eight digits or more")
    }
  }

  func run() throws {
    let store = try options.existingStore(try options.readSettings())
    let entries = try store.audit()
    for entry in entries { show(entry) }
    if let number = entries.firstBroken {
      Console.complain(
        "the chain is broken at entry \(number): it was changed, or one before it was taken out")
      throw ExitCode.failure
    }
    for hash in contains {
      let digits = hash.lowercased()
      guard entries.contains(where: { $0.chain.description.hasPrefix(digits) }) else {
        Console.complain("no entry has the hash \(hash): the end of the chain was cut off")
        throw ExitCode.failure
      }
    }
    guard !json else { return }
    Console.print(
      entries.last.map {
        "The chain of \(counted(entries.count, "entry", plural: "entries")) holds; its last hash "
          + "is \($0.chain)."
      } ?? "Nothing is in the audit chain yet.")
  }

  private func show(_ entry: AuditEntry) {
    guard json else {
      return Console.print(
        "\(entry.number)  \(entry.at)  \(displayedLine(entry.actor))  \(displayed(entry.action))  "
          + "\(displayedLine(entry.detail))  "
          + Style.dim(String(entry.chain.description.prefix(8))))
    }
    var writer = JSONWriter()
    writer.object { object in
      object.member("schema", 1)
      object.member("line", "audit")
      object.member("number", Int(entry.number))
      object.member("at", entry.at.description)
      object.member("by", entry.actor)
      object.member("action", entry.action)
      object.member("detail", entry.detail)
      object.member("chain", entry.chain.description)
    }
    writer.endLine()
    Console.write(writer.bytes)
  }
}
