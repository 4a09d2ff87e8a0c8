import Backlog
import Cases
import Complaints
import Foundation
import Ingest
import Pipeline
import Store
import Text

/// Files of one document each are told folder by folder, so that a Maildir is one line in the log.
struct FolderLines {
  private var folder: RunReport.SourceLine?

  /// The lines to print once a file has been read.
  mutating func lines(after file: RunReport.SourceLine) -> [String] {
    guard file.documentCount <= 1 else { return rest() + [RunView.line(file)] }
    let name = file.name.split(separator: "/").dropLast().joined(separator: "/")
    guard !name.isEmpty else { return rest() + [RunView.line(file)] }
    var told: [String] = []
    if folder?.name != name + "/" { told = rest() }
    var line = folder ?? RunReport.SourceLine(name: name + "/")
    line.documentCount += file.documentCount
    line.changes += file.changes
    folder = line
    return told
  }

  /// The line of the last folder.
  mutating func rest() -> [String] {
    defer { folder = nil }
    return folder.map { [RunView.line($0)] } ?? []
  }
}

/// A run, told to people.
enum RunView {
  /// One source file.
  static func line(_ source: RunReport.SourceLine) -> String {
    let changes = source.changes
    var parts = ["\(source.name):", counted(source.documentCount, "document")]
    if changes.newVerbatimCount > 0 { parts.append("\(grouped(changes.newVerbatimCount)) new") }
    if changes.changedVerbatimCount > 0 {
      parts.append("\(grouped(changes.changedVerbatimCount)) changed")
    }
    if changes.knownVerbatimCount > 0 {
      parts.append("\(grouped(changes.knownVerbatimCount)) known")
    }
    if changes.cutVerbatimCount > 0 {
      parts.append("\(grouped(changes.cutVerbatimCount)) cut off, stored whole")
    }
    if changes.complaintCount > 0 { parts.append(counted(changes.complaintCount, "complaint")) }
    return parts.joined(separator: "  ")
  }

  /// The whole run.
  static func summary(of report: RunReport, _ facts: RunFacts) -> [String] {
    let changes = report.changes
    let unchanged = report.sources.count { $0.isUnchanged }
    var lines: [String] = []
    var read =
      "Read \(counted(report.sources.count - unchanged, "file")) "
      + "(\(megabytes(report.byteCount))): \(counted(report.documentCount, "document"))"
    if unchanged > 0 { read += "; \(counted(unchanged, "file")) unchanged" }
    lines.append(read + ".")
    lines.append(
      "Stored \(counted(changes.newVerbatimCount, "new verbatim")), "
        + "\(counted(changes.complaintCount, "complaint")) among them"
        + (changes.changedVerbatimCount > 0
          ? "; \(grouped(changes.changedVerbatimCount)) changed" : "")
        + (changes.knownVerbatimCount > 0
          ? "; \(grouped(changes.knownVerbatimCount)) known already" : "")
        + ".")
    if report.rejudgedCount > 0 {
      lines.append(
        "The rules have changed: \(counted(report.rejudgedCount, "stored verbatim")) judged anew.")
    }
    let retried = report.retried
    if retried.readCount + retried.rejectedCount > 0 {
      lines.append(
        "Quarantine tried again: \(grouped(retried.readCount)) read now, "
          + "\(grouped(retried.rejectedCount)) still not.")
    }
    for name in report.waiting {
      lines.append("\(displayedLine(name)): the last message waits, it is still being written.")
    }
    for (reason, count) in report.rejections.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      lines.append(Style.yellow("Quarantined \(grouped(count)): \(reason.rawValue)."))
    }
    lines.append(
      "The store holds \(counted(facts.verbatimCount, "verbatim")), "
        + "\(counted(facts.complaintCount, "complaint")) among them, "
        + "and \(counted(facts.quarantinedCount, "quarantined item")).")
    if let cases = report.cases { lines.append(line(cases)) }
    if report.footers.newCount > 0 {
      lines.append(
        "Learned \(counted(report.footers.newCount, "footer")) of companies' mails, in force from "
          + "the next run on, which reads the sources anew.")
    }
    lines += report.transitions.map(BacklogItemView.told)
    for signal in report.newSignals {
      lines.append(
        Style.yellow("New signal: ") + "\(signal.problem.key) \(BacklogListView.words(signal)).")
    }
    if !report.leftOut.isEmpty {
      let names = report.leftOut.prefix(3).map { "\(displayed($0.name)) (\($0.reason))" }
      let more = report.leftOut.count - names.count
      lines.append(
        "Left out: " + names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "") + ".")
    }
    if changes.cutVerbatimCount > 0 {
      lines.append(
        "Left out \(grouped(changes.cutVerbatimCount)) cut off at the end of a file; "
          + "the store holds them whole.")
    }
    if changes.erasedVerbatimCount > 0 {
      lines.append("Left out \(grouped(changes.erasedVerbatimCount)) that were erased before.")
    }
    if let retention = report.retention { lines.append(line(retention)) }
    for warning in report.warnings {
      lines.append(
        Style.yellow("Source \(displayedLine(warning.source)): ") + warning.description + ".")
    }
    if let refusal = report.rulesRefusal {
      lines.append(
        Style.yellow("The rules are refused, the ones accepted last judged: ")
          + displayedLine("\(refusal)."))
    }
    lines.append(
      Style.dim(
        "\(tenths(facts.seconds)) s, at most \(megabytes(facts.peakByteCount)) of memory. "
          + bytes(report.ledgers)))
    return lines
  }

  /// "1,812 cases, 1.12 contacts a case, 14 duplicates, 0 without a date."
  private static func line(_ totals: CaseTotals) -> String {
    var parts = [counted(totals.caseCount, "case")]
    if totals.caseCount > 0 {
      let contacts = Double(totals.contactCount) / Double(totals.caseCount)
      parts.append(String(format: "%.2f contacts a case", contacts))
    }
    parts.append(counted(totals.duplicateCount, "duplicate"))
    parts.append("\(grouped(totals.undatedCount)) without a date")
    return parts.joined(separator: ", ") + "."
  }

  /// What was erased because of its age.
  private static func line(_ retention: Retention.Outcome) -> String {
    let undated = retention.undatedCount
    return "Erased what was received before \(retention.before): "
      + "\(counted(retention.counts.verbatimCount, "text")), "
      + "\(counted(retention.counts.quarantineCount, "piece")) of quarantine"
      + (undated > 0 ? "; \(counted(undated, "text")) without a date stay." : ".")
  }

  /// Where every byte of the run went.
  private static func bytes(_ ledgers: [Ledger]) -> String {
    let sum = { (part: (Ledger) -> Int) in grouped(ledgers.reduce(0) { $0 + part($1) }) }
    return "Bytes: \(sum(\.documentByteCount)) documents, \(sum(\.structureByteCount)) structure, "
      + "\(sum { $0.skippedByteCounts.values.reduce(0, +) }) left out, "
      + "\(sum { $0.quarantinedByteCounts.values.reduce(0, +) }) quarantined."
  }

  private static func tenths(_ seconds: Double) -> String {
    "\((seconds * 10).rounded() / 10)"
  }
}
