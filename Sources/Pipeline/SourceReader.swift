import Complaints
import Foundation
public import Ingest
public import Text

/// Reads source files piece by piece and hands over batches of outcomes in order, in bounded memory.
public struct SourceReader {
  /// Outcomes of one file, or of one file inside an archive.
  public struct Batch {
    /// The file whose bytes the outcomes' ranges mean.
    public var file: ByteFile
    /// Its path inside the source; a member of an archive stands behind the archive's name.
    public var name: String
    /// Whether the file is a member of an archive.
    public var isMember: Bool
    /// The column names that tables were read by.
    public var columns: ColumnMap
    /// In the order of the file.
    public var outcomes: [Worker.Outcome]
  }

  /// Limits of a batch.
  private static let batchItemCount = 256
  private static let batchByteCount = 8 << 20
  /// Archives inside archives.
  private static let archiveDepth = 3

  private let workforce: Workforce
  private let depth: Int

  /// A reader that lets a workforce do the work.
  public init(_ workforce: Workforce) {
    self.init(workforce, depth: 0)
  }

  private init(_ workforce: Workforce, depth: Int) {
    self.workforce = workforce
    self.depth = depth
  }

  /// Reads a file from a byte offset and its item ordinal on.
  ///
  /// - Parameter ordinal: the 1-based number of the first item to be found.
  /// - Parameter isGrowing: whether the last message of a mailbox waits, since it may be cut off.
  /// - Parameter each: takes batches in the order of the file; those that are no members' cover it
  ///   without a gap.
  /// - Throws: what `each` throws, or `ByteFile.Failure` when the system fails to read.
  /// - Returns: where every byte of the file itself went; closed when nothing was thrown.
  public func read(
    _ file: ByteFile, name: String, columns: ColumnMap, from offset: Int = 0, ordinal: Int = 1,
    isGrowing: Bool = false, each: (Batch) throws -> Void
  ) throws -> Ledger {
    var ledger = Ledger(from: offset)
    var batch: [Piece] = []
    var byteCount = 0
    func hand(_ outcomes: [Worker.Outcome]) throws {
      for outcome in outcomes { ledger.enter(outcome.piece, rejection: outcome.rejection) }
      try each(
        Batch(
          file: file, name: name, isMember: depth > 0, columns: columns, outcomes: outcomes))
    }
    func flush() throws {
      guard !batch.isEmpty else { return }
      let outcomes = workforce.map(batch) { worker, piece in
        worker.outcome(of: piece, columns: columns)
      }
      batch.removeAll(keepingCapacity: true)
      byteCount = 0
      try hand(outcomes)
    }
    let splitter = SourceSplitter(name: name, columns: columns, isGrowing: isGrowing)
    try splitter.split(file, from: offset, ordinal: ordinal) { piece in
      if case .archive = piece.content {
        var outcome = Worker.Outcome(piece: piece)
        outcome.rejection = try readMembers(of: file, name, columns, each)
        return try hand([outcome])
      }
      batch.append(piece)
      if case .item(let item) = piece.content { byteCount += item.bytes.count }
      if batch.count >= SourceReader.batchItemCount || byteCount >= SourceReader.batchByteCount {
        try flush()
      }
    }
    try flush()
    precondition(
      ledger.position == file.byteCount, "the pieces of \(name) do not cover the file")
    return ledger
  }

  /// Reads the files inside an archive; says what of it could not be read.
  private func readMembers(
    of file: ByteFile, _ name: String, _ columns: ColumnMap, _ each: (Batch) throws -> Void
  ) throws -> Rejection? {
    guard depth < SourceReader.archiveDepth else {
      return Rejection(.overLimit, "archives in archives, limit \(SourceReader.archiveDepth)")
    }
    let inner = SourceReader(workforce, depth: depth + 1)
    var failures: [(ordinal: Int, rejection: Rejection)] = []
    let end = try ArchiveReader(name: name).read(file) { member in
      switch member.content {
      case .failure(let rejection): failures.append((member.ordinal, rejection))
      case .success(let contents):
        let path = member.name.isEmpty ? name : name + "/" + member.name
        _ = try inner.read(contents, name: path, columns: columns, each: each)
      }
    }
    if let end { return end }
    guard let (ordinal, first) = failures.first else { return nil }
    return failures.count == 1
      ? Rejection(first.reason, "member \(ordinal): \(first.detail)")
      : Rejection(
        first.reason, "\(failures.count) members, the first one \(ordinal): \(first.detail)")
  }
}
