import Complaints
import Ingest
import Store

/// Stores what comes off the workers, in the order of the sources and in bounded transactions, and
/// tells of it once it is stored.
struct SourceWriter {
  /// Limits of a transaction.
  private static let entryLimit = 256
  private static let byteLimit = 4 << 20

  /// The files so far, in their order.
  private(set) var lines: [RunReport.SourceLine] = []

  private let store: ComplaintStore
  private let quarantine: Quarantine
  private let generation: Int64
  private let now: Timestamp
  private let count: Int
  private let tell: (NightlyRun.Event) -> Void
  private let placesToRelease: Set<String>
  private var file = OpenFile(number: 0, start: 0, byteCount: 0)
  private var pending: [StoreBatch] = []
  /// The line that each pending batch belongs to.
  private var owners: [Int] = []
  private var size = (entries: 0, bytes: 0)
  /// What is told once the pending batches are stored.
  private var news: [News] = []

  private enum News {
    case event(NightlyRun.Event)
    case finished(line: Int, rejected: Set<Fingerprint>, isWhole: Bool)
  }

  /// The file that is being read.
  private struct OpenFile {
    var number: Int
    var start: Int
    var byteCount: Int
    var rejected: Set<Fingerprint> = []
    var isWhole = true
  }

  init(
    store: ComplaintStore, quarantine: Quarantine, generation: Int64, now: Timestamp, count: Int,
    tell: @escaping (NightlyRun.Event) -> Void
  ) throws {
    self.store = store
    self.quarantine = quarantine
    self.generation = generation
    self.now = now
    self.count = count
    self.tell = tell
    placesToRelease = try store.placesWithUnkeptRejections()
  }

  /// Takes in the next step.
  mutating func take(_ step: SourceFeed.Step<SourceReader.Batch>) throws {
    switch step {
    case .begun(let entry, let number, let offset, let byteCount):
      file = OpenFile(number: number, start: offset, byteCount: byteCount)
      lines.append(RunReport.SourceLine(name: entry.name))
      lines[lines.count - 1].ledger = Ledger(from: offset)
      tellProgress(offset)
    case .stretch(let batch, let progress): try enter(batch, progress)
    case .failed(let rejection, let range):
      file.isWhole = false
      let source = SourceReference(name: lines[lines.count - 1].name, range: range)
      var batch = StoreBatch()
      let entry = try quarantine.entry(rejection, source: source, file: nil, now: now)
      batch.quarantined = [entry]
      try add(batch, [(rejection, source)])
    case .ended:
      news.append(
        .finished(line: lines.count - 1, rejected: file.rejected, isWhole: file.isWhole))
    case .unchanged(let entry):
      lines.append(RunReport.SourceLine(name: entry.name))
      lines[lines.count - 1].isUnchanged = true
      news.append(.finished(line: lines.count - 1, rejected: [], isWhole: true))
    }
    if size.entries >= SourceWriter.entryLimit || size.bytes >= SourceWriter.byteLimit
      || pending.isEmpty
    {
      try flush()
    }
  }

  /// Stores what is pending, and tells of it.
  mutating func flush() throws {
    if !pending.isEmpty {
      for (owner, changes) in zip(owners, try store.insert(pending, generation: generation)) {
        lines[owner].changes += changes
      }
    }
    (pending, owners, size) = ([], [], (0, 0))
    let told = news
    news = []
    for item in told {
      switch item {
      case .event(let event): tell(event)
      case .finished(let index, let rejected, let isWhole):
        let line = lines[index]
        if isWhole, placesToRelease.contains(line.name) {
          try store.releaseUnkept(of: line.name, besides: rejected)
        }
        tell(.finished(line))
      }
    }
  }

  private mutating func enter(
    _ read: SourceReader.Batch, _ progress: SourceProgress?
  ) throws {
    let index = lines.count - 1
    lines[index].ledger.enter(read)
    for outcome in read.outcomes {
      lines[index].documentCount += outcome.documentCount
      if outcome.isKnown { lines[index].changes.knownVerbatimCount += 1 }
      for (place, warning) in outcome.limitWarnings {
        news.append(.event(.warned(source: place, warning: warning)))
      }
    }
    var (batch, refusals) = try quarantine.storeBatch(of: read, now: now)
    batch.progress = progress
    if let progress { lines[index].byteCount = progress.position - file.start }
    try add(batch, refusals)
    if let progress { tellProgress(progress.position) }
  }

  private mutating func add(_ batch: StoreBatch, _ refusals: [Quarantine.Refusal]) throws {
    let index = lines.count - 1
    for (entry, (rejection, source)) in zip(batch.quarantined, refusals) {
      lines[index].rejections[rejection.reason, default: 0] += 1
      let isPending = pending.contains {
        $0.quarantined.contains { $0.fingerprint == entry.fingerprint }
      }
      let isNew = try !isPending && !store.isQuarantined(entry.fingerprint)
      file.rejected.insert(entry.fingerprint)
      news.append(
        .event(.rejected(source: source.description, rejection: rejection, isNew: isNew)))
    }
    pending.append(batch)
    owners.append(index)
    size.entries += max(1, batch.entries.count)
    size.bytes += batch.entries.reduce(0) { $0 + $1.verbatim.text.utf8.count }
  }

  private mutating func tellProgress(_ done: Int) {
    news.append(
      .event(
        .progress(
          number: file.number, count: count, name: lines[lines.count - 1].name, done: done,
          total: file.byteCount)))
  }
}
