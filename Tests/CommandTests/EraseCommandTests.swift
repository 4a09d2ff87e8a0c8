import Foundation
import Support
import Testing

/// `erase` over a small store of hand-made lines.
struct EraseCommandTests {
  private static let line = """
    {"schema":1,"line":"verbatim","id":"a0000000000000000000000000000001",\
    "document":"00000000000000000000000000000001","source":"m.mbox#1","channel":"mail",\
    "class":"human","part":"mail","received":"2026-11-15T10:00:00Z","references":[],\
    "language":"en","role":"customer","text":"Nobody rang me back about the tandem.",\
    "passages":[{"kind":"body","start":0,"end":37,"role":"customer","confidence":1}],\
    "warnings":[]}

    """

  /// Erases the text in a folder, once or after something stood in the receipt's way.
  private func erase(in folder: String, _ name: String) throws -> (status: Int32, errors: String) {
    let settings = folder + "/forestall.yml"
    if !FileManager.default.fileExists(atPath: settings) {
      try Data("state: state\n".utf8).write(to: URL(fileURLWithPath: settings))
      let loaded = try Program.run(["load", "-", "--settings", settings], input: Self.line)
      try #require(loaded.status == 0, "\(loaded.errors)")
    }
    let ended = try Program.run([
      "erase", "--id", name, "--apply", "--by", "dana", "--now", "2026-11-17T03:00:00Z",
      "--settings", settings,
    ])
    return (ended.status, ended.errors)
  }

  private func receipts(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/state/receipts").sorted()
  }

  /// By then nothing is stored there any more.
  @Test(arguments: ["m.mbox#1", "a000", "A00000"])
  func theSameWordsCompleteAnErasureThatWasInterrupted(name: String) throws {
    let expected = try Program.withFolder { folder in
      #expect(try erase(in: folder, name).status == 0)
      return try receipts(folder)
    }
    try #require(expected.count == 2)
    try Program.withFolder { folder in
      let obstacle = folder + "/state/receipts/" + expected[0]
      try FileManager.default.createDirectory(
        atPath: obstacle, withIntermediateDirectories: true)
      #expect(try erase(in: folder, name).status == 1)
      try FileManager.default.removeItem(atPath: obstacle)
      let (status, errors) = try erase(in: folder, name)
      #expect(status == 0, "\(errors)")
      #expect(try receipts(folder) == expected)
    }
  }
}
