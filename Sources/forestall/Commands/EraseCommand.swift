import ArgumentParser
import Complaints
import Pipeline
import Privacy
import Store
import Text

/// Erases a person or some texts from the state folder.
struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erase a person, or some texts, and prove it; without --apply, say what would go.",
    discussion: """
      Takes out what the person wrote, what names the person's address, what answers the person's \
      mails (quotes), and kept bytes of the same in quarantine, with tags, decisions, search \
      words and quotations in letters; the address also goes from notes, letters and paths. The \
      database is written anew, every byte of the state \
      folder is searched, and a receipt is kept without personal data. Tombstones keep the same \
      mails from coming back with the next run or load.

      Exit status 1 when something is still found.

      Examples:
        forestall erase --address edd@brightpost.example \\
          --settings Corpora/forestall.yml
        forestall erase --address edd@brightpost.example --apply --by dana \\
          --settings Corpora/forestall.yml
      """)

  @OptionGroup var acting: ActingOptions

  @Option(help: "A mail address, or a name as a table's author column has it.")
  var address: String?
  @Option(help: "A pseudonym, as lines carry it: hmac:…")
  var person: String?
  @Option(help: "The first digits of a text's id (four or more), or its place; may be repeated.")
  var id: [String] = []
  @Flag(help: "Erase. Without it, only say what would be.")
  var apply = false
  @Flag(help: "The receipt as JSON.")
  var json = false

  func validate() throws {
    let count = (address == nil ? 0 : 1) + (person == nil ? 0 : 1) + (id.isEmpty ? 0 : 1)
    if count != 1 { throw ValidationError("name one of --address, --person, --id") }
    if let address, address.allSatisfy(\.isWhitespace) {
      throw ValidationError("the address is empty")
    }
    if let person, !EraseCommand.isPseudonym(person) {
      throw ValidationError("a pseudonym is 'hmac:' and 32 hexadecimal digits")
    }
  }

  func run() throws {
    let settings = try acting.shared.readSettings()
    let store = try acting.shared.existingStore(settings)
    let by = apply ? try acting.person() : ""
    do {
      let lock = apply ? try StateLock(stateFolder: store.folder) : nil
      defer { withExtendedLifetime(lock) {} }
      let eraser = Eraser(
        store: store, days: LocalDays(timeZone: settings.timeZone), now: acting.shared.moment)
      let plan = try eraser.plan(try request(store, eraser))
      guard apply else { return EraseView.plan(plan).forEach { Console.print($0) } }
      if plan.isEmpty, !eraser.isOpen(plan.request) {
        let isCompleted = try eraser.completeInterrupted()
        return Console.print(
          isCompleted
            ? "An interrupted erasure is completed; nothing else to erase."
            : "Nothing to erase.")
      }
      let receipt = try eraser.apply(plan, by: by)
      if json { Console.write(receipt.json) } else { receipt.text.forEach { Console.print($0) } }
      guard receipt.proof?.remains.isEmpty == true else {
        Console.complain("something that was to be erased is still found; see the receipt")
        throw ExitCode.failure
      }
    } catch let code as ExitCode {
      throw code
    } catch let usage as ValidationError {
      throw usage
    } catch {
      Console.complain("\(error)")
      throw ExitCode.failure
    }
  }

  private func request(_ store: ComplaintStore, _ eraser: Eraser) throws -> ErasureRequest {
    if let name = id.first(where: { $0.utf8.count < 4 }) {
      throw ValidationError("'\(name)' is too short; give four digits or more")
    }
    guard id.isEmpty else { return .verbatims(try fingerprints(store, eraser), asked: id) }
    let key = try KeyFile.readOrCreate(path: store.folder + "/pseudonym.key")
    let pseudonyms = Pseudonyms(key: key)
    if let address { return .person(PersonTrace(address: address, pseudonyms: pseudonyms)) }
    return .person(PersonTrace(pseudonym: person ?? "", pseudonyms: pseudonyms))
  }

  /// The texts that are named, each by its id or all of a place. Of an erasure that was interrupted
  /// the words are known by what they named then: only what came to a place since is looked for.
  private func fingerprints(
    _ store: ComplaintStore, _ eraser: Eraser
  ) throws -> Set<Fingerprint> {
    let isBegun = eraser.isOpen(.verbatims([], asked: id))
    return try id.reduce(into: []) { all, name in
      let found = try store.verdicts(of: try store.rowIDs(named: name, limit: -1)).map(\.verbatim)
      let isPlace = found.contains { $0.source.description == name }
      if isBegun, !isPlace { return }
      guard !found.isEmpty else {
        throw ValidationError("nothing stored is named '\(name)'; 'forestall list' prints ids")
      }
      guard found.count == 1 || isPlace else {
        throw ValidationError("'\(name)' names \(counted(found.count, "text")); give more digits")
      }
      all.formUnion(found.map(\.id))
    }
  }

  private static func isPseudonym(_ text: String) -> Bool {
    text.hasPrefix("hmac:") && Fingerprint(String(text.dropFirst(5))) != nil
  }
}
