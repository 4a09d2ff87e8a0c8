import Complaints
import Ingest
import Text

/// Some pieces of a source file, cut out but not yet parsed.
struct SourceChunk: Sendable {
  /// The file whose bytes the pieces' ranges mean.
  var file: ByteFile
  /// Its path inside the source.
  var name: String
  /// Whether the file is a member of an archive.
  var isMember: Bool
  var columns: ColumnMap
  /// Items that begin before this byte may end with more than when they were read last; nil where
  /// the file is no larger than ever, and for members of archives.
  var grownBelow: Int?
  /// In the order of the file.
  var pieces: [Piece] = []
  /// What of an archive could not be read; an archive is alone in its chunk.
  var rejection: Rejection?
  /// How many bytes the items hold.
  var weight = 0

  /// Whether the file's last message waits for the next run.
  var isWaiting: Bool {
    guard case .skipped(Piece.stillBeingWritten) = pieces.last?.content else { return false }
    return true
  }
}

extension Worker {
  /// Reads the pieces of a chunk, in order.
  mutating func batch(of chunk: SourceChunk) -> SourceReader.Batch {
    let known = knownDocuments(of: chunk)
    let outcomes = chunk.pieces.indices.map { index in
      let piece = chunk.pieces[index]
      var outcome =
        known[index] ? Outcome(known: piece) : outcome(of: piece, columns: chunk.columns)
      if let rejection = chunk.rejection { outcome.rejection = rejection }
      return outcome
    }
    return SourceReader.Batch(
      file: chunk.file, name: chunk.name, isMember: chunk.isMember, columns: chunk.columns,
      grownBelow: chunk.grownBelow, outcomes: outcomes)
  }

  /// Which pieces are mails that the store holds already, as their headers and bodies tell.
  private func knownDocuments(of chunk: SourceChunk) -> [Bool] {
    guard let stored = stages.storedDocuments else {
      return [Bool](repeating: false, count: chunk.pieces.count)
    }
    let identities = chunk.pieces.map { piece -> Fingerprint? in
      guard case .item(let item) = piece.content else { return nil }
      return MailReader().identity(of: item)
    }
    let known = stored(identities.compactMap { $0 })
    return identities.map { $0.map(known.contains) ?? false }
  }
}
