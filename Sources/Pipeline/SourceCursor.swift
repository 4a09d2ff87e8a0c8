import Complaints
import Ingest
import Store
import Text

/// How far the cutting of a source file has come, with the fingerprints that tell a grown file from
/// a rewritten one in the next run.
struct SourceCursor {
  /// How much of the beginning and of the end of what was read has a fingerprint.
  private static let blockByteCount = 64 << 10

  private(set) var progress: SourceProgress
  private let file: ByteFile
  private var hasWholeHead: Bool
  private var lastItemEnd: Int

  /// A cursor that goes on at `progress.position` of a file.
  init(_ progress: SourceProgress, of file: ByteFile) {
    self.progress = progress
    self.progress.facts = file.facts
    self.file = file
    hasWholeHead = progress.position >= SourceCursor.blockByteCount
    lastItemEnd = progress.position
  }

  /// Moves on behind the pieces of a chunk and takes the fingerprints.
  ///
  /// A grown file will be read on where its last item begins, the separator before it included.
  mutating func advance(over chunk: SourceChunk) throws(ByteFile.Failure) {
    for piece in chunk.pieces {
      if case .skipped(Piece.stillBeingWritten) = piece.content { continue }
      progress.position = piece.range.upperBound
      if case .structure = piece.content { continue }
      progress.resumePosition = lastItemEnd
      progress.resumeOrdinal = progress.ordinal
      progress.ordinal = max(progress.ordinal, piece.ordinal ?? 0)
      lastItemEnd = piece.range.upperBound
    }
    let block = SourceCursor.blockByteCount
    if !hasWholeHead {
      progress.head = try SourceCursor.head(of: file, before: progress.position)
      hasWholeHead = progress.position >= block
    }
    progress.tail = try SourceCursor.tail(of: file, before: progress.position)
    while (progress.chainBlockCount + 1) * block <= progress.position {
      try SourceCursor.lengthen(&progress.chain, by: progress.chainBlockCount, of: file)
      progress.chainBlockCount += 1
    }
  }

  /// Whether what was read of a file is still its beginning.
  ///
  /// - Parameter wholly: whether to compare every byte instead of the first and the last 64 KiB.
  static func holds(
    _ progress: SourceProgress, in file: ByteFile, wholly: Bool
  ) throws(ByteFile.Failure) -> Bool {
    guard progress.position <= file.byteCount,
      try head(of: file, before: progress.position) == progress.head,
      try tail(of: file, before: progress.position) == progress.tail
    else { return false }
    guard wholly else { return true }
    var chain = Fingerprint(hashing: [])
    for number in 0..<progress.chainBlockCount { try lengthen(&chain, by: number, of: file) }
    return chain == progress.chain
  }

  private static func head(
    of file: ByteFile, before position: Int
  ) throws(ByteFile.Failure) -> Fingerprint {
    Fingerprint(hashing: try file.bytes(at: 0, count: min(blockByteCount, position)))
  }

  private static func tail(
    of file: ByteFile, before position: Int
  ) throws(ByteFile.Failure) -> Fingerprint {
    let start = max(0, position - blockByteCount)
    return Fingerprint(hashing: try file.bytes(at: start, count: position - start))
  }

  private static func lengthen(
    _ chain: inout Fingerprint, by number: Int, of file: ByteFile
  ) throws(ByteFile.Failure) {
    var hasher = Hasher128()
    hasher.add(chain.description.utf8)
    hasher.add(try file.bytes(at: number * blockByteCount, count: blockByteCount))
    chain = hasher.fingerprint()
  }
}
