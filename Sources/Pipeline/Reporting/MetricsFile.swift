import Backlog
import Complaints
import Foundation
import Ingest
import Store

/// The figures of the last run in Prometheus' text format, for its node exporter's textfile
/// collector. Replaced whole or not at all.
public struct MetricsFile {
  private let path: String

  /// The metrics at a path, which is made or replaced.
  public init(path: String) {
    self.path = path
  }

  /// Writes the figures of a run that came to its end, or of one that did not (`report` nil).
  ///
  /// When a run fails, the moment of the last success stays.
  /// - Throws: the system's error when the file cannot be written.
  public func write(_ report: RunReport?, _ facts: RunFacts) throws {
    var text = ""
    func metric(
      _ name: String, _ help: String, _ values: [(labels: String, value: String)]
    ) {
      text += "# HELP forestall_\(name) \(help)\n# TYPE forestall_\(name) gauge\n"
      for (labels, value) in values { text += "forestall_\(name)\(labels) \(value)\n" }
    }
    func metric(_ name: String, _ help: String, _ value: Int) {
      metric(name, help, [("", "\(value)")])
    }
    metric("run_success", "Whether the last run came to its end.", report == nil ? 0 : 1)
    metric(
      "run_start_timestamp_seconds", "When the last run began.", facts.startedAt.seconds)
    if let success = report == nil ? lastSuccess : facts.startedAt.seconds {
      metric(
        "run_last_success_timestamp_seconds", "When the last run that came to its end began.",
        success)
    }
    metric(
      "run_duration_seconds", "Wall-clock time of the last run.",
      [("", String(format: "%.1f", facts.seconds))])
    metric("run_peak_memory_bytes", "Most resident memory of the last run.", facts.peakByteCount)
    if let report {
      let changes = report.changes
      metric("run_documents", "Documents read by the last run.", report.documentCount)
      metric("run_new_verbatims", "New verbatims of the last run.", changes.newVerbatimCount)
      metric("run_new_complaints", "New complaints of the last run.", changes.complaintCount)
      metric(
        "run_bytes", "Where the bytes of the last run went.",
        report.byteCountsByKind.map { ("{kind=\"\($0.kind)\"}", "\($0.count)") })
      metric(
        "run_rejections", "What the last run rejected, by reason.",
        Rejection.Reason.allCases.map {
          ("{reason=\"\($0.rawValue)\"}", "\(report.rejections[$0] ?? 0)")
        })
      metric(
        "run_cut_verbatims", "Verbatims left out as cut off, since the store holds them whole.",
        changes.cutVerbatimCount)
      // By kind only: a source's name may be somebody's address, and everybody can read the file.
      metric(
        "run_source_warnings", "Sources that were unusual in the last run, by kind.",
        SourceWarning.Kind.allCases.map { kind in
          ("{kind=\"\(kind.rawValue)\"}", "\(report.warnings.count { $0.kind == kind })")
        })
      let aged = report.retention?.counts
      metric(
        "run_erased_by_age", "What the last run erased because of its age.",
        [
          ("{kind=\"texts\"}", "\(aged?.verbatimCount ?? 0)"),
          ("{kind=\"quarantine\"}", "\(aged?.quarantineCount ?? 0)"),
        ])
      metric(
        "run_rules_refused", "Whether the rules were refused and the ones before judged.",
        report.rulesRefusal == nil ? 0 : 1)
      metric("store_verbatims", "Verbatims in the store.", facts.verbatimCount)
      metric("store_complaints", "Complaints in the store.", facts.complaintCount)
      metric("store_quarantined", "Items in quarantine.", facts.quarantinedCount)
    }
    let draft = path + ".new"
    try Data(text.utf8).write(to: URL(fileURLWithPath: draft))
    // Figures are nobody's secret, and the collector runs as another user.
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: draft)
    guard rename(draft, path) == 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
    }
  }

  /// What the file says of the last success.
  private var lastSuccess: Int? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let name = "forestall_run_last_success_timestamp_seconds "
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix(name) }.flatMap { Int($0.dropFirst(name.count)) }
  }
}
