import Complaints
import Ingest
import Text

/// Cuts a source file, and the files in it where it is an archive, into chunks.
struct SourceCutter: Sendable {
  /// Limits of a chunk: enough for a hand-over to cost nothing, not so much that memory grows.
  private static let pieceCount = 64
  private static let byteCount = 2 << 20
  /// Archives inside archives.
  private static let archiveDepth = 3

  private let name: String
  private let columns: ColumnMap
  private let isGrowing: Bool
  private let depth: Int

  /// A cutter for the file of a name inside its source.
  ///
  /// - Parameter isGrowing: whether the last message of a mailbox waits, since it may be cut off.
  init(name: String, columns: ColumnMap, isGrowing: Bool = false) {
    self.init(name: name, columns: columns, isGrowing: isGrowing, depth: 0)
  }

  private init(name: String, columns: ColumnMap, isGrowing: Bool, depth: Int) {
    self.name = name
    self.columns = columns
    self.isGrowing = isGrowing
    self.depth = depth
  }

  /// Hands over the chunks of `offset..<file.byteCount`; those that are no members' are in order and
  /// leave no gap.
  ///
  /// - Throws: what `each` throws, or `ByteFile.Failure` when the system fails to read.
  func cut(
    _ file: ByteFile, from offset: Int, ordinal: Int, each: (SourceChunk) throws -> Void
  ) throws {
    let empty = SourceChunk(file: file, name: name, isMember: depth > 0, columns: columns)
    var chunk = empty
    func flush() throws {
      guard !chunk.pieces.isEmpty else { return }
      let full = chunk
      chunk = empty
      try each(full)
    }
    let splitter = SourceSplitter(name: name, columns: columns, isGrowing: isGrowing)
    try splitter.split(file, from: offset, ordinal: ordinal) { piece in
      if case .archive = piece.content {
        var archive = empty
        archive.pieces = [piece]
        archive.rejection = try cutMembers(of: file, each)
        return try each(archive)
      }
      chunk.pieces.append(piece)
      if case .item(let item) = piece.content { chunk.weight += item.bytes.count }
      if chunk.pieces.count >= SourceCutter.pieceCount || chunk.weight >= SourceCutter.byteCount {
        try flush()
      }
    }
    try flush()
  }

  /// Cuts the files inside an archive; says what of it could not be read.
  private func cutMembers(
    of file: ByteFile, _ each: (SourceChunk) throws -> Void
  ) throws -> Rejection? {
    guard depth < SourceCutter.archiveDepth else {
      return Rejection(.overLimit, "archives in archives, limit \(SourceCutter.archiveDepth)")
    }
    var failures: [(ordinal: Int, rejection: Rejection)] = []
    let end = try ArchiveReader(name: name).read(file) { member in
      switch member.content {
      case .failure(let rejection): failures.append((member.ordinal, rejection))
      case .success(let contents):
        let path = member.name.isEmpty ? name : name + "/" + member.name
        let inner = SourceCutter(
          name: path, columns: columns, isGrowing: false, depth: depth + 1)
        try inner.cut(contents, from: 0, ordinal: 1, each: each)
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
