import Complaints
import Ingest
import Store
import Text

/// What there is to read: goes through the sources on the reading thread, leaves out what is
/// unchanged, and cuts the rest into chunks.
struct SourceFeed: Sendable {
  /// What happens to the files of the sources, in their order.
  enum Step<Stretch: Sendable>: Sendable {
    /// A file is opened, and read from a byte offset on.
    case begun(SourceWalk.Entry, number: Int, offset: Int, byteCount: Int)
    /// A stretch of it, and how far the file is read with it; nil inside an archive.
    case stretch(Stretch, SourceProgress?)
    /// A range of it cannot be read for now.
    case failed(Rejection, Range<Int>)
    /// It has come to its end.
    case ended
    /// A file was left alone.
    case unchanged(SourceWalk.Entry)

    /// The step once its stretch is worked on.
    func worked<Result>(_ work: (Stretch) -> Result) -> Step<Result> {
      switch self {
      case .begun(let entry, let number, let offset, let byteCount):
        .begun(entry, number: number, offset: offset, byteCount: byteCount)
      case .stretch(let stretch, let progress): .stretch(work(stretch), progress)
      case .failed(let rejection, let range): .failed(rejection, range)
      case .ended: .ended
      case .unchanged(let entry): .unchanged(entry)
      }
    }
  }

  let entries: [SourceWalk.Entry]
  let store: ComplaintStore
  let reading: Reading
  /// Whether every byte that was read before is compared, not only what tells a grown file.
  let verifies: Bool
  let now: Timestamp

  /// Hands over the steps of all files with their weights in bytes.
  func run(_ put: (Step<SourceChunk>, Int) throws -> Void) throws {
    for (index, entry) in entries.enumerated() {
      if let known = try unchanged(entry) {
        try put(.unchanged(known), 0)
      } else {
        try read(entry, number: index + 1, put)
      }
    }
  }

  private func unchanged(_ entry: SourceWalk.Entry) throws -> SourceWalk.Entry? {
    guard !verifies, let facts = entry.facts,
      let known = try store.progress(ofPath: entry.path), known.facts == facts,
      known.position == facts.byteCount, known.reading == reading.fingerprint(of: entry)
    else { return nil }
    return entry
  }

  private func read(
    _ entry: SourceWalk.Entry, number: Int, _ put: (Step<SourceChunk>, Int) throws -> Void
  ) throws {
    let file: ByteFile
    do throws(Rejection) {
      file = try entry.open()
    } catch {
      try put(.begun(entry, number: number, offset: 0, byteCount: 0), 0)
      try put(.failed(error, 0..<0), 0)
      return try put(.ended, 0)
    }
    let start: (progress: SourceProgress, grownBelow: Int?)
    do {
      start = try self.start(of: entry, file)
    } catch let failure as ByteFile.Failure {
      try put(.begun(entry, number: number, offset: 0, byteCount: file.byteCount), 0)
      try put(.failed(Rejection(.unreadable, failure.reason), 0..<file.byteCount), 0)
      return try put(.ended, 0)
    }
    var offset = start.progress.position
    if verifies, offset == file.byteCount, offset > 0 { return try put(.unchanged(entry), 0) }
    try put(.begun(entry, number: number, offset: offset, byteCount: file.byteCount), 0)
    do {
      var cursor = SourceCursor(start.progress, of: file)
      let cutter = SourceCutter(
        name: entry.name, columns: entry.columns, isGrowing: isGrowing(file))
      var isWaiting = false
      try cutter.cut(file, from: offset, ordinal: start.progress.ordinal + 1) { chunk in
        var chunk = chunk
        isWaiting = chunk.isWaiting
        guard !chunk.isMember else { return try put(.stretch(chunk, nil), chunk.weight) }
        chunk.grownBelow = start.grownBelow
        try cursor.advance(over: chunk)
        offset = cursor.progress.position
        try put(.stretch(chunk, cursor.progress), chunk.weight)
      }
      precondition(
        offset == file.byteCount || isWaiting, "\(entry.name) was not cut to its end")
    } catch let failure as ByteFile.Failure {
      // The rest is tried again in the next run, since the progress stays where it is.
      let rejection = Rejection(.unreadable, failure.reason)
      try put(.failed(rejection, offset..<file.byteCount), 0)
    }
    try put(.ended, 0)
  }

  /// Whether a file was changed less than two minutes before the run began, or in the hour since;
  /// a file from later than that has a date that tells nothing.
  private func isGrowing(_ file: ByteFile) -> Bool {
    (-3_600..<120).contains(now.seconds - file.modifiedSeconds)
  }

  /// Where to begin: where an unchanged file was left, at the last item of a grown one, else at the
  /// start. Of a file that is larger than ever and not known to begin as it did, any item may have
  /// grown.
  private func start(
    of entry: SourceWalk.Entry, _ file: ByteFile
  ) throws -> (progress: SourceProgress, grownBelow: Int?) {
    let fresh = SourceProgress(
      path: entry.path, facts: file.facts, reading: reading.fingerprint(of: entry))
    guard let known = try store.progress(ofPath: entry.path) else { return (fresh, nil) }
    let isSameReading = known.reading == fresh.reading
    if known.facts == file.facts {
      let goesOn =
        try isSameReading && (!verifies || SourceCursor.holds(known, in: file, wholly: true))
      return (goesOn ? known : fresh, nil)
    }
    let isAddedTo =
      try file.byteCount > known.facts.byteCount
      && SourceCursor.holds(known, in: file, wholly: verifies)
    let grownBelow =
      file.byteCount <= known.largestByteCount
      ? nil : isAddedTo ? known.largestByteCount : file.byteCount
    guard isSameReading, isAddedTo else { return (fresh, grownBelow) }
    var grown = known
    grown.position = known.resumePosition
    grown.ordinal = known.resumeOrdinal
    return (grown, grownBelow)
  }
}
