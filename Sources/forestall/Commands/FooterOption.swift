import ArgumentParser
import Complaints
import Pipeline

/// The option of commands that read mails without a store.
struct FooterOption: ParsableArguments {
  @Option(
    name: .customLong("footers"),
    help: ArgumentHelp(
      "What 'forestall run' learned of companies' footers (footers.jsonl in its state folder).",
      discussion:
        "Mails are labelled as the next run labels them; lines have their labels already.",
      valueName: "file"))
  var path: String?

  /// The footers in the file; nil without the option.
  func read() throws -> [Footer]? {
    try path.map { try FooterFile(path: $0).read() }
  }
}
