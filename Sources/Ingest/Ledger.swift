/// Where every byte of a source file went; closed when the sums equal the file's size.
public struct Ledger: Sendable, Equatable {
  /// Bytes of documents.
  public var documentByteCount = 0
  /// Bytes of container structure.
  public var structureByteCount = 0
  /// Bytes left out on purpose, by reason.
  public var skippedByteCounts: [String: Int] = [:]
  /// Bytes in quarantine, by reason.
  public var quarantinedByteCounts: [Rejection.Reason: Int] = [:]
  /// Where the next piece must start.
  public private(set) var position: Int

  /// A ledger that starts at a byte offset of the file.
  public init(from position: Int = 0) {
    self.position = position
  }

  /// Enters a piece. The outcome of an item is known only after parsing: pass its rejection.
  ///
  /// Pieces come in order and leave no gap; anything else is a defect of the splitter.
  public mutating func enter(_ piece: Piece, rejection: Rejection? = nil) {
    precondition(piece.range.lowerBound == position, "bytes \(position)… are not accounted for")
    position = piece.range.upperBound
    switch piece.content {
    case .item, .archive:
      if let rejection {
        quarantinedByteCounts[rejection.reason, default: 0] += piece.range.count
      } else if case .archive = piece.content {
        structureByteCount += piece.range.count
      } else {
        documentByteCount += piece.range.count
      }
    case .structure: structureByteCount += piece.range.count
    case .skipped(let reason): skippedByteCounts[reason, default: 0] += piece.range.count
    case .rejected(let rejection):
      quarantinedByteCounts[rejection.reason, default: 0] += piece.range.count
    }
  }

  /// All bytes entered.
  public var byteCount: Int {
    documentByteCount + structureByteCount + skippedByteCounts.values.reduce(0, +)
      + quarantinedByteCounts.values.reduce(0, +)
  }
}
