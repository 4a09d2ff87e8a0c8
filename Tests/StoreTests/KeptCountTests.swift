import Complaints
import Foundation
import Store
import Support
import Testing

struct KeptCountTests {
  private static func entry(_ number: Int, _ generator: inout SeededGenerator) -> StoreBatch.Entry {
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < share }
    let text = "There was none, number \(Int.random(in: 0..<1_000, using: &generator))."
    var verbatim = Verbatim(words: text, id: Fingerprint(high: 5, low: UInt64(number)))
    verbatim.channel = chance(0.5) ? .mail : .letter
    var verdict = Verdict(of: verbatim, ruleSet: Fingerprint(high: 1, low: 1), engine: "1")
    verdict.isComplaint = chance(0.8)
    if verdict.isComplaint == true {
      verdict.failures = ["stock", "delay", "billing"].filter { _ in chance(0.5) }.map { type in
        Failure(
          type: type, score: 0.75, touchpoint: chance(0.5) ? "repair" : "contact",
          about: chance(0.2) ? .other : .us, evidence: [])
      }
      verdict.causes = chance(0.3) ? [Finding(type: "supplier", score: 0.75, evidence: [])] : []
    }
    return StoreBatch.Entry(verbatim: verbatim, verdict: chance(0.9) ? verdict : nil)
  }

  /// Held against counting anew.
  @Test(arguments: UInt64(1)...12)
  func countsHoldWhateverIsWritten(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = NSTemporaryDirectory() + "counts-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try ComplaintStore(folder: folder)
    let generation = try store.generation(ofRuleSet: Fingerprint(high: 1, low: 1), engine: "1")
    for _ in 0..<20 {
      var batch = StoreBatch()
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        // The same number twice is a newer version of the same, also within a transaction.
        let number = Int.random(in: 1...12, using: &generator)
        batch.entries.append(Self.entry(number, &generator))
      }
      _ = try store.insert([batch, StoreBatch()], generation: generation)
      let row = Int64.random(in: 1...12, using: &generator)
      if try store.verdicts(of: [row]).first != nil, Bool.random(using: &generator) {
        let tag = [Tag(.failure, "stock"), .complaint, .praise].randomElement(using: &generator)
        let decision = Decision(
          tag: tag ?? .praise, outcome: Bool.random(using: &generator) ? .add : .reject,
          touchpoint: "repair", draw: .queue, reviewer: "ana", decidedAt: Timestamp(seconds: 9))
        _ = try store.write { try ComplaintStore.record([decision], ofRow: row, $0) }
      }
      if Int.random(in: 0..<6, using: &generator) == 0 {
        _ = try store.erase([row], at: Timestamp(seconds: 9))
      }
    }
    let second = try store.generation(ofRuleSet: Fingerprint(high: 2, low: 2), engine: "1")
    for stored in try store.unjudged(in: second, after: 0, limit: 100) {
      guard let verdict = Self.entry(1, &generator).verdict else { continue }
      _ = try store.insert(verdict, ofRow: stored.rowID, generation: second)
    }
    try store.makeCurrent(second)
    #expect(try store.defects() == [])
  }
}
