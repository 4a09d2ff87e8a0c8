import Backlog
import Complaints
import Foundation
import Pipeline
import Store
import Support
import Testing

struct MetricsTests {
  private let days = LocalDays(timeZone: "UTC")

  private func facts() -> RunFacts {
    var facts = RunFacts(
      startedAt: Timestamp(seconds: World.now), seconds: 1.26, peakByteCount: 1_024)
    (facts.verbatimCount, facts.complaintCount, facts.quarantinedCount) = (5, 4, 3)
    return facts
  }

  private func warnings() throws -> [SourceWarning] {
    let lines = ["silent", "rejected", "silent"].enumerated().map { index, kind in
      #"{"source":"in/ana@example.net.mbox \#(index)","kind":"\#(kind)","dayCount":7,"count":0,"#
        + #""expectedCount":9.5,"baselineDayCount":28}"#
    }
    return try JSONDecoder().decode(
      [SourceWarning].self, from: Data("[\(lines.joined(separator: ","))]".utf8))
  }

  /// A run that read, was cut off, was warned and erased.
  private func report() throws -> RunReport {
    let world = try World()
    let whole = World.mailbox(0..<3)
    try world.write("a.mbox", whole)
    try world.write("noise.bin", "\u{1}\u{2}\0 nothing")
    _ = try world.run()
    try world.write("a.mbox", String(whole.dropLast(20)))
    var report = try world.run()
    report.warnings = try warnings()
    let later = Timestamp(seconds: World.now + 400 * 86_400)
    report.retention = try Retention(store: world.store, days: days, now: later, months: 1)
      .enforce()
    return report
  }

  private func written(_ report: RunReport?, over old: String? = nil) throws -> String {
    let path = NSTemporaryDirectory() + "metrics-\(UUID().uuidString).prom"
    defer { try? FileManager.default.removeItem(atPath: path) }
    if let old { try Data(old.utf8).write(to: URL(fileURLWithPath: path)) }
    try MetricsFile(path: path).write(report, facts())
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func theFileIsWhatItShouldBe() throws {
    let text = try written(try report())
    let golden = Folders.project.appendingPathComponent("Tests/Goldens/metrics.prom")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(text.utf8).write(to: golden)
      Issue.record("recorded \(golden.lastPathComponent)")
    }
    #expect(try text == String(contentsOf: golden, encoding: .utf8))
    #expect(!text.contains("example.net"))
  }

  /// Prometheus' text format 0.0.4: each metric is described once, before its samples, and no
  /// sample stands twice.
  @Test func everyLineFollowsTheGrammar() throws {
    for text in [try written(try report()), try written(nil)] {
      #expect(text.hasSuffix("\n"))
      var (described, seen) = (Set<String>(), Set<String>())
      var current = ""
      for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        if let help = line.wholeMatch(of: /# HELP (forestall_[a-z_]+) ([^\n\\]+)/) {
          current = String(help.1)
          #expect(described.insert(current).inserted)
        } else if let type = line.wholeMatch(of: /# TYPE (\w+) gauge/) {
          #expect(type.1 == current)
        } else {
          let sample = try #require(
            line.wholeMatch(of: /(([a-z_]+)(\{[a-z]+="[A-Za-z]+"\})?) ([0-9]+(\.[0-9]+)?)/))
          #expect(sample.2 == current)
          #expect(seen.insert(String(sample.1)).inserted)
        }
      }
    }
  }

  @Test func afterAFailureTheLastSuccessStays() throws {
    let old = "forestall_run_last_success_timestamp_seconds 17\n"
    let text = try written(nil, over: old)
    #expect(text.contains(old) && text.contains("forestall_run_success 0\n"))
    #expect(!text.contains("source_warnings"))
  }
}
