import Foundation
import Support
import Testing

/// `erase` over a small store of hand-made lines.
struct EraseCommandTests {
  /// A comment on a page, by its number.
  private static func line(_ number: Int) -> String {
    let id = "a00\(number)" + String(repeating: "f", count: 29 - "\(number)".count)
    return """
      {"schema":1,"line":"verbatim","id":"\(id)",\
      "document":"00000000000000000000000000000001","source":"p.html#1","channel":"web",\
      "class":"human","part":"comment","received":"2026-11-15T10:00:00Z","references":[],\
      "language":"en","role":"customer","text":"Nobody rang me back about the tandem.",\
      "passages":[{"kind":"body","start":0,"end":37,"role":"customer","confidence":1}],\
      "warnings":[]}

      """
  }

  private static func lines(_ numbers: ClosedRange<Int>) -> String { numbers.map(line).joined() }

  private static let applied = ["--apply", "--by", "dana", "--now", "2026-11-17T03:00:00Z"]

  private func receipts(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/state/receipts").sorted()
  }

  /// What is left of a request that nothing disturbs.
  private func undisturbed(_ lines: String, _ name: String) throws -> [String] {
    var found: [String] = []
    try Program.withStore(of: lines) { folder, run in
      #expect(try run(["erase", "--id", name] + Self.applied).status == 0)
      found = try receipts(folder)
    }
    try #require(found.count == 2)
    return found
  }

  /// Lets a request end where its receipt is to be written.
  private func interrupt(
    _ folder: String, _ run: ([String]) throws -> Program.Answer, _ name: String, at receipt: String
  ) throws {
    let obstacle = folder + "/state/receipts/" + receipt
    try FileManager.default.createDirectory(atPath: obstacle, withIntermediateDirectories: true)
    #expect(try run(["erase", "--id", name] + Self.applied).status == 1)
    try FileManager.default.removeItem(atPath: obstacle)
  }

  /// By then nothing is stored there any more.
  @Test(arguments: ["p.html#1", "a001", "A001f"])
  func theSameWordsCompleteAnErasureThatWasInterrupted(name: String) throws {
    let expected = try undisturbed(Self.line(1), name)
    try Program.withStore(of: Self.line(1)) { folder, run in
      try interrupt(folder, run, name, at: expected[0])
      let again = try run(["erase", "--id", name] + Self.applied)
      #expect(again.status == 0, "\(again.errors)")
      #expect(try receipts(folder) == expected)
    }
  }

  /// What came to the place since goes with it; what has the same digits since is another text.
  @Test(arguments: [("p.html#1", 0), ("a001", 1)])
  func whatCameBetweenIsInTheSameReceipt(name: String, left: Int) throws {
    let lines = name == "a001" ? Self.line(1) : Self.lines(1...3)
    let expected = try undisturbed(lines, name)
    try Program.withStore(of: lines) { folder, run in
      try interrupt(folder, run, name, at: expected[0])
      let settings = ["--settings", folder + "/forestall.yml"]
      #expect(try Program.run(["load", "-"] + settings, input: Self.line(10)).status == 0)
      let again = try run(["erase", "--id", name] + Self.applied)
      #expect(again.status == 0, "\(again.errors)")
      #expect(try receipts(folder) == expected)
      #expect(try run(["show", "a0010"]).status == (left == 1 ? 0 : 1))
    }
  }

  @Test func aPlaceNamesAllItsTexts() throws {
    try Program.withStore(of: Self.lines(1...15)) { _, run in
      #expect(try run(["erase", "--id", "p.html#1"]).output.hasPrefix("Would erase 15 texts, 0 "))
      let told = try run(["erase", "--id", "p.html#1"] + Self.applied)
      #expect(
        told.output.contains("asked: 15 by id") && told.output.contains("texts: 15 (15 asked"))
      #expect(try run(["erase", "--id", "p.html#1"]).errors.contains("nothing stored is named"))
    }
  }

  @Test func aTextThatIsNamedTwiceCountsOnce() throws {
    try Program.withStore(of: Self.line(1)) { _, run in
      let told = try run(["erase", "--id", "a001", "--id", "a001f"] + Self.applied)
      #expect(told.output.contains("asked: 1 by id"))
      #expect(told.output.contains("texts: 1 (1 asked for by id)"))
      #expect(told.output.contains("0 decisions of reviewers, 0 quotations in letters, 0 pieces"))
    }
  }

  @Test func aBeginningOfSeveralIDsIsNoName() throws {
    try Program.withStore(of: Self.line(1) + Self.line(10)) { _, run in
      let told = try run(["erase", "--id", "a001"])
      #expect(told.status == 64 && told.errors.contains("'a001' names 2 texts; give more digits"))
    }
  }
}
