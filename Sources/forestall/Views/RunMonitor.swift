import ArgumentParser
import Complaints
import Foundation
import Ingest
import Logging
import Pipeline
import Store

/// How a run is told while it goes on.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
  /// A bar on a terminal, timed lines elsewhere.
  case text
  /// One JSON object a line.
  case json
}

/// Tells a run while it goes on, for people or for a journal. No customer's words pass here.
struct RunMonitor {
  private let isQuiet: Bool
  private let logger: Logger?
  private var progress = ProgressLine()
  private var folders = FolderLines()
  private var rejections = RejectionLines()
  private var warnings = RejectionLines(verb: "warning")
  /// Rejections that no run before has seen.
  private(set) var newRejectionCount = 0

  init(_ format: LogFormat, isQuiet: Bool) {
    self.isQuiet = isQuiet
    logger = format == .json ? Logger(label: "forestall.run") { LogLines(label: $0) } : nil
  }

  /// Seconds since the monitor was made.
  var seconds: Double { progress.elapsed }

  /// Tells an event.
  mutating func tell(_ event: NightlyRun.Event) {
    if case .rejected(_, _, let isNew) = event { newRejectionCount += isNew ? 1 : 0 }
    if let logger { log(event, with: logger) } else { show(event) }
  }

  /// Tells what is still to be told at the end.
  mutating func finish() {
    for told in folders.rest() where !isQuiet { progress.log(told) }
    progress.clear()
  }

  /// Tells why the run stopped.
  mutating func fail(_ reason: String) {
    progress.clear()
    if let logger { logger.error("the run stopped", metadata: ["reason": "\(reason)"]) }
    Console.complain(reason)
  }

  private mutating func show(_ event: NightlyRun.Event) {
    switch event {
    case .rejected(let source, let rejection, let isNew):
      let file = SourceReference(printed: source).name
      let lines = rejections.lines("\(rejection)", at: source, in: file, isKnown: !isNew)
      for told in lines { progress.log(told) }
    case .warned(let source, let warning):
      let file = SourceReference(printed: source).name
      for told in warnings.lines(warning, at: source, in: file) { progress.log(told) }
    case .finished(let line):
      for told in rejections.rest() + warnings.rest() { progress.log(told) }
      guard !isQuiet, !line.isUnchanged else { return }
      for told in folders.lines(after: line) { progress.log(told) }
    case .progress(let number, let count, let name, let done, let total):
      advance("\(number)/\(count) \(name)", done, total)
    case .rejudging(let done, let total):
      advance("judging stored complaints by the changed rules", done, total)
    case .retrying(let done, let total):
      advance("trying again what was in quarantine", done, total)
    case .counting:
      advance("counting cases", 0, 1)
    }
  }

  private mutating func advance(_ label: String, _ done: Int, _ total: Int) {
    if !isQuiet { progress.show(label, done: done, total: total) }
  }

  private func log(_ event: NightlyRun.Event, with logger: Logger) {
    switch event {
    case .rejected(let source, let rejection, let isNew):
      logger.warning(
        "rejected",
        metadata: [
          "source": "\(source)", "reason": "\(rejection.reason.rawValue)",
          "detail": "\(rejection.detail)", "isNew": "\(isNew)",
        ])
    case .warned(let source, let warning):
      logger.warning("limit", metadata: ["source": "\(source)", "detail": "\(warning)"])
    case .finished(let line):
      guard !line.isUnchanged, !isQuiet else { return }
      logger.info(
        "read",
        metadata: [
          "source": "\(line.name)", "bytes": "\(line.byteCount)",
          "documents": "\(line.documentCount)", "new": "\(line.changes.newVerbatimCount)",
          "complaints": "\(line.changes.complaintCount)",
        ])
    case .counting:
      if !isQuiet { logger.info("counting cases") }
    case .progress, .rejudging, .retrying: break
    }
  }
}
