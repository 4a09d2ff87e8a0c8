public import Classify
public import Complaints
import Ingest
public import Privacy
public import Store
import Text

/// Reads what is in quarantine again, as the nightly run reads its sources.
public struct QuarantineRetry {
  /// What became of an entry.
  public struct Outcome: Sendable {
    /// What was stored.
    public var changes = StoreChanges()
    /// What still cannot be read: place and reason; none where all of the entry could.
    public var refusals: [(source: String, reason: String)] = []

    /// Whether the entry is in quarantine no more, and nothing of it is.
    public var isRead: Bool { refusals.isEmpty }
  }

  private let store: ComplaintStore
  let workforce: Workforce
  private let sources: [Settings.Source]
  private let generation: Int64
  private let now: Timestamp
  private let quarantine: Quarantine
  var loader: LineLoader
  /// Files of lines that are loaded once the loader has stored its batch.
  var loaded: [Fingerprint] = []

  /// A retry by the present rules, which judge what can be read now.
  public init(
    store: ComplaintStore, settings: Settings, ruleSet: RuleSet, pseudonyms: Pseudonyms,
    now: Timestamp, jobs: Int
  ) throws {
    let stages = Worker.Stages(
      organisation: settings.organisation, pseudonyms: pseudonyms, ruleSet: ruleSet,
      footers: try FooterFile(stateFolder: store.folder).readIfPresent())
    let generation = try store.generation(
      ofRuleSet: ruleSet.fingerprint, engine: Classifier.engineVersion,
      thresholds: ruleSet.failureThresholds)
    self.init(
      store: store, workforce: Workforce(stages, jobs: jobs), settings: settings,
      generation: generation, now: now)
  }

  /// A retry in the generation of the workforce's rules.
  init(
    store: ComplaintStore, workforce: Workforce, settings: Settings, generation: Int64,
    now: Timestamp
  ) {
    self.store = store
    self.workforce = workforce
    self.generation = generation
    self.now = now
    sources = settings.sources
    quarantine = Quarantine(store: store)
    loader = LineLoader(
      store: store, days: LocalDays(timeZone: settings.timeZone), now: now
    ) { _, _, _ in }
  }

  /// Reads the kept bytes of an entry again: what can be read is stored, and the entry is taken out
  /// of quarantine in the same transaction.
  ///
  /// - Throws: `ComplaintStore.Failure`.
  public mutating func retry(_ entry: QuarantineEntry) throws -> Outcome {
    guard entry.isKept else {
      return try refused(entry, "its bytes are not kept; 'forestall run' reads the place again")
    }
    do {
      let file = try quarantine.file(of: entry)
      return switch entry.form {
      case .line: try reload(entry, file)
      case .file: try reread(entry, file, from: 0, movedBy: entry.range.lowerBound)
      case .mail, .message: try rereadMail(entry, file)
      case .row: try rereadRow(entry, file)
      case .entry: try refused(entry, "means nothing alone; 'forestall run' reads its file again")
      case .unknown: try rereadUnknown(entry, file)
      }
    } catch let failure as ByteFile.Failure {
      return try refused(entry, "its bytes cannot be read: \(failure.reason)")
    }
  }

  /// Stores the lines that were loaded, and deletes kept bytes that no entry names any more.
  ///
  /// - Returns: what the lines have changed.
  public mutating func finish() throws -> StoreChanges {
    try loader.flush()
    for fingerprint in loaded { quarantine.remove(fingerprint) }
    loaded = []
    quarantine.removeAll(besides: Set(try store.quarantined().map(\.fingerprint)))
    return loader.changes
  }

  /// Shows the verdicts of the present rules to readers once every stored verbatim has one.
  ///
  /// - Returns: how many still lack one.
  public func show() throws -> Int {
    guard try store.currentGeneration() != generation else { return 0 }
    let missing = try store.unjudgedCount(in: generation)
    if missing == 0 { try store.makeCurrent(generation) }
    return missing
  }

  /// Enters that an entry was tried by this version, so that it is not tried again every night.
  func refused(_ entry: QuarantineEntry, _ why: String) throws -> Outcome {
    var batch = StoreBatch()
    batch.quarantined = [entry]
    batch.quarantined[0].readerVersion = Quarantine.readerVersion
    _ = try store.insert(batch, generation: generation)
    var outcome = Outcome()
    outcome.refusals = [(entry.source, "\(entry.reason): \(why)")]
    return outcome
  }

  func reread(
    _ entry: QuarantineEntry, _ file: ByteFile, from offset: Int, movedBy shift: Int
  ) throws -> Outcome {
    let source = SourceReference(printed: entry.source)
    // A whole file has no ordinal; its name may end like one that has.
    let name = entry.form == .file ? entry.source : source.name
    var reading = Reading(entry)
    _ = try SourceReader(workforce).read(
      file, name: name, columns: columns(of: name), from: offset, ordinal: source.ordinal ?? 1
    ) { batch in try take(batch, movedBy: batch.isMember ? 0 : shift, &reading) }
    return try settle(&reading)
  }

  /// What has been read of an entry; the last batch waits for the release.
  struct Reading {
    var entry: QuarantineEntry
    var outcome = Outcome()
    var pending = StoreBatch()
    var isRefusedAgain = false

    init(_ entry: QuarantineEntry) {
      self.entry = entry
    }
  }

  func take(
    _ read: SourceReader.Batch, movedBy shift: Int, _ reading: inout Reading
  ) throws {
    reading.outcome.changes += try store.insert(reading.pending, generation: generation)
    let (batch, refusals) = try quarantine.storeBatch(of: read, movedBy: shift, now: now)
    reading.pending = batch
    reading.outcome.refusals += refusals.map { ($0.source.description, "\($0.rejection)") }
    reading.isRefusedAgain =
      reading.isRefusedAgain
      || batch.quarantined.contains { $0.fingerprint == reading.entry.fingerprint }
  }

  /// Stores the last batch with the release, unless the same was rejected for the same reason.
  func settle(_ reading: inout Reading) throws -> Outcome {
    let fingerprint = reading.entry.fingerprint
    if !reading.isRefusedAgain { reading.pending.released = [fingerprint] }
    reading.outcome.changes += try store.insert(reading.pending, generation: generation)
    if !reading.isRefusedAgain { quarantine.remove(fingerprint) }
    return reading.outcome
  }

  /// The column names of the source that a place is in.
  func columns(of name: String) -> ColumnMap {
    SourceWalk.columns(of: name, in: sources)
  }
}
