import Cases
import Complaints
import Foundation
import Store

/// A store in a folder of its own, gone when the test ends.
final class CaseWorld {
  let folder = NSTemporaryDirectory() + "cases-\(UUID().uuidString)"
  let store: ComplaintStore
  let days = LocalDays(timeZone: "Europe/London")
  let generation: Int64
  private(set) var count: Int64 = 0

  init() throws {
    store = try ComplaintStore(folder: folder)
    generation = try store.generation(ofRuleSet: Fingerprint(high: 1, low: 1), engine: "1")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var book: CaseBook { CaseBook(store: store, days: days) }

  /// Stores samples, each under the next row number.
  func add(_ samples: [Sample]) throws {
    var batch = StoreBatch()
    for sample in samples {
      count += 1
      batch.entries.append(sample.entry(number: count))
    }
    _ = try store.insert(batch, generation: generation)
  }

  /// Stores a sample in place of a row with the same fingerprint.
  func replace(_ row: Int64, by sample: Sample) throws {
    var batch = StoreBatch()
    batch.entries = [sample.entry(number: row)]
    _ = try store.insert(batch, generation: generation)
  }

  /// Everything stored, in the order of the rows.
  func everything() throws -> [StoredVerbatim] { try store.verdicts(of: [Int64](1...count)) }

  func decide(
    _ row: Int64, _ outcome: Decision.Outcome, _ tag: Tag, touchpoint: String? = nil,
    by reviewer: String = "ana"
  ) throws {
    let decision = Decision(
      tag: tag, outcome: outcome, touchpoint: touchpoint, draw: .queue, reviewer: reviewer,
      decidedAt: Timestamp(seconds: 1_800_000_000))
    try book.record([decision], ofRow: row)
  }
}

/// A verbatim with what the rules say of it.
struct Sample {
  var day = 0.0
  var isDated = true
  var person: String?
  var words = "Nothing new."
  var messageID: String?
  var references: [String] = []
  var source = "inbox.mbox#1"
  var row: String?
  var documentClass = DocumentClass.human
  var failures: [(type: String, touchpoint: String, about: Subject)] = [("stock", "repair", .us)]
  var score = 0.9
  var isComplaint: Bool? = true
  var unscored: UnscoredReason?
  var happened: Int?
  var fingerprint: UInt64?

  /// 2025-07-14, a Monday in summer.
  static let start = 20_283

  func entry(number: Int64) -> StoreBatch.Entry {
    let id = Fingerprint(high: fingerprint ?? UInt64(number), low: UInt64(number))
    var verbatim = Verbatim(
      id: id, document: id, source: SourceReference(printed: source), channel: .mail,
      documentClass: documentClass, part: .mail, references: references, language: "en",
      role: .customer, text: words,
      passages: [Passage(kind: .body, range: 0..<words.utf8.count, role: .customer)],
      warnings: [])
    let seconds = (Double(Self.start) + day) * 86_400
    verbatim.received = isDated ? Timestamp(seconds: Int(seconds)) : nil
    verbatim.person = person
    verbatim.messageID = messageID
    verbatim.row = row
    var verdict = Verdict(of: verbatim, ruleSet: Fingerprint(high: 1, low: 1), engine: "1")
    verdict.isComplaint = unscored == nil ? isComplaint : nil
    verdict.unscored = unscored
    if verdict.isComplaint == true {
      verdict.failures = failures.map {
        Failure(
          type: $0.type, score: score, touchpoint: $0.touchpoint, about: $0.about, evidence: [])
      }
    }
    verdict.happened = happened.map {
      TimeMention(words: "then", day: Day(number: Self.start + $0))
    }
    return StoreBatch.Entry(verbatim: verbatim, verdict: verdict)
  }
}
