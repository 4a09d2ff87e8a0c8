import ArgumentParser

/// The program.
@main
struct Forestall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forestall",
    abstract: "Reads complaints, says what failed with the words that prove it, and stores it.",
    discussion: """
      A first look, without settings and without a store:
        forestall classify Corpora/mail --format tree

      Every night:
        forestall run --settings Corpora/forestall.yml
        forestall list --settings Corpora/forestall.yml --type stock

      Exit status: 0 done, 1 could not finish, 2 finished but some input was rejected, \
      64 wrong usage, 69 something is not installed.
      """,
    version: "0.1.0",
    subcommands: [
      RunCommand.self, ExtractCommand.self, ClassifyCommand.self, LoadCommand.self,
      ListCommand.self, ShowCommand.self, ExplainCommand.self, BacklogCommand.self,
      ExportCommand.self, QuarantineCommand.self, DoctorCommand.self, StoreCommand.self,
      EraseCommand.self,
      AuditCommand.self,
      DigestCommand.self, ReviewCommand.self, RulesCommand.self, LabelsCommand.self,
      EvalCommand.self,
    ])

  /// Runs a command. What one throws is told here, in one line.
  static func main() {
    Console.prepare()
    var command: any ParsableCommand
    do {
      command = try parseAsRoot()
    } catch {
      exit(withError: error)
    }
    do {
      try command.run()
    } catch {
      let isTold = error is ExitCode || exitCode(for: error).isSuccess  // a status, or help
      if isTold { exit(withError: error) }
      Console.complain("\(error)")
      exit(withError: error is ValidationError ? ExitCode(64) : .failure)
    }
  }
}
