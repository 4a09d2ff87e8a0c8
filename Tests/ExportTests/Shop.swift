import Cases
import Complaints
import Export
import Foundation
import Store
import Testing

/// A store of hand-made complaints in a folder of its own, gone when the test ends.
final class Shop {
  let folder = NSTemporaryDirectory() + "export-\(UUID().uuidString)"
  let store: ComplaintStore
  let days = LocalDays(timeZone: "Europe/London")
  private let generation: Int64
  private var number: UInt64 = 0

  init() throws {
    store = try ComplaintStore(folder: folder + "/state")
    generation = try store.generation(ofRuleSet: Fingerprint(high: 1, low: 1), engine: "1")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Stores a complaint whose first occurrence of `evidence` proves a failure; nil: no complaint.
  @discardableResult
  func add(
    _ text: String, evidence: String?, type: String = "stock", received: String,
    person: String? = nil, change: (inout Verbatim, inout Verdict) -> Void = { _, _ in }
  ) throws -> Fingerprint {
    number += 1
    let id = Fingerprint(high: 10, low: number)
    var verbatim = Verbatim(
      words: text, id: id,
      source: SourceReference(printed: "mail/ana.ruiz@example.org/box.mbox#\(number)"))
    verbatim.document = Fingerprint(high: 11, low: number)
    verbatim.received = Timestamp(received)
    verbatim.person = person
    verbatim.title = "Complaint \(number)"
    var verdict = Verdict(of: verbatim, ruleSet: Fingerprint(high: 1, low: 1), engine: "1")
    verdict.isComplaint = evidence != nil
    if let evidence {
      let range = try #require(text.range(of: evidence))
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let words = Evidence(
        rule: "\(type).test", range: start..<start + evidence.utf8.count, text: evidence)
      verdict.failures = [
        Failure(type: type, score: 0.9, touchpoint: "repair", about: .us, evidence: [words])
      ]
    }
    change(&verbatim, &verdict)
    var batch = StoreBatch()
    batch.entries = [.init(verbatim: verbatim, verdict: verdict)]
    _ = try store.insert(batch, generation: generation)
    return id
  }

  /// Derives the cases.
  func count() throws { _ = try CaseBook(store: store, days: days).refresh() }

  func complaints(
    _ format: ComplaintExport.Format, redacts: Bool = true, matching filter: StoredFilter? = nil
  ) throws -> String {
    var all = StoredFilter()
    all.limit = 0
    let export = ComplaintExport(store: store, format: format, redacts: redacts)
    return try Shop.text { try export.write(matching: filter ?? all, to: $0) }
  }

  func backlog(
    _ format: BacklogExport.Format, at moment: String, catalogue: Catalogue = Catalogue()
  ) throws -> String {
    let moment = try #require(Timestamp(moment))
    let export = BacklogExport(store: store, days: days, catalogue: catalogue, format: format)
    return try Shop.text { try export.write(at: moment, to: $0) }
  }

  private static func text(_ write: (ByteSink) throws -> Void) throws -> String {
    var bytes: [UInt8] = []
    try write { bytes += $0 }
    return try #require(String(validating: bytes, as: UTF8.self))
  }
}

extension Shop {
  /// Records what a person decided.
  func decide(_ decisions: [Decision], row: Int64) throws {
    try CaseBook(store: store, days: days).record(decisions, ofRow: row)
  }
}
