import Foundation
import Support
import Testing

/// `quarantine` over a small state of its own.
struct QuarantineCommandTests {
  /// Runs `body` beside a store whose source is a file that cannot be read.
  private func withNoise(
    _ body: (_ run: ([String]) throws -> (status: Int32, output: String, errors: String)) throws
      -> Void
  ) throws {
    try Program.withFolder { folder in
      let settings = folder + "/forestall.yml"
      try Data("state: state\nsources: [in]\n".utf8).write(to: URL(fileURLWithPath: settings))
      try FileManager.default.createDirectory(
        atPath: folder + "/in", withIntermediateDirectories: true)
      let noise =
        [UInt8]("%PDF-1.7 \u{1B}[2J".utf8) + [0, 1, 2, 255] + [UInt8](repeating: 7, count: 900)
      try Data(noise).write(to: URL(fileURLWithPath: folder + "/in/noise.pdf"))
      try body { try Program.run($0 + ["--settings", settings]) }
    }
  }

  @Test func anEntryIsListedShownWrittenAndTriedAgain() throws {
    try withNoise { run in
      #expect(try run(["run", "--quiet"]).status == 2)
      let list = try run(["quarantine", "list"])
      #expect(list.status == 0)
      #expect(list.output.contains("in/noise.pdf") && list.output.contains("unrecognised"))
      #expect(list.output.contains("917 B"))
      let line = try run(["quarantine", "list", "--json"]).output
      #expect(line.hasPrefix(#"{"schema":1,"line":"quarantine","id":""#))
      #expect(try run(["quarantine", "list", "--reason", "encrypted", "--json"]).output.isEmpty)

      let id = String(line.dropFirst(38).prefix(8))
      let shown = try run(["quarantine", "show", id])
      #expect(shown.status == 0)
      #expect(shown.output.contains("25 50 44 46") && shown.output.contains("%PDF-1.7 .[2J"))
      #expect(!shown.output.contains("\u{1B}") && !shown.output.contains("\u{7}"))
      #expect(try run(["quarantine", "show"]).output == shown.output)
      #expect(try run(["quarantine", "show", "ffffffffff"]).status == 1)
      let bytes = try run(["quarantine", "show", "in/noise.pdf", "--bytes"])
      #expect(bytes.output.hasPrefix("%PDF-1.7 \u{1B}[2J\0"))

      for which in [["--all"], [id], ["--reason", "unrecognised"]] {
        let retry = try run(["quarantine", "retry"] + which)
        #expect(retry.status == 2)
        #expect(retry.errors.contains("still rejected in/noise.pdf: unrecognised"))
        #expect(retry.output.contains("Read 0 of 1 entry"))
      }
      #expect(try run(["quarantine", "retry"]).status == 64)
      #expect(try run(["quarantine", "retry", "--all", id]).status == 64)
    }
  }

  @Test func anEmptyQuarantineIsNoFailure() throws {
    try Program.withFolder { folder in
      let settings = folder + "/s.yml"
      try Data("state: state\n".utf8).write(to: URL(fileURLWithPath: settings))
      _ = try Program.run(["load", "-", "--settings", settings], input: "")
      for command in [["list"], ["show"], ["retry", "--all"], ["list", "--json"]] {
        let told = try Program.run(["quarantine"] + command + ["--settings", settings])
        #expect(told.status == 0)
      }
    }
  }

  @Test func whatCanBeReadWithBetterSettingsLeavesTheQuarantine() throws {
    try Program.withFolder { folder in
      let settings = folder + "/s.yml"
      let start = "state: state\nsources:\n- path: t.csv\n"
      try Data(start.utf8).write(to: URL(fileURLWithPath: settings))
      try Data("id,beschwerde\n1,The pump was out of stock.\n".utf8)
        .write(to: URL(fileURLWithPath: folder + "/t.csv"))
      #expect(try Program.run(["run", "--quiet", "--settings", settings]).status == 2)
      try Data((start + "  columns: {text: beschwerde}\n").utf8)
        .write(to: URL(fileURLWithPath: settings))
      let retry = try Program.run(["quarantine", "retry", "--all", "--settings", settings])
      #expect(retry.status == 0)
      #expect(retry.output.contains("Read 1 of 1 entry: 1 new verbatim, 1 complaint among them."))
      let list = try Program.run(["list", "--settings", settings, "--by", "problem", "--csv"])
      #expect(list.output.contains("v1/stock/"))
    }
  }
}
