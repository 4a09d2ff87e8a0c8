import Complaints
import Foundation
import Store
import Testing
import Text

struct ComplaintStoreTests {
  private let folder = NSTemporaryDirectory() + "store-\(UUID().uuidString)"

  private func verbatim(_ number: UInt64, text: String) -> Verbatim {
    var verbatim = Verbatim(
      id: Fingerprint(high: 7, low: number), document: Fingerprint(high: 8, low: number),
      source: SourceReference(printed: "inbox.mbox#\(number)"), channel: .mail,
      documentClass: .human, part: .mail, references: ["a@b", "c@d"], language: "en",
      role: .customer, text: text,
      passages: [
        Passage(kind: .body, range: 0..<5, role: .customer),
        Passage(
          kind: .quoted, range: 6..<text.utf8.count, role: .staff, confidence: 0.75,
          speaker: "Ana", from: 1.25, to: 2),
      ], warnings: ["not read: a.pdf"])
    verbatim.received = Timestamp("2026-11-17T08:12:00Z")
    verbatim.person = "hmac:12"
    verbatim.score = 9.5
    verbatim.title = "Complaint"
    return verbatim
  }

  private func verdict(of verbatim: Verbatim) -> Verdict {
    var verdict = Verdict(of: verbatim, ruleSet: Fingerprint(high: 1, low: 1), engine: "1")
    // A rule of its own for each kind of tag: its name must come back too.
    func evidence(_ rule: String) -> [Evidence] {
      [Evidence(rule: rule, range: 0..<5, text: "There")]
    }
    verdict.isComplaint = true
    verdict.failures = [
      Failure(
        type: "stock", score: 0.9375, touchpoint: "repair", about: .us, isPast: true,
        evidence: evidence("stock.none-left"))
    ]
    verdict.effects = [
      Finding(type: "churn", score: 0.6, evidence: evidence("churn.leaving"))
    ]
    verdict.promises = [
      Promise(
        who: .company, what: "ship", due: TimeMention(words: "by Friday", day: Day("2026-11-20")),
        outcome: .broken, evidence: evidence("promise.ship"))
    ]
    verdict.happened = TimeMention(words: "on Monday", day: nil)
    verdict.sarcasm = evidence("sarcasm.thanks")
    return verdict
  }

  private func batch(_ entries: [StoreBatch.Entry]) -> StoreBatch {
    var batch = StoreBatch()
    batch.entries = entries
    return batch
  }

  @Test func whatIsStoredComesBackUnchanged() throws {
    let store = try ComplaintStore(folder: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let generation = try store.generation(ofRuleSet: Fingerprint(high: 1, low: 1), engine: "1")
    let verbatim = verbatim(1, text: "There was no stock – “none”, they said 🙁")
    let entry = StoreBatch.Entry(verbatim: verbatim, verdict: verdict(of: verbatim))
    let changes = try store.insert(batch([entry]), generation: generation)
    #expect(changes.newVerbatimCount == 1)
    #expect(changes.complaintCount == 1)
    let stored = try store.unjudged(in: generation + 1, after: 0, limit: 10)
    #expect(stored.map(\.verbatim) == [verbatim])
    #expect(try store.all() == [entry.verdict])
    #expect(try store.counts() == (verbatims: 1, complaints: 1, quarantined: 0))
  }

  @Test func storingTwiceAddsNothing() throws {
    let store = try ComplaintStore(folder: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let generation = try store.generation(ofRuleSet: Fingerprint(high: 1, low: 1), engine: "1")
    let first = verbatim(1, text: "There was none.")
    var batch = batch([.init(verbatim: first, verdict: verdict(of: first))])
    batch.quarantined = [
      QuarantineEntry(
        fingerprint: Fingerprint(high: 9, low: 9), source: "x", range: 0..<4, reason: "notMail",
        detail: "", isKept: true, seenAt: Timestamp(seconds: 0))
    ]
    #expect(try store.insert(batch, generation: generation).newRejectionCount == 1)
    let again = try store.insert(batch, generation: generation)
    #expect(again.newVerbatimCount == 0)
    #expect(again.knownVerbatimCount == 1)
    #expect(again.newRejectionCount == 0)
  }

  @Test func newerWordsReplaceOlderOnes() throws {
    let store = try ComplaintStore(folder: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let generation = try store.generation(ofRuleSet: Fingerprint(high: 1, low: 1), engine: "1")
    let old = verbatim(1, text: "There was none.")
    let new = verbatim(1, text: "There was none at all.")
    _ = try store.insert(
      batch([.init(verbatim: old, verdict: verdict(of: old))]), generation: generation)
    var changed = verdict(of: new)
    changed.failures = []
    changed.isComplaint = false
    let changes = try store.insert(
      batch([.init(verbatim: new, verdict: changed)]), generation: generation)
    #expect(changes.changedVerbatimCount == 1)
    #expect(try store.all() == [changed])
  }

  @Test func aNewRuleSetIsSeenOnlyWhenItIsComplete() throws {
    let store = try ComplaintStore(folder: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = try store.generation(ofRuleSet: Fingerprint(high: 1, low: 1), engine: "1")
    #expect(try store.currentGeneration() == first)
    let verbatim = verbatim(1, text: "There was none.")
    _ = try store.insert(
      batch([.init(verbatim: verbatim, verdict: verdict(of: verbatim))]), generation: first)
    let second = try store.generation(ofRuleSet: Fingerprint(high: 2, low: 2), engine: "1")
    #expect(try store.currentGeneration() == first)
    #expect(try store.unjudgedCount(in: second) == 1)
    try store.makeCurrent(second)
    #expect(try store.currentGeneration() == second)
  }

  @Test func progressIsKeptWithItsBatch() throws {
    let store = try ComplaintStore(folder: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let generation = try store.generation(ofRuleSet: Fingerprint(high: 1, low: 1), engine: "1")
    var progress = SourceProgress(
      path: "/a/b.mbox",
      facts: FileFacts(
        device: 1, number: 2, byteCount: 100, modifiedSeconds: 5, modifiedNanoseconds: 999_999_999),
      reading: Fingerprint(high: 3, low: 3))
    progress.position = 60
    progress.ordinal = 2
    progress.resumePosition = 30
    progress.resumeOrdinal = 1
    progress.head = Fingerprint(high: 4, low: 4)
    progress.tail = Fingerprint(high: 5, low: 5)
    progress.chain = Fingerprint(high: 6, low: 6)
    progress.chainBlockCount = 7
    var batch = StoreBatch()
    batch.progress = progress
    _ = try store.insert(batch, generation: generation)
    #expect(try store.progress(ofPath: "/a/b.mbox") == progress)
    #expect(try store.progress(ofPath: "/a/c.mbox") == nil)
  }

  /// Words that were only read otherwise are nothing new.
  @Test func theLargestSizeOfAFileIsKeptUntilSomethingNewIsInIt() throws {
    let store = try ComplaintStore(folder: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let generation = try store.generation(ofRuleSet: Fingerprint(high: 1, low: 1), engine: "1")
    func largest(_ byteCount: Int, _ verbatim: Verbatim) throws -> Int? {
      var batch = batch([.init(verbatim: verbatim, verdict: nil)])
      let facts = FileFacts(
        device: 1, number: 2, byteCount: byteCount, modifiedSeconds: 5, modifiedNanoseconds: 0)
      batch.progress = SourceProgress(
        path: "/a/b.mbox", facts: facts, reading: Fingerprint(high: 3, low: 3))
      _ = try store.insert(batch, generation: generation)
      let progress = try store.progress(ofPath: "/a/b.mbox")
      #expect(progress?.facts == facts)
      return progress?.largestByteCount
    }
    var first = verbatim(1, text: "There was none.")
    #expect(try largest(100, first) == 100)
    #expect(try largest(60, first) == 100)
    first.passages = [first.passages[0]]
    #expect(try largest(70, first) == 100)
    #expect(try largest(80, verbatim(2, text: "There was one.")) == 80)
    #expect(try largest(90, first) == 90)
  }

  @Test func theFolderIsForItsOwnerOnly() throws {
    _ = try ComplaintStore(folder: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  @Test func aFileInTheWayIsToldInOneLine() {
    let error = #expect(throws: ComplaintStore.Failure.self) {
      try ComplaintStore(folder: "/dev/null/state")
    }
    #expect(error?.description.hasPrefix("/dev/null/state: state folder cannot be used") == true)
  }
}

extension ComplaintStore {
  /// All verdicts of the current generation.
  fileprivate func all() throws -> [Verdict] {
    try verdicts(of: [Int64](1...100)).compactMap(\.verdict)
  }
}
