import Backlog
import Cases
public import Classify
public import Complaints
public import Ingest
public import Privacy
public import Store
import Text

/// The nightly job: every source read to its end, judged and stored.
public struct NightlyRun {
  /// What a run tells while it goes on.
  public enum Event: Sendable {
    /// A source file is being read: its number among how many, its name, bytes done and in all.
    case progress(number: Int, count: Int, name: String, done: Int, total: Int)
    /// Something was rejected: where, why, and whether it is the first time.
    case rejected(source: String, rejection: Rejection, isNew: Bool)
    /// A limit cut or flattened what was read: where and what.
    case warned(source: String, warning: String)
    /// Stored verbatims are being judged by changed rules: done and in all.
    case rejudging(done: Int, total: Int)
    /// What an older version rejected is being tried again: done and in all.
    case retrying(done: Int, total: Int)
    /// What belongs together is being put into cases and counted.
    case counting
    /// A source file has been read.
    case finished(RunReport.SourceLine)
  }

  /// The run was told to stop: what was read is stored, and the next run goes on from there.
  public struct Stopped: Error, CustomStringConvertible {
    /// One line.
    public var description: String { "stopped; the next run goes on from here" }
  }

  private let settings: Settings
  let store: ComplaintStore
  private let ruleSet: RuleSet
  let workforce: Workforce
  private let quarantine: Quarantine
  private let footerFile: FooterFile
  private let footers: [Footer]
  private let reading: Reading
  private let verifies: Bool
  private let now: Timestamp
  private let isStopped: () -> Bool
  let tell: (Event) -> Void

  /// A run over the settings' sources, with the footers that earlier runs have learned.
  ///
  /// - Parameters:
  ///   - verifies: whether every byte that was read before is compared, instead of the files' dates
  ///     and sizes and the first and last 64 KiB.
  ///   - isStopped: whether the run is to stop; asked between transactions.
  ///   - tell: is called in order, on the calling thread.
  /// - Throws: where the file of footers is damaged or the store cannot be read.
  public init(
    settings: Settings, store: ComplaintStore, ruleSet: RuleSet, pseudonyms: Pseudonyms,
    now: Timestamp, jobs: Int, verifies: Bool = false,
    isStopped: @escaping () -> Bool = { false }, tell: @escaping (Event) -> Void
  ) throws {
    self.settings = settings
    self.store = store
    self.ruleSet = ruleSet
    self.now = now
    self.verifies = verifies
    self.isStopped = isStopped
    self.tell = tell
    quarantine = Quarantine(store: store)
    footerFile = FooterFile(stateFolder: store.folder)
    footers = try footerFile.readIfPresent()
    reading = Reading(organisation: settings.organisation, footers: footers)
    var stages = Worker.Stages(
      organisation: settings.organisation, pseudonyms: pseudonyms, ruleSet: ruleSet,
      footers: footers)
    if try store.completedReading() == reading.fingerprint {
      // Where this fails, the mails are read again, and storing them says why.
      stages.storedDocuments = { (try? store.storedDocuments(among: $0)) ?? [] }
    }
    workforce = Workforce(stages, jobs: jobs)
  }

  /// Reads what is new, judges it, judges stored verbatims anew if the rules changed, shows the
  /// result to readers, counts the cases, records what they decide of prevention items, and learns
  /// footers for the next run.
  public func run() throws -> RunReport {
    var report = RunReport()
    // Whether footers were learned from what is stored: no run was cut short, nothing was loaded or
    // erased.
    let isLearned = try store.isLastRunFinished() && store.completedReading() == reading.fingerprint
    let run = try store.beginRun(at: now)
    let generation = try store.generation(
      ofRuleSet: ruleSet.fingerprint, engine: Classifier.engineVersion,
      thresholds: ruleSet.failureThresholds)
    report.rejudgedCount = try rejudge(generation)
    report.retried = try retryQuarantine(generation)
    let all = SourceWalk.entries(of: settings.sources, excluding: store.folder)
    report.leftOut = all.compactMap { entry in entry.leftOut.map { (entry.name, $0) } }
    report.sources = try read(all.filter { $0.leftOut == nil }, generation)
    try store.complete(reading.fingerprint)
    try store.makeCurrent(generation)
    try store.enterRuleSet(ruleSet.fingerprint, at: now)
    try stopIfTold()
    tell(.counting)
    let days = LocalDays(timeZone: settings.timeZone)
    report.cases = try CaseBook(store: store, days: days).refresh()
    let book = BacklogBook(store: store, days: days, readUntil: now)
    report.transitions = try book.advance(to: now)
    report.newSignals = try book.newSignals(at: now)
    let isNew = report.cases != nil || report.rejudgedCount > 0 || !isLearned
    report.footers = isNew ? try learnFooters() : RunReport.Footers(count: footers.count)
    report.warnings = try SourceVolumes(store: store, days: days, sources: settings.sources)
      .warnings(at: now)
    if let months = settings.retentionMonths {
      let retention = Retention(store: store, days: days, now: now, months: months)
      report.retention = try retention.enforce()
    }
    try store.finishRun(run)
    return report
  }

  /// Learns footers, and leaves their file alone where nothing changed.
  private func learnFooters() throws -> RunReport.Footers {
    let learned = try FooterSchool(store: store, ruleSet: ruleSet).footers()
    if learned != footers { try footerFile.write(learned) }
    let known = Set(footers.map(\.fingerprint))
    return RunReport.Footers(
      count: learned.count, newCount: learned.count { !known.contains($0.fingerprint) })
  }

  /// Tries once what was rejected by another version of the reader.
  private func retryQuarantine(_ generation: Int64) throws -> RunReport.Retried {
    let entries = try store.quarantined(notBy: Quarantine.readerVersion)
    var retried = RunReport.Retried()
    guard !entries.isEmpty else { return retried }
    var retry = QuarantineRetry(
      store: store, workforce: workforce, settings: settings, generation: generation, now: now)
    for (index, entry) in entries.enumerated() {
      try stopIfTold()
      tell(.retrying(done: index, total: entries.count))
      let outcome = try retry.retry(entry)
      if outcome.isRead { retried.readCount += 1 } else { retried.rejectedCount += 1 }
      retried.changes += outcome.changes
    }
    retried.changes += try retry.finish()
    return retried
  }

  /// Reads the files on one thread, lets the workers take them through the stages, and stores what
  /// comes off them on the calling thread.
  private func read(
    _ entries: [SourceWalk.Entry], _ generation: Int64
  ) throws -> [RunReport.SourceLine] {
    let feed = SourceFeed(
      entries: entries, store: store, reading: reading, verifies: verifies, now: now)
    var writer = try SourceWriter(
      store: store, quarantine: quarantine, generation: generation, now: now,
      count: entries.count, tell: tell)
    try workforce.stream { put in
      try feed.run(put)
    } work: { worker, step in
      step.worked { worker.batch(of: $0) }
    } take: { step in
      try writer.take(step)
      guard isStopped() else { return }
      try writer.flush()
      throw Stopped()
    }
    try writer.flush()
    return writer.lines
  }

  /// - Throws: `Stopped` when the run is to stop.
  func stopIfTold() throws(Stopped) {
    if isStopped() { throw Stopped() }
  }
}
