import Complaints
import Foundation
public import Ingest
public import Text

/// Reads source files piece by piece and hands over batches of outcomes in order, in bounded memory.
public struct SourceReader {
  /// Limits of a batch.
  private static let batchItemCount = 256
  private static let batchByteCount = 8 << 20

  private let workforce: Workforce

  /// A reader that lets a workforce do the work.
  public init(_ workforce: Workforce) {
    self.workforce = workforce
  }

  /// Reads a file from a byte offset and its item ordinal on.
  ///
  /// - Parameter ordinal: the 1-based number of the first item to be found.
  /// - Parameter each: takes outcomes in the order of the file; they cover it without a gap.
  /// - Throws: what `each` throws, or `ByteFile.Failure` when the system fails to read.
  /// - Returns: where every byte went; closed when nothing was thrown.
  public func read(
    _ file: ByteFile, name: String, columns: ColumnMap, from offset: Int = 0, ordinal: Int = 1,
    each: ([Worker.Outcome]) throws -> Void
  ) throws -> Ledger {
    var ledger = Ledger(from: offset)
    var batch: [Piece] = []
    var byteCount = 0
    func flush() throws {
      let outcomes = workforce.map(batch) { worker, piece in
        worker.outcome(of: piece, columns: columns)
      }
      batch.removeAll(keepingCapacity: true)
      byteCount = 0
      for outcome in outcomes { ledger.enter(outcome.piece, rejection: outcome.rejection) }
      try each(outcomes)
    }
    let splitter = SourceSplitter(name: name, columns: columns)
    try splitter.split(file, from: offset, ordinal: ordinal) { piece in
      batch.append(piece)
      if case .item(let item) = piece.content { byteCount += item.bytes.count }
      if batch.count >= SourceReader.batchItemCount || byteCount >= SourceReader.batchByteCount {
        try flush()
      }
    }
    if !batch.isEmpty { try flush() }
    precondition(
      ledger.position == file.byteCount, "the pieces of \(name) do not cover the file")
    return ledger
  }
}
