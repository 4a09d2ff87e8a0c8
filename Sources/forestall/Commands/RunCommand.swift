import ArgumentParser
import Classify
import Complaints
import Foundation
import Ingest
import Pipeline
import Privacy
import Store

/// The nightly job.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Read every source of the settings, judge what is new and store it.",
    discussion: """
      Reads on where the last run stopped; nothing is stored twice. What cannot be read is told \
      in one line, kept in the state folder's quarantine, and the run goes on (exit status 2). \
      The last message of a mailbox that was written within two minutes waits for the next run.

      Example:
        forestall run --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  @Flag(name: .shortAndLong, help: "Print only what was rejected.")
  var quiet = false

  func run() throws {
    let settings = try options.readSettings()
    guard !settings.sources.isEmpty else {
      Console.complain("no sources: name them with 'sources:' in forestall.yml (--settings FILE)")
      throw ExitCode(64)
    }
    let ruleSet = try options.readRules(settings)
    var progress = ProgressLine()
    do {
      let store = try options.openStore(settings)
      let lock = try StateLock(stateFolder: store.folder)
      defer { withExtendedLifetime(lock) {} }
      let key = try KeyFile.readOrCreate(path: store.folder + "/pseudonym.key")
      var newRejectionCount = 0
      var folders = FolderLines()
      var rejections = RejectionLines()
      var warnings = RejectionLines(verb: "warning")
      let run = NightlyRun(
        settings: settings, store: store, ruleSet: ruleSet, pseudonyms: Pseudonyms(key: key),
        now: options.moment, jobs: options.jobs
      ) { event in
        switch event {
        case .progress(let number, let count, let name, let done, let total):
          guard !quiet else { return }
          progress.show("\(number)/\(count) \(name)", done: done, total: total)
        case .rejudging(let done, let total):
          guard !quiet else { return }
          progress.show("judging stored complaints by the changed rules", done: done, total: total)
        case .retrying(let done, let total):
          guard !quiet else { return }
          progress.show("trying again what was in quarantine", done: done, total: total)
        case .counting:
          guard !quiet else { return }
          progress.show("counting cases", done: 0, total: 1)
        case .rejected(let source, let rejection, let isNew):
          newRejectionCount += isNew ? 1 : 0
          let lines = rejections.lines(
            "\(rejection)", at: source, in: SourceReference(printed: source).name, isKnown: !isNew)
          for told in lines { progress.log(told) }
        case .warned(let source, let warning):
          let file = SourceReference(printed: source).name
          for told in warnings.lines(warning, at: source, in: file) { progress.log(told) }
        case .finished(let line):
          for told in rejections.rest() + warnings.rest() { progress.log(told) }
          guard !quiet, !line.isUnchanged else { return }
          for told in folders.lines(after: line) { progress.log(told) }
        }
      }
      let report = try run.run()
      for told in folders.rest() where !quiet { progress.log(told) }
      progress.clear()
      if !quiet {
        for line in try RunView.summary(of: report, store: store, seconds: progress.elapsed) {
          Console.print(line)
        }
      }
      if newRejectionCount > 0 { throw ExitCode(2) }
    } catch let code as ExitCode {
      throw code
    } catch {
      progress.clear()
      Console.complain("\(error)")
      throw ExitCode.failure
    }
  }
}
