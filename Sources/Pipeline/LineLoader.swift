import Cases
public import Complaints
public import Lines
public import Store

/// Stores verbatim and verdict lines that were made elsewhere.
public struct LineLoader {
  /// What was stored so far.
  public private(set) var changes = StoreChanges()
  /// Refused lines that were not refused before.
  public private(set) var newRejectionCount = 0

  private let store: ComplaintStore
  private let days: LocalDays
  private let now: Timestamp
  private let refused: (String, LineError, Bool) -> Void
  private var batch = StoreBatch()
  private var byteCount = 0
  private var pending: [Fingerprint: Int] = [:]
  private var generations: [Fingerprint: Int64] = [:]
  private var generation: Int64?
  private static let batchCount = 512
  private static let batchByteCount = 8 << 20

  /// A loader.
  ///
  /// - Parameters:
  ///   - days: the weeks that cases are counted in.
  ///   - refused: is told the place of a refused line, why, and whether it is the first time.
  public init(
    store: ComplaintStore, days: LocalDays, now: Timestamp,
    refused: @escaping (String, LineError, Bool) -> Void
  ) {
    self.store = store
    self.days = days
    self.now = now
    self.refused = refused
  }

  /// Takes in one line; `place` names it for people.
  public mutating func load(_ bytes: [UInt8], place: String) throws {
    do {
      try enter(bytes)
    } catch let error as LineError {
      try refuse(bytes, place, error)
    }
  }

  /// Takes in a line that is in quarantine; it leaves it when it is stored.
  ///
  /// - Returns: why it is still none.
  mutating func reload(_ bytes: [UInt8], of entry: QuarantineEntry) throws -> LineError? {
    do {
      try enter(bytes)
    } catch let error as LineError {
      return error
    }
    batch.released.append(entry.fingerprint)
    return nil
  }

  /// Stores what is left and counts the cases. The loaded verdicts are shown to readers once every
  /// stored verbatim has one of that rule set.
  ///
  /// - Returns: how many stored verbatims still lack one.
  public mutating func finish() throws -> Int {
    let run = try store.beginRun(at: now)
    try flush()
    // Lines may have been read otherwise than the sources.
    try store.complete(nil)
    var missing = 0
    if let generation, try store.currentGeneration() != generation {
      missing = try store.unjudgedCount(in: generation)
      if missing == 0 { try store.makeCurrent(generation) }
    }
    _ = try CaseBook(store: store, days: days).refresh()
    try store.finishRun(run)
    return missing
  }

  private mutating func enter(_ bytes: [UInt8]) throws {
    switch try LineReader.line(bytes) {
    case .verbatim(let verbatim): try enter(verbatim)
    case .verdict(let verdict): try enter(verdict)
    }
  }

  private mutating func enter(_ verbatim: Verbatim) throws {
    if batch.entries.count >= Self.batchCount || byteCount >= Self.batchByteCount { try flush() }
    pending[verbatim.id] = batch.entries.count
    byteCount += verbatim.text.utf8.count
    batch.entries.append(StoreBatch.Entry(verbatim: verbatim, verdict: nil))
  }

  private mutating func enter(_ verdict: Verdict) throws {
    let judged = try number(of: verdict)
    if let index = pending[verdict.id], generation == nil || generation == judged {
      guard verdict.fits(batch.entries[index].verbatim.text) else {
        throw LineError.range("evidence")
      }
      generation = judged
      batch.entries[index].verdict = verdict
      return
    }
    // The verbatim came in an earlier batch, or with verdicts of another rule set.
    try flush()
    generation = judged
    guard let (rowID, text) = try store.text(ofVerbatim: verdict.id) else {
      if try store.isErased(verdict.id) || store.isErased(verdict.document) { return }
      throw LineError.orphan
    }
    guard verdict.fits(text) else { throw LineError.range("evidence") }
    changes += try store.insert(verdict, ofRow: rowID, generation: judged)
  }

  private mutating func number(of verdict: Verdict) throws -> Int64 {
    if let known = generations[verdict.ruleSet] { return known }
    let made = try store.generation(ofRuleSet: verdict.ruleSet, engine: verdict.engine)
    generations[verdict.ruleSet] = made
    return made
  }

  /// Stores what was taken in.
  mutating func flush() throws {
    if !batch.entries.isEmpty || !batch.released.isEmpty {
      changes += try store.insert(batch, generation: generation ?? 0)
    }
    batch = StoreBatch()
    byteCount = 0
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func refuse(_ bytes: [UInt8], _ place: String, _ error: LineError) throws {
    let entry = try Quarantine(store: store).entry(
      line: bytes, place: place, reason: error.description, now: now)
    let isNew = try !store.isQuarantined(entry.fingerprint)
    newRejectionCount += isNew ? 1 : 0
    refused(place, error, isNew)
    var rejected = StoreBatch()
    rejected.quarantined = [entry]
    changes += try store.insert(rejected, generation: generation ?? 0)
  }
}

extension Verdict {
  /// Whether every piece of evidence is that range of the text, letter by letter.
  fileprivate func fits(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return allEvidence.allSatisfy { item in
      item.range.upperBound <= bytes.count && bytes[item.range].elementsEqual(item.text.utf8)
    }
  }
}
