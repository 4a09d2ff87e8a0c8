import Complaints
import Foundation
import Store
import Testing

/// The test library has tags of its own.
typealias Tag = Complaints.Tag

struct StoredDecisionTests {
  /// A store of one complaint about stock, gone when the test ends.
  final class Desk {
    let folder = NSTemporaryDirectory() + "store-\(UUID().uuidString)"
    let store: ComplaintStore
    let generation: Int64

    init(_ text: String = "There was none, they said.", isComplaint: Bool = true) throws {
      store = try ComplaintStore(folder: folder)
      generation = try store.generation(ofRuleSet: Fingerprint(high: 1, low: 1), engine: "1")
      try insert(text, isComplaint: isComplaint)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func verdict(_ text: String, ruleSet: UInt64 = 1, isComplaint: Bool = true) -> Verdict {
      let verbatim = Verbatim(words: text, id: Fingerprint(high: 5, low: 5))
      var verdict = Verdict(
        of: verbatim, ruleSet: Fingerprint(high: ruleSet, low: ruleSet), engine: "1")
      verdict.isComplaint = isComplaint
      if isComplaint {
        verdict.failures = [
          Failure(type: "stock", score: 0.75, touchpoint: "repair", about: .us, evidence: [])
        ]
        verdict.causes = [Finding(type: "supplier", score: 0.75, evidence: [])]
      }
      return verdict
    }

    func insert(_ text: String, isComplaint: Bool = true) throws {
      var batch = StoreBatch()
      batch.entries = [
        StoreBatch.Entry(
          verbatim: Verbatim(words: text, id: Fingerprint(high: 5, low: 5)),
          verdict: verdict(text, isComplaint: isComplaint))
      ]
      _ = try store.insert(batch, generation: generation)
    }

    func decide(
      _ outcome: Decision.Outcome, _ tags: Tag..., touchpoint: String? = nil,
      range: Range<Int>? = nil, by reviewer: String = "ana"
    ) throws {
      let decisions = tags.map {
        Decision(
          tag: $0, outcome: outcome, touchpoint: touchpoint, range: range, draw: .queue,
          reviewer: reviewer, decidedAt: Timestamp(seconds: 9))
      }
      _ = try store.write { try ComplaintStore.record(decisions, ofRow: 1, $0) }
    }

    func undo(by reviewer: String = "ana") throws -> [Int64] {
      try store.write {
        try ComplaintStore.undoLast(of: reviewer, at: Timestamp(seconds: 10), $0)
      }
    }

    /// The findings in force: "failure stock repair".
    func findings() throws -> [String] {
      try OldStore.lines(
        store,
        """
        SELECT kind, type, touchpoint FROM finding
        JOIN generation ON generation.id = generationID AND state = 'current'
        ORDER BY kind, type
        """
      ).map { $0.replacing("\"", with: "").replacing(" NULL", with: "") }
    }

    func complaintCount() throws -> Int { try store.counts().complaints }
  }

  private static let stock = Tag(.failure, "stock")

  @Test func aRejectedTagIsNoFinding() throws {
    let desk = try Desk()
    #expect(try desk.findings() == ["cause supplier", "failure stock repair"])
    try desk.decide(.reject, Self.stock)
    #expect(try desk.findings() == ["cause supplier"])
    #expect(try desk.complaintCount() == 1)
    var filter = StoredFilter()
    filter.failure = "stock"
    #expect(try desk.store.rowIDs(matching: filter) == [])
  }

  @Test func aRejectedComplaintHasNoFailures() throws {
    let desk = try Desk()
    try desk.decide(.reject, .complaint)
    #expect(try desk.findings() == ["cause supplier"])
    #expect(try desk.complaintCount() == 0)
  }

  @Test func anAddedFailureMakesAComplaint() throws {
    let desk = try Desk(isComplaint: false)
    #expect(try desk.complaintCount() == 0)
    try desk.decide(.add, Tag(.failure, "delay"), touchpoint: "delivery")
    #expect(try desk.findings() == ["failure delay delivery"])
    #expect(try desk.complaintCount() == 1)
    #expect(try desk.undo() == [1])
    #expect(try desk.findings() == [])
    #expect(try desk.complaintCount() == 0)
  }

  @Test func theLatestDecisionHolds() throws {
    let desk = try Desk()
    try desk.decide(.reject, Self.stock)
    try desk.decide(.accept, Self.stock, touchpoint: "store", by: "ben")
    #expect(try desk.store.decisions(ofRow: 1).map(\.outcome) == [.accept])
    #expect(try desk.findings() == ["cause supplier", "failure stock store"])
  }

  @Test func undoTakesBackOneActionOfOnePerson() throws {
    let desk = try Desk()
    try desk.decide(.reject, Self.stock)
    try desk.decide(.accept, Self.stock, Tag(.cause, "supplier"), by: "ben")
    #expect(try desk.undo(by: "eve") == [])
    #expect(try desk.undo(by: "ben") == [1])
    #expect(try desk.store.decisions(ofRow: 1).map(\.outcome) == [.reject])
    #expect(try desk.findings() == ["cause supplier"])
    #expect(try desk.undo(by: "ben") == [])
    #expect(try desk.undo() == [1])
    #expect(try desk.findings() == ["cause supplier", "failure stock repair"])
  }

  @Test func decisionsSurviveANewRuleSet() throws {
    let desk = try Desk()
    try desk.decide(.reject, Self.stock)
    let second = try desk.store.generation(
      ofRuleSet: Fingerprint(high: 2, low: 2), engine: "1")
    let verdict = desk.verdict("There was none, they said.", ruleSet: 2)
    _ = try desk.store.insert(verdict, ofRow: 1, generation: second)
    // Decided while the new generation is being built: both are settled.
    try desk.decide(.add, Tag(.effect, "churn"))
    #expect(try desk.findings() == ["cause supplier", "effect churn"])
    try desk.store.makeCurrent(second)
    #expect(try desk.findings() == ["cause supplier", "effect churn"])
    #expect(try desk.store.verdicts(of: [1]).map(\.verdict) == [verdict])
    #expect(try desk.undo() == [1])
    #expect(try desk.findings() == ["cause supplier"])
  }

  @Test(arguments: [
    ("There was none, they say.", 1), ("There were none, they said.", 0), ("There", 0),
  ])
  func aDecisionHoldsWhileItsWordsStand(words: String, count: Int) throws {
    let desk = try Desk()
    try desk.decide(.reject, Self.stock, range: 6..<14)
    #expect(try desk.store.decisions(ofRow: 1).count == 1)
    try desk.insert(words)
    #expect(try desk.store.decisions(ofRow: 1).count == count)
    let failures = count == 0 ? ["failure stock repair"] : []
    #expect(try desk.findings() == ["cause supplier"] + failures)
    // The old words are back: so is the decision.
    try desk.insert("There was none, they said.")
    #expect(try desk.findings() == ["cause supplier"])
  }

  @Test func aDecisionKeepsTheFingerprintOfItsWords() throws {
    let desk = try Desk()
    try desk.decide(.add, .praise, range: 0..<5)
    try desk.decide(.accept, Self.stock, range: 0..<5_000)
    let stored = try #require(try desk.store.verdicts(of: [1]).first)
    #expect(stored.decisions.map(\.range) == [0..<5, nil])
    #expect(stored.decisions[0].evidence != nil)
    #expect(stored.reviewedVerdict?.praise.first?.evidence.first?.text == "There")
    #expect(stored.verdict?.praise == [])
  }

  @Test func everyDecisionMakesItsOwnActionNumber() throws {
    let desk = try Desk()
    try desk.decide(.reject, Self.stock, Tag(.cause, "supplier"))
    try desk.decide(.accept, Self.stock)
    #expect(
      try OldStore.lines(desk.store, "SELECT batch FROM decision ORDER BY id") == ["1", "1", "2"])
  }

  @Test func whatChangesTheWordsMakesTheCountsStale() throws {
    let desk = try Desk()
    let fresh = "SELECT isFresh FROM derivation"
    try desk.store.markFresh()
    #expect(try OldStore.lines(desk.store, fresh) == ["1"])
    try desk.insert("There was none, they said.")
    #expect(try OldStore.lines(desk.store, fresh) == ["1"])
    try desk.insert("There was some.")
    #expect(try OldStore.lines(desk.store, fresh) == ["0"])
    try desk.store.markFresh()
    let second = try desk.store.generation(
      ofRuleSet: Fingerprint(high: 2, low: 2), engine: "1")
    try desk.store.makeCurrent(second)
    #expect(try OldStore.lines(desk.store, fresh) == ["0"])
  }
}
