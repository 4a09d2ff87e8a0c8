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

  private let settings: Settings
  private let store: ComplaintStore
  private let ruleSet: RuleSet
  private let workforce: Workforce
  private let quarantine: Quarantine
  private let footerFile: FooterFile
  private let footers: [Footer]
  private let now: Timestamp
  private let tell: (Event) -> Void

  /// A run over the settings' sources, with the footers that earlier runs have learned.
  ///
  /// - Parameter tell: is called in order, on the calling thread.
  /// - Throws: where the file of footers is damaged.
  public init(
    settings: Settings, store: ComplaintStore, ruleSet: RuleSet, pseudonyms: Pseudonyms,
    now: Timestamp, jobs: Int, tell: @escaping (Event) -> Void
  ) throws(FooterFile.Failure) {
    self.settings = settings
    self.store = store
    self.ruleSet = ruleSet
    self.now = now
    self.tell = tell
    quarantine = Quarantine(stateFolder: store.folder)
    footerFile = FooterFile(stateFolder: store.folder)
    footers = try footerFile.readIfPresent()
    workforce = Workforce(
      Worker.Stages(
        organisation: settings.organisation, pseudonyms: pseudonyms, ruleSet: ruleSet,
        footers: footers),
      jobs: jobs)
  }

  /// Reads what is new, judges it, judges stored verbatims anew if the rules changed, shows the
  /// result to readers, counts the cases, records what they decide of prevention items, and learns
  /// footers for the next run.
  public func run() throws -> RunReport {
    var report = RunReport()
    let run = try store.beginRun(at: now)
    let generation = try store.generation(
      ofRuleSet: ruleSet.fingerprint, engine: Classifier.engineVersion)
    report.rejudgedCount = try rejudge(generation)
    report.retried = try retryQuarantine(generation)
    let all = SourceWalk.entries(of: settings.sources, excluding: store.folder)
    report.leftOut = all.compactMap { entry in entry.leftOut.map { (entry.name, $0) } }
    let entries = all.filter { $0.leftOut == nil }
    for (index, entry) in entries.enumerated() {
      let line = try read(entry, number: index + 1, count: entries.count, generation)
      report.sources.append(line)
      tell(.finished(line))
    }
    try store.makeCurrent(generation)
    tell(.counting)
    let days = LocalDays(timeZone: settings.timeZone)
    report.cases = try CaseBook(store: store, days: days).refresh()
    let book = BacklogBook(store: store, days: days)
    report.transitions = try book.advance(to: now)
    report.newSignals = try book.newSignals(at: now)
    report.footers = try learnFooters()
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

  /// Judges stored verbatims that this rule set has not judged yet, in bounded batches.
  private func rejudge(_ generation: Int64) throws -> Int {
    let total = try store.unjudgedCount(in: generation)
    var done = 0
    var last: Int64 = 0
    while done < total {
      let stored = try store.unjudged(in: generation, after: last, limit: 512)
      guard let end = stored.last else { break }
      let verdicts = workforce.map(stored) { worker, item in worker.verdict(on: item.verbatim) }
      var batch = StoreBatch()
      batch.entries = zip(stored, verdicts).map { item, verdict in
        StoreBatch.Entry(verbatim: item.verbatim, verdict: verdict)
      }
      _ = try store.insert(batch, generation: generation)
      last = end.rowID
      done += stored.count
      tell(.rejudging(done: done, total: total))
    }
    return done
  }

  /// Tries once what was rejected by another version of the reader.
  private func retryQuarantine(_ generation: Int64) throws -> RunReport.Retried {
    let entries = try store.quarantined(notBy: Quarantine.readerVersion)
    var retried = RunReport.Retried()
    guard !entries.isEmpty else { return retried }
    var retry = QuarantineRetry(
      store: store, workforce: workforce, settings: settings, generation: generation, now: now)
    for (index, entry) in entries.enumerated() {
      tell(.retrying(done: index, total: entries.count))
      let outcome = try retry.retry(entry)
      if outcome.isRead { retried.readCount += 1 } else { retried.rejectedCount += 1 }
      retried.changes += outcome.changes
    }
    retried.changes += try retry.finish()
    return retried
  }

  private func read(
    _ entry: SourceWalk.Entry, number: Int, count: Int, _ generation: Int64
  ) throws -> RunReport.SourceLine {
    var line = RunReport.SourceLine(name: entry.name)
    let file: ByteFile
    do throws(Rejection) {
      file = try entry.open()
    } catch {
      try reject(error, SourceReference(name: entry.name, range: 0..<0), &line, generation)
      return line
    }
    let head: Fingerprint
    do throws(Rejection) {
      head = try fingerprint(of: file, entry)
    } catch {
      try reject(
        error, SourceReference(name: entry.name, range: 0..<file.byteCount), &line, generation)
      return line
    }
    var progress = start(of: entry, file, head, try store.progress(ofPath: entry.path))
    if progress.position == file.byteCount, file.byteCount > 0 || progress.ordinal > 0 {
      line.isUnchanged = true
      try store.releaseUnkept(of: entry.name, besides: [])
      return line
    }
    var rejected: Set<Fingerprint> = []
    let begin = progress.position
    tell(
      .progress(number: number, count: count, name: entry.name, done: begin, total: file.byteCount))
    do {
      line.ledger = try SourceReader(workforce).read(
        file, name: entry.name, columns: entry.columns, from: begin,
        ordinal: progress.ordinal + 1, isGrowing: isGrowing(file)
      ) { batch in
        line.changes += try insert(batch, &progress, &line, &rejected, generation)
        tell(
          .progress(
            number: number, count: count, name: entry.name, done: progress.position,
            total: file.byteCount))
      }
      try store.releaseUnkept(of: entry.name, besides: rejected)
    } catch let failure as ByteFile.Failure {
      // The rest is tried again in the next run, since the progress stays where it is.
      try reject(
        Rejection(.unreadable, failure.reason),
        SourceReference(name: entry.name, range: progress.position..<file.byteCount), &line,
        generation)
    }
    line.byteCount = progress.position - begin
    return line
  }

  /// Names the beginning of a file and everything that reading it depends on, so that a file is
  /// read anew when columns, organisation, footers or the reader change: old complaints and new ones
  /// are to be counted alike.
  private func fingerprint(
    of file: ByteFile, _ entry: SourceWalk.Entry
  ) throws(Rejection) -> Fingerprint {
    let head: [UInt8]
    do {
      head = try file.bytes(at: 0, count: 64 << 10)
    } catch {
      throw Rejection(.unreadable, error.reason)
    }
    let columns = entry.columns
    let organisation = settings.organisation
    return Fingerprint(
      fields: [
        Quarantine.readerVersion, Fingerprint(hashing: head).description, entry.name, columns.id,
        columns.text, columns.date, columns.author, columns.subject, columns.score,
      ] + organisation.names + ["domains"] + organisation.domains + ["addresses"]
        + organisation.addresses + ["footers"]
        + footers.flatMap { [$0.domain ?? "", $0.fingerprint.description] })
  }

  /// Whether a file was changed less than two minutes before the run began, or in the hour since;
  /// a file from later than that has a date that tells nothing.
  private func isGrowing(_ file: ByteFile) -> Bool {
    (-3_600..<120).contains(now.seconds - file.modifiedSeconds)
  }

  /// Where to begin: where an unchanged file was left, else at its start.
  private func start(
    of entry: SourceWalk.Entry, _ file: ByteFile, _ head: Fingerprint, _ known: SourceProgress?
  ) -> SourceProgress {
    let fresh = SourceProgress(
      path: entry.path, byteCount: file.byteCount, modifiedSeconds: file.modifiedSeconds,
      headFingerprint: head, position: 0, ordinal: 0)
    guard let known, known.headFingerprint == head, known.byteCount == file.byteCount,
      known.modifiedSeconds == file.modifiedSeconds
    else { return fresh }
    return known
  }

  private func insert(
    _ read: SourceReader.Batch, _ progress: inout SourceProgress,
    _ line: inout RunReport.SourceLine, _ rejected: inout Set<Fingerprint>, _ generation: Int64
  ) throws -> StoreChanges {
    var (batch, refusals) = try quarantine.storeBatch(of: read, now: now)
    for outcome in read.outcomes {
      line.documentCount += outcome.documentCount
      for (place, warning) in outcome.limitWarnings {
        tell(.warned(source: place, warning: warning))
      }
      guard !read.isMember else { continue }
      progress.ordinal = max(progress.ordinal, outcome.piece.ordinal ?? 0)
      progress.enter(outcome)
    }
    batch.progress = progress
    for (entry, (rejection, source)) in zip(batch.quarantined, refusals) {
      line.rejections[rejection.reason, default: 0] += 1
      rejected.insert(entry.fingerprint)
      let isNew = try !store.isQuarantined(entry.fingerprint)
      tell(.rejected(source: source.description, rejection: rejection, isNew: isNew))
    }
    return try store.insert(batch, generation: generation)
  }

  /// Enters a place that could not be opened at all.
  private func reject(
    _ rejection: Rejection, _ source: SourceReference, _ line: inout RunReport.SourceLine,
    _ generation: Int64
  ) throws {
    var batch = StoreBatch()
    let entry = quarantine.entry(rejection, source: source, file: nil, now: now)
    batch.quarantined.append(entry)
    let isNew = try !store.isQuarantined(entry.fingerprint)
    tell(.rejected(source: source.description, rejection: rejection, isNew: isNew))
    line.rejections[rejection.reason, default: 0] += 1
    line.changes += try store.insert(batch, generation: generation)
  }
}

extension SourceProgress {
  /// Moves on behind a piece and adds its bytes to where they went.
  fileprivate mutating func enter(_ outcome: Worker.Outcome) {
    let count = outcome.piece.range.count
    position = outcome.piece.range.upperBound
    switch outcome.piece.content {
    case .skipped(Piece.stillBeingWritten): position = outcome.piece.range.lowerBound
    case .item where outcome.rejection == nil: documentByteCount += count
    case .structure: structureByteCount += count
    case .skipped: skippedByteCount += count
    case .archive where outcome.rejection == nil: structureByteCount += count
    case .item, .archive, .rejected: quarantinedByteCount += count
    }
  }
}
