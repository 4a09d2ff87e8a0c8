import ArgumentParser
import Complaints
import Foundation
import Lines
import Pipeline

/// What is wrong, and what to do about it.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at everything a night needs: what is wrong and what to do.",
    discussion: """
      Settings, rules and their examples, state folder and rights, store, last run, sources, \
      review desk. Changes nothing. Exit status 1 when the night cannot work.

      Example:
        forestall doctor --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  @Flag(help: "One JSON object a line.")
  var json = false

  func run() throws {
    let settings = try options.readSettings()
    let findings = Checkup.findings(
      settings: settings, rulesFolder: options.foundRulesFolder(settings), now: options.moment)
    for finding in findings {
      Console.print(json ? DoctorView.json(finding) : DoctorView.line(finding))
    }
    let worst = findings.map(\.level).max() ?? .fine
    if !json { Console.print(DoctorView.summary(findings)) }
    if worst == .error { throw ExitCode.failure }
  }
}
