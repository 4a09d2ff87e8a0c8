import ArgumentParser
import Classify
import Complaints
import Foundation
import Ingest
import Pipeline
import Privacy
import Store

#if canImport(Glibc)
  import Glibc
#endif

/// The nightly job.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Read every source of the settings, judge what is new and store it.",
    discussion: """
      Reads on where the last run stopped; nothing is stored twice. What cannot be read is told \
      in one line, kept in the state folder's quarantine, and the run goes on (exit status 2). \
      The last message of a mailbox that was written within two minutes waits for the next run. \
      Rules that have a mistake or fail an example of their own are refused: the ones that passed \
      last go on judging (exit status 2). SIGTERM and SIGINT let it store what it has read (exit \
      status 143 or 130); the next run goes on from there, as it does after a kill.

      Examples:
        forestall run --settings Corpora/forestall.yml
        forestall run --settings Corpora/forestall.yml --json --log json
      """)

  @OptionGroup var options: SharedOptions

  @Flag(name: .shortAndLong, help: "Print only what was rejected.")
  var quiet = false

  @Flag(help: "Print the report as one JSON object.")
  var json = false

  @Option(help: "How to tell what happens meanwhile, on standard error: text or json.")
  var log = LogFormat.text

  @Option(
    help: ArgumentHelp(
      "Write the run's figures for Prometheus' textfile collector.", valueName: "file"))
  var metrics: String?

  @Flag(
    help: ArgumentHelp(
      "Compare every byte of what was read before, not only dates, sizes and both ends."))
  var verify = false

  func run() throws {
    let settings = try options.readSettings()
    guard !settings.sources.isEmpty else {
      Console.complain("no sources: name them with 'sources:' in forestall.yml (--settings FILE)")
      throw ExitCode(64)
    }
    let folder = try options.rulesFolder(settings)
    var monitor = RunMonitor(log, isQuiet: quiet)
    StopSignal.catchAll()
    do {
      let store = try options.openStore(settings)
      let lock = try StateLock(stateFolder: store.folder)
      defer { withExtendedLifetime(lock) {} }
      let rules = try rulesInForce(folder, settings, store)
      let key = try KeyFile.readOrCreate(path: store.folder + "/pseudonym.key")
      let run = try NightlyRun(
        settings: settings, store: store, ruleSet: rules.ruleSet, pseudonyms: Pseudonyms(key: key),
        now: options.moment, jobs: options.jobs, verifies: verify,
        isStopped: { StopSignal.number != nil }
      ) { monitor.tell($0) }
      var report = try run.run()
      report.rulesRefusal = rules.refusal
      monitor.finish()
      try tell(report, of: store, seconds: monitor.seconds)
      if monitor.newRejectionCount > 0 || rules.refusal != nil { throw ExitCode(2) }
    } catch let code as ExitCode {
      throw code
    } catch {
      monitor.fail("\(error)")
      if let metrics {
        try? MetricsFile(path: metrics).write(nil, facts(seconds: monitor.seconds))
      }
      if error is NightlyRun.Stopped, let number = StopSignal.number {
        throw ExitCode(128 + number)
      }
      throw ExitCode.failure
    }
  }

  /// Tells a run that came to its end, and writes its figures.
  private func tell(
    _ report: RunReport, of store: ComplaintStore, seconds: Double
  ) throws {
    var facts = facts(seconds: seconds)
    let counts = try store.counts()
    facts.verbatimCount = counts.verbatims
    facts.complaintCount = counts.complaints
    facts.quarantinedCount = counts.quarantined
    if json {
      Console.print(report.json(facts))
    } else if !quiet {
      for line in RunView.summary(of: report, facts) { Console.print(line) }
    }
    if let metrics { try MetricsFile(path: metrics).write(report, facts) }
  }

  private func facts(seconds: Double) -> RunFacts {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return RunFacts(
      startedAt: options.moment, seconds: seconds, peakByteCount: Int(usage.ru_maxrss) << 10)
  }

  /// The rules of a folder, or the ones that passed last, which is told.
  private func rulesInForce(
    _ folder: String, _ settings: Settings, _ store: ComplaintStore
  ) throws -> AcceptedRules.InForce {
    do throws(RuleRefusal) {
      let rules = try AcceptedRules(stateFolder: store.folder)
        .inForce(folder, organisation: settings.organisation)
      if let refusal = rules.refusal {
        Console.complain(
          "\(refusal); the rules accepted last go on judging; mend the others with "
            + "'forestall rules check' and 'forestall rules test'")
      }
      return rules
    } catch {
      Console.complain("\(error)")
      Console.complain(RulesView.refusal(error) + "; nothing was done")
      throw ExitCode.failure
    }
  }
}
