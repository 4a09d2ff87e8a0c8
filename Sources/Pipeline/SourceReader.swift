import Complaints
public import Ingest
public import Text

/// Reads source files piece by piece and hands over batches of outcomes in order, in bounded memory.
public struct SourceReader {
  /// Outcomes of one file, or of one file inside an archive.
  public struct Batch: Sendable {
    /// The file whose bytes the outcomes' ranges mean.
    public var file: ByteFile
    /// Its path inside the source; a member of an archive stands behind the archive's name.
    public var name: String
    /// Whether the file is a member of an archive.
    public var isMember: Bool
    /// The column names that tables were read by.
    public var columns: ColumnMap
    /// As in the chunk.
    var grownBelow: Int?
    /// In the order of the file.
    public var outcomes: [Worker.Outcome]
  }

  /// Files up to this size are not worth threads of their own.
  private static let smallByteCount = 256 << 10

  private let workforce: Workforce

  /// A reader that lets a workforce do the work.
  public init(_ workforce: Workforce) {
    self.workforce = workforce
  }

  /// Reads a file from a byte offset and its item ordinal on.
  ///
  /// - Parameter ordinal: the 1-based number of the first item to be found.
  /// - Parameter each: takes batches in the order of the file; those that are no members' cover it
  ///   without a gap.
  /// - Throws: what `each` throws, or `ByteFile.Failure` when the system fails to read.
  /// - Returns: where every byte of the file itself went; closed when nothing was thrown.
  public func read(
    _ file: ByteFile, name: String, columns: ColumnMap, from offset: Int = 0, ordinal: Int = 1,
    each: (Batch) throws -> Void
  ) throws -> Ledger {
    var ledger = Ledger(from: offset)
    func take(_ batch: Batch) throws {
      ledger.enter(batch)
      try each(batch)
    }
    let cutter = SourceCutter(name: name, columns: columns)
    if file.byteCount <= SourceReader.smallByteCount {
      try cutter.cut(file, from: offset, ordinal: ordinal) { chunk in
        try take(workforce.one { $0.batch(of: chunk) })
      }
    } else {
      try workforce.stream { put in
        try cutter.cut(file, from: offset, ordinal: ordinal) { try put($0, $0.weight) }
      } work: { worker, chunk in
        worker.batch(of: chunk)
      } take: { batch in
        try take(batch)
      }
    }
    precondition(
      ledger.position == file.byteCount, "the pieces of \(name) do not cover the file")
    return ledger
  }
}

extension Ledger {
  /// Enters a batch; members' bytes are their archive's.
  mutating func enter(_ batch: SourceReader.Batch) {
    guard !batch.isMember else { return }
    for outcome in batch.outcomes { enter(outcome.piece, rejection: outcome.rejection) }
  }
}
