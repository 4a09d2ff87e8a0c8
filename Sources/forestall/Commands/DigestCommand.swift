import ArgumentParser
import Complaints
import Export
import Pipeline
import Store
import WeeklyDigest

/// A week's letter for those who decide.
struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Write the letter about a week: what changed, what works, what is to be decided.",
    discussion: """
      A week is frozen as facts when it is first asked for; from then on it tells the same. \
      Customers' words are looked up and redacted whenever the letter is written: who was erased \
      is not quoted. Where a letter could be wrong there is none ("no digest: …", exit status 1).

      Examples:
        forestall digest --settings Corpora/forestall.yml --now 2026-11-17T03:00:00Z
        forestall digest --week 2025-W46 --format md \\
          --settings Corpora/forestall.yml --now 2026-11-17T03:00:00Z
        forestall digest --format html --output digest.html \\
          --settings Corpora/forestall.yml --now 2026-11-17T03:00:00Z
        forestall digest --list --settings Corpora/forestall.yml \\
          --now 2026-11-17T03:00:00Z
      """)

  /// What the letter is written in.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case html, text, md, json
  }

  @OptionGroup var options: SharedOptions

  @Option(help: "The ISO week, such as 2026-W46; without it the last one that is over.")
  var week: String?
  @Option(help: "html for a mail, text, md, or json: the facts without any customer's words.")
  var format = Format.text
  @OptionGroup var destination: OutputOption
  @Flag(help: "Find the facts again; where they differ, the next revision says what does.")
  var recompute = false
  @Flag(help: "List the weeks that were frozen.")
  var list = false

  func validate() throws {
    if let week, Week(week) == nil {
      throw ValidationError("--week takes an ISO week: 2026-W46")
    }
    if list, week != nil || destination.output != nil || recompute {
      throw ValidationError("--list excludes --week, --output and --recompute")
    }
  }

  func run() throws {
    let settings = try options.readSettings()
    let days = LocalDays(timeZone: settings.timeZone)
    let desk = DigestDesk(
      store: try options.existingStore(settings), days: days,
      catalogue: options.catalogue(settings))
    if list { return try show(desk.archive(until: options.moment), days) }
    let week = week.flatMap(Week.init) ?? days.lastWeek(before: options.moment)
    let facts = try desk.digest(of: week, at: options.moment, recompute: recompute)
    let letter =
      switch format {
      case .html: try desk.html(facts)
      case .text: try desk.text(facts)
      case .md: try desk.markdown(facts)
      case .json: try desk.json(facts)
      }
    try destination.write { sink in try sink(Array(letter.utf8)) }
    if let output = destination.output, output != "-" {
      Console.note("\(output): \(try desk.subject(facts))")
    }
    if try desk.isOutdated(facts) {
      Console.complain(
        "complaints or decisions came after \(week) was frozen; --recompute would change its letter"
      )
    }
  }

  private func show(
    _ archive: [(week: Week, revision: Int, frozenAt: Timestamp)], _ days: LocalDays
  ) {
    for (week, revision, frozenAt) in archive {
      Console.print("\(week)  revision \(revision)  frozen on \(days.day(of: frozenAt))")
    }
    if archive.isEmpty { Console.note("no week was frozen yet; 'forestall digest' freezes one") }
  }
}
