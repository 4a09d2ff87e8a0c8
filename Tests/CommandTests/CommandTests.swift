import Foundation
import Support
import Testing

/// What every command promises.
struct CommandTests {
  private func run(
    _ arguments: [String], input: String? = nil
  ) throws -> (status: Int32, output: String, errors: String) {
    try Program.run(arguments, input: input)
  }

  static let commands = [
    ["run"], ["extract"], ["classify"], ["load"], ["explain"], ["list"], ["show"],
    ["rules", "check"], ["rules", "test"], ["rules", "freq"], ["rules", "diff"],
    ["rules", "suggest"], ["rules", "except"], ["labels", "export"], ["eval"],
    ["backlog", "list"], ["backlog", "show"], ["backlog", "open"], ["backlog", "plan"],
    ["backlog", "done"], ["backlog", "accept"], ["backlog", "reopen"], ["backlog", "assign"],
    ["backlog", "cause"], ["backlog", "history"], ["export", "backlog"], ["export", "complaints"],
    ["quarantine", "list"], ["quarantine", "show"], ["quarantine", "retry"],
    ["digest"], ["review"], ["review", "link"],
  ]

  @Test(arguments: commands)
  func helpTeachesWithAnExample(command: [String]) throws {
    let (status, output, _) = try run(command + ["--help"])
    #expect(status == 0)
    #expect(output.contains("Example"))
    #expect(output.contains("forestall \(command.joined(separator: " "))"))
    #expect(output.contains("--settings") && output.contains("--now"))
  }

  @Test func everyCommandStandsInTheReadme() throws {
    let readme = try String(
      contentsOf: Folders.project.appendingPathComponent("README.md"), encoding: .utf8)
    for command in CommandTests.commands {
      #expect(readme.contains("`\(command[0])`") || readme.contains("`forestall \(command[0])"))
    }
  }

  @Test func extractPrintsLinesInAPipe() throws {
    let (status, output, _) = try run(["extract", "Corpora/letters"])
    #expect(status == 0)
    let lines = output.split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines.allSatisfy { $0.hasPrefix(#"{"schema":1,"line":"verbatim","id":""#) })
  }

  @Test func classifyReadsLinesFromStandardInput() throws {
    let lines = try run(["extract", "Corpora/letters"]).output
    let direct = try run(["classify", "Corpora/letters", "--format", "jsonl"]).output
    let piped = try run(["classify", "-"], input: lines)
    #expect(piped.status == 0)
    #expect(piped.output == direct)
    let through = try run(["classify", "-", "--through"], input: lines).output
    #expect(through.split(separator: "\n").count == 20)
  }

  @Test func aLineThatIsNoneIsToldAndTheRestIsJudged() throws {
    let lines = try run(["extract", "Corpora/letters"]).output
    let (status, output, errors) = try run(["classify", "-"], input: "what?\n" + lines)
    #expect(status == 2)
    #expect(output.split(separator: "\n").count == 10)
    #expect(errors.contains("standard input line 1: not a JSON object"))
  }

  @Test(
    arguments: [
      (["run", "--bogus"], 64), (["list", "--week", "2026-W99"], 64), (["frobnicate"], 64),
      (["eval", "/nowhere.jsonl"], 1), (["classify", "/nowhere.mbox"], 2), (["list"], 64),
      (["run", "--now", "yesterday"], 64), (["extract", "--jobs", "0", "Corpora"], 64),
      (["list", "--search", " "], 64), (["list", "--limit", "-1"], 64),
      (["extract", "-", "Corpora"], 64), (["classify", "Corpora", "-"], 64),
      (["classify"], 64), (["explain", "nofile.txt"], 1),
    ] as [([String], Int32)])
  func exitStatusesHold(arguments: [String], status: Int32) throws {
    #expect(try run(arguments).status == status)
  }

  @Test func labelsWithoutTextsAreNoMeasure() throws {
    try Program.withFolder { folder in
      try Data("\n".utf8).write(to: URL(fileURLWithPath: folder + "/empty.jsonl"))
      let (status, output, errors) = try Program.run(["eval", folder + "/empty.jsonl"])
      #expect(status == 1 && output.isEmpty)
      #expect(errors.contains("no labelled texts in"))
    }
  }

  @Test func wordsFromAMailCannotSteerTheTerminal() throws {
    let folder = NSTemporaryDirectory() + "steer-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let mail = "From: a@example.net\nSubject: \u{1B}[2Jx\n\nNobody \u{1B}]0;pwned\u{7} rang.\n"
    try Data(mail.utf8).write(to: URL(fileURLWithPath: folder + "/a.eml"))
    let (_, output, _) = try run(["extract", folder, "--format", "tree"])
    #expect(!output.contains("\u{1B}") && !output.contains("\u{7}"))
  }

  @Test(.enabled(if: Folders.shared != nil, "needs ../shared"))
  func theSeedPagesHoldTheirExpectations() throws {
    let shared = try #require(Folders.shared)
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: shared.appendingPathComponent("corpora/seeds").path
    ).filter { $0.hasSuffix(".txt") }.sorted().map { "../shared/corpora/seeds/" + $0 }
    let folder = NSTemporaryDirectory() + "seeds-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for command in ["extract", "classify"] {
      let output = try run([command, "--format", "jsonl"] + pages).output
      try Data(output.utf8).write(to: URL(fileURLWithPath: folder + "/" + command))
    }
    let check = Process()
    check.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    check.arguments = [
      "python3", shared.appendingPathComponent("tools/check_seeds.py").path,
      folder + "/extract", folder + "/classify",
    ]
    let pipe = Pipe()
    check.standardOutput = pipe
    try check.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    check.waitUntilExit()
    let words = try #require(output.split(separator: "\n").last).split(separator: " ")
    let held = try #require(Double(words[0]))
    let all = try #require(Double(words[2]))
    #expect(held / all >= 0.8, "\(output)")
  }
}
