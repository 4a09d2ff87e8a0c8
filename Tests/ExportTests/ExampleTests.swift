import Complaints
import Store
import Testing

@testable import Export

/// What a quote shows of a text.
struct ExampleTests {
  private func quote(
    _ text: String, _ evidence: String, passage: Range<Int>? = nil
  ) throws -> String? {
    let shop = try Shop()
    try shop.add(text, evidence: evidence, received: "2026-11-10T10:00:00Z") { verbatim, _ in
      guard let passage else { return }
      verbatim.passages = [
        Passage(kind: .quoted, range: 0..<passage.lowerBound, role: .staff),
        Passage(kind: .body, range: passage, role: .customer),
      ]
    }
    let stored = try #require(try shop.store.verdicts(of: [1]).first)
    let problem = Problem(type: "stock", touchpoint: "repair")
    return Example(stored, of: [problem], shop.days, keeping: [])?.text
  }

  @Test func aShortTextIsQuotedWhole() throws {
    let text = try quote("  There was\n\nno  stock again. ", "no  stock")
    #expect(text == "There was no stock again.")
  }

  @Test func aLongTextIsCutAtWords() throws {
    let words = (0..<200).map { "word\($0)" }
    let text = try #require(
      try quote((words[..<100] + ["no stock"] + words[100...]).joined(separator: " "), "no stock"))
    #expect(text.count <= 200 && text.count > 180)
    #expect(text.hasPrefix("…word") && text.hasSuffix("…"))
    let inner = text.dropFirst().dropLast().split(separator: " ").map(String.init)
    #expect(inner.allSatisfy { words.contains($0) || $0 == "no" || $0 == "stock" })
    let place = try #require(inner.firstIndex(of: "no"))
    #expect(abs(place - (inner.count - place - 2)) <= 2)
  }

  @Test func aWordIsNotCutInTwo() throws {
    #expect(try quote("Really “out-of-stock!” again", "of-stock") == "Really “out-of-stock!” again")
  }

  @Test func nothingOfAnotherPassageIsQuoted() throws {
    let text = "Staff said sorry. There was no stock."
    #expect(try quote(text, "no stock", passage: 18..<37) == "There was no stock.")
  }

  @Test func oneEndlessWordIsCut() throws {
    let text = try #require(
      try quote(String(repeating: "é", count: 5_000), String(repeating: "é", count: 3)))
    #expect(text.count <= 200 && text.hasSuffix("é…"))
  }

  @Test func evidenceInsideARedactionIsItsMark() throws {
    #expect(
      try quote("no stock, mail ana@example.org now", "example") == "no stock, mail [email] now")
  }
}
