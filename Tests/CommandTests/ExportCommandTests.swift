import Foundation
import Support
import Testing

/// `export` over a small store of hand-made lines.
struct ExportCommandTests {
  private static let line = """
    {"schema":1,"line":"verbatim","id":"a0000000000000000000000000000001",\
    "document":"00000000000000000000000000000001","source":"m.mbox#1","channel":"mail",\
    "class":"human","part":"mail","received":"2026-11-15T10:00:00Z","references":[],\
    "language":"en","role":"customer","text":"No stock. Mail ana@example.org.",\
    "passages":[{"kind":"body","start":0,"end":31,"role":"customer","confidence":1}],"warnings":[]}
    {"schema":1,"line":"verdict","id":"a0000000000000000000000000000001",\
    "document":"00000000000000000000000000000001","source":"m.mbox#1","scored":true,\
    "isComplaint":true,"failures":[{"type":"stock","score":0.9,"touchpoint":"repair",\
    "about":"us","evidence":[{"rule":"r","start":0,"end":8,"text":"No stock"}]}],"causes":[],\
    "effects":[],"praise":[],"promises":[],"ruleSet":"00000000000000000000000000000001",\
    "engine":"1"}

    """

  private func withStore(
    _ body: (_ folder: String, _ export: ([String]) throws -> Program.Answer) throws -> Void
  ) throws {
    try Program.withStore(of: Self.line) { folder, run in
      try body(folder) { try run(["export"] + $0) }
    }
  }

  @Test func addressesLeaveOnlyWhereThatIsAskedForAndWarnedOf() throws {
    try withStore { _, export in
      let usual = try export(["complaints", "--format", "jsonl"])
      #expect(usual.status == 0 && usual.errors.isEmpty)
      #expect(usual.output.contains("Mail [email].") && !usual.output.contains("ana@"))
      let whole = try export(["complaints", "--format", "jsonl", "--redaction", "none"])
      #expect(whole.status == 0 && whole.output.contains("ana@example.org"))
      #expect(whole.errors.split(separator: "\n").count == 1)
      #expect(whole.errors.contains("personal data"))
    }
  }

  @Test func everyExportIsInTheAuditChain() throws {
    try Program.withStore(of: Self.line) { _, run in
      let commands = [
        ["export", "complaints"], ["labels", "export"],
        ["labels", "export", "--redaction", "none"],
        ["labels", "export", "--draw", "blind"],
      ]
      for command in commands {
        let status = try run(command).status
        #expect(status == 0)
      }
      let told = try run(["audit"]).output
      for words in [
        "complaints, csv, redacted", "labels, redacted", "labels, not redacted",
        "labels, draw blind, redacted",
      ] {
        #expect(told.contains(words), "\(words)")
      }
    }
  }

  @Test func aFileIsWrittenAndNothingPrinted() throws {
    try withStore { folder, export in
      for kind in ["backlog", "complaints"] {
        let path = "\(folder)/\(kind).csv"
        let written = try export([kind, "--format", "csv", "--output", path])
        #expect(written.status == 0 && written.output.isEmpty, "\(written.errors)")
        let printed = try export([kind, "--format", "csv", "--output", "-"])
        #expect(FileManager.default.contents(atPath: path) == Data(printed.output.utf8))
      }
      let refused = try export(["complaints", "--output", folder])
      #expect(refused.status == 1 && refused.errors.contains("not a regular file"))
    }
  }

  @Test(
    arguments: [
      (["complaints", "--type", "stok"], "did you mean 'stock'?"),
      (["complaints", "--format", "md"], "md"), (["complaints", "--limit", "-1"], "--limit"),
      (["backlog", "--format", "pdf"], "pdf"), (["complaints", "--output", ""], "--output"),
    ] as [([String], String)])
  func wrongUsageIsToldAndPrintsNothing(arguments: [String], words: String) throws {
    try withStore { _, export in
      let (status, output, errors) = try export(arguments)
      #expect(status == 64 && output.isEmpty)
      #expect(errors.contains(words))
    }
  }
}
