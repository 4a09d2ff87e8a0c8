import Classify
import Complaints
import Foundation
import Store
import Testing

@testable import Authoring

/// A store of one mail with a signature, gone when the test ends.
private final class Desk {
  let folder = NSTemporaryDirectory() + "reviewed-\(UUID().uuidString)"
  let store: ComplaintStore
  static let words = "It came late, Ann Brown said. Yours,\nAnn Brown"

  init() throws {
    store = try ComplaintStore(folder: folder)
    let generation = try store.generation(ofRuleSet: Fingerprint(high: 1, low: 1), engine: "1")
    var verbatim = Verbatim(words: Desk.words, id: Fingerprint(high: 5, low: 5))
    verbatim.passages = [
      Passage(kind: .heading, range: 0..<3, role: .customer),
      Passage(kind: .body, range: 3..<37, role: .customer),
      Passage(kind: .signature, range: 37..<46, role: .customer),
    ]
    var verdict = Verdict(of: verbatim, ruleSet: Fingerprint(high: 1, low: 1), engine: "1")
    verdict.isComplaint = true
    verdict.failures = [
      Failure(
        type: "delay", score: 0.9, touchpoint: "delivery", about: .us,
        evidence: [Evidence(rule: "delay.late", range: 3..<12, text: "came late")])
    ]
    verdict.effects = [Finding(type: "churn", score: 0.9, evidence: [])]
    var batch = StoreBatch()
    batch.entries = [StoreBatch.Entry(verbatim: verbatim, verdict: verdict)]
    _ = try store.insert(batch, generation: generation)
    try store.makeCurrent(generation)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func decide(
    _ outcome: Decision.Outcome, _ tag: Complaints.Tag, range: Range<Int>? = nil,
    draw: Decision.Draw = .queue
  ) throws {
    let decision = Decision(
      tag: tag, outcome: outcome, range: range, draw: draw, reviewer: "ana",
      decidedAt: Timestamp(seconds: 9))
    _ = try store.write { try ComplaintStore.record([decision], ofRow: 1, $0) }
  }
}

struct ReviewedTextsTests {
  private let delay = Complaints.Tag(.failure, "delay")
  private let churn = Complaints.Tag(.effect, "churn")
  private let stock = Complaints.Tag(.failure, "stock")

  @Test func aTextCountsOnceEveryTagIsDecided() throws {
    let desk = try Desk()
    #expect(try ReviewedTexts(in: desk.store).texts.isEmpty)
    try desk.decide(.accept, delay)
    let half = try ReviewedTexts(in: desk.store)
    #expect(half.texts.isEmpty && half.unfinishedCount == 1)
    try desk.decide(.reject, churn)
    let whole = try ReviewedTexts(in: desk.store)
    #expect(whole.unfinishedCount == 0)
    let text = try #require(whole.texts.first)
    #expect(text.isComplaint && !text.praise)
    #expect(text.failures == ["delay": ["came late"]])
    #expect(text.effects.isEmpty)
  }

  @Test func onlyTheAuthorsWordsAreExportedAndPeopleTakenOut() throws {
    let desk = try Desk()
    try desk.decide(.accept, delay)
    try desk.decide(.accept, churn)
    try desk.decide(.add, stock, range: 14..<28)
    let text = try #require(try ReviewedTexts(in: desk.store).texts.first)
    #expect(text.text == "came late, [name] said. Yours,\n")
    #expect(text.failures["stock"] == ["[name] said"])
    let open = try #require(try ReviewedTexts(in: desk.store, redacts: false).texts.first)
    #expect(open.text == "came late, Ann Brown said. Yours,\n")
    #expect(open.failures["stock"] == ["Ann Brown said"])
  }

  @Test func whatIsExportedIsReadAsLabels() throws {
    let desk = try Desk()
    try desk.decide(.accept, delay)
    try desk.decide(.accept, churn)
    let texts = try ReviewedTexts(in: desk.store).texts
    let rules = try SmallRules.load()
    let file = LabelFile(texts.flatMap(\.json), name: "labels", taxonomy: rules.taxonomy)
    #expect(file.diagnostics.map(\.code) == ["L008"])
    #expect(file.texts == texts)
  }

  @Test func drawsAreKeptApart() throws {
    let desk = try Desk()
    try desk.decide(.reject, .complaint, draw: .blind)
    try desk.decide(.reject, churn, draw: .blind)
    #expect(try ReviewedTexts(in: desk.store, draw: .queue).texts.isEmpty)
    let blind = try ReviewedTexts(in: desk.store, draw: .blind).texts
    #expect(blind.map(\.isComplaint) == [false])
    #expect(blind.first?.failures.isEmpty == true)
  }
}
