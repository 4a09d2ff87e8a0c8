import Backlog
import Cases
import Complaints
import Foundation
import Store
import Testing

@testable import WeeklyDigest

/// A small store of invented complaints, removed with the last copy of the world.
final class DigestWorld {
  let store: ComplaintStore
  let days = LocalDays(timeZone: "Europe/London")
  let folder: String
  let generation: Int64
  private var number: UInt64 = 0
  private let ruleSet = Fingerprint(high: 0xABCD, low: 1)

  init() throws {
    folder = NSTemporaryDirectory() + "digest-\(UUID().uuidString)"
    store = try ComplaintStore(folder: folder)
    generation = try store.generation(ofRuleSet: ruleSet, engine: "1")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var desk: DigestDesk { DigestDesk(store: store, days: days, catalogue: Catalogue()) }

  /// A complaint about stock at repair, or praise, received at a moment.
  @discardableResult
  func add(
    _ text: String, at moment: String, person: String? = nil, praise: Bool = false,
    isJudged: Bool = true, unscored: UnscoredReason? = nil
  ) throws -> Fingerprint {
    number += 1
    var verbatim = Verbatim(
      words: text, id: Fingerprint(high: number &* 0x9E37_79B9_7F4A_7C15, low: number),
      source: SourceReference(name: "tickets.csv#\(number)", range: 0..<1))
    verbatim.received = Timestamp(moment)
    verbatim.person = person
    var verdict = Verdict(of: verbatim, ruleSet: ruleSet, engine: "1")
    verdict.isComplaint = unscored == nil ? !praise : nil
    verdict.unscored = unscored
    let evidence = [Evidence(rule: "test.words", range: 0..<text.utf8.count, text: text)]
    if praise { verdict.praise = [Finding(type: "praise", score: 0.9, evidence: evidence)] }
    if verdict.isComplaint == true {
      verdict.failures = [
        Failure(type: "stock", score: 0.9, touchpoint: "repair", about: .us, evidence: evidence)
      ]
    }
    var batch = StoreBatch()
    batch.entries = [StoreBatch.Entry(verbatim: verbatim, verdict: isJudged ? verdict : nil)]
    _ = try store.insert(batch, generation: generation)
    return verbatim.id
  }

  /// Complaints in each of the weeks 2026-W27 … W46, two a week and in the last one `last`.
  func fill(last: Int = 8) throws {
    let monday = try #require(Week("2026-W27")).start.number
    for week in 0..<20 {
      for index in 0..<(week == 19 ? last : 2) {
        let day = Day(number: monday + 7 * week + index % 7)
        try add(
          "Planted-\(week)-\(index) words: there was no brake cable in the workshop.",
          at: "\(day)T1\(index % 10):00:00Z", person: "hmac:\(week)-\(index)")
      }
    }
  }

  func refresh() throws { _ = try CaseBook(store: store, days: days).refresh() }
}
