import Complaints
public import Text

/// Cuts any source file into pieces: tells what it is and hands it to the splitter of its kind.
public struct SourceSplitter: Sendable {
  private let name: String
  private let columns: ColumnMap
  private let isGrowing: Bool

  /// A splitter for the file of that name inside its source.
  ///
  /// - Parameter isGrowing: whether the file is still being written; the last message of a mailbox
  ///   is left out then.
  public init(name: String, columns: ColumnMap, isGrowing: Bool = false) {
    self.name = name
    self.columns = columns
    self.isGrowing = isGrowing
  }

  /// Hands over the pieces of `offset..<file.byteCount` in order and without a gap.
  ///
  /// A file without words gives no item; a file that is one document gives one, which always holds
  /// the whole file, also when `offset` is not 0.
  ///
  /// - Parameters:
  ///   - file: the source file.
  ///   - offset: where to start: 0 or the end of a piece handed over before.
  ///   - ordinal: the 1-based position of the first message or row to be found.
  ///   - each: takes a piece; what it throws ends the split.
  /// - Throws: `ByteFile.Failure` when the system fails to read, or what `each` throws.
  public func split(
    _ file: ByteFile, from offset: Int, ordinal: Int, each: (Piece) throws -> Void
  ) throws {
    guard offset < file.byteCount else { return }
    let rest = offset..<file.byteCount
    let head = try file.bytes(at: 0, count: Sniffer.headByteCount)
    switch Sniffer.kind(of: head, name: name, columns: columns) {
    case .mbox:
      try MboxSplitter(name: name, isGrowing: isGrowing).split(
        file, from: offset, ordinal: ordinal, each: each)
    case .table:
      try TableSplitter(name: name, columns: columns).split(
        file, from: offset, ordinal: ordinal, each: each)
    case .feed:
      try FeedSplitter(name: name).split(file, from: offset, ordinal: ordinal, each: each)
    case .archive: try each(Piece(range: 0..<file.byteCount, content: .archive))
    case .emlx: try split(file, head, each)
    case .single(.text) where head.count == file.byteCount && MboxFile.isTornSeparator(head[...]):
      try each(Piece(range: rest, content: .skipped(Piece.stillBeingWritten)))
    case .single(let form): try each(Piece(range: rest, content: single(file, form)))
    case .empty:
      if file.byteCount <= head.count { return try each(Piece(range: rest, content: .structure)) }
      try each(Piece(range: rest, content: single(file, .text)))
    case .unrecognised:
      let rejection = Rejection(.unrecognised, "neither mail nor page, transcript, table or text")
      try each(Piece(range: rest, content: .rejected(rejection)))
    }
  }

  /// The message of an Apple Mail file, between its length and its property list.
  private func split(_ file: ByteFile, _ head: [UInt8], _ each: (Piece) throws -> Void) throws {
    guard let range = EmlxSplitter.messageRange(head: head, fileByteCount: file.byteCount) else {
      let rejection = Rejection(.truncated, "shorter than its first line says")
      return try each(Piece(range: 0..<file.byteCount, content: .rejected(rejection)))
    }
    try each(Piece(range: 0..<range.lowerBound, content: .structure))
    try each(Piece(range: range, content: single(file, .mail, range)))
    if range.upperBound < file.byteCount {
      try each(Piece(range: range.upperBound..<file.byteCount, content: .structure))
    }
  }

  /// The file, or a stretch of it, as one item, or why it is none.
  private func single(
    _ file: ByteFile, _ form: Form, _ stretch: Range<Int>? = nil
  ) throws -> Piece.Content {
    let range = stretch ?? 0..<file.byteCount
    guard range.count <= Limits.itemByteCount else {
      return .rejected(
        Rejection(.overLimit, "\(range.count) bytes, limit \(Limits.itemByteCount)"))
    }
    let bytes = try file.bytes(at: range.lowerBound, count: range.count)
    guard bytes.count == range.count else {
      return .rejected(Rejection(.truncated, "the file became shorter while it was read"))
    }
    return .item(
      Item(
        source: SourceReference(name: name, range: range), form: form, bytes: bytes,
        outerDate: dateInName ?? fileDate(file)))
  }

  /// When the file was last changed; a file of 1970 has no date.
  private func fileDate(_ file: ByteFile) -> Timestamp? {
    file.modifiedSeconds > 0 ? Timestamp(seconds: file.modifiedSeconds) : nil
  }

  /// The first date in the file's name: "2025-12-11-survey.srt", "call_2026-02-10T09-12.json".
  private var dateInName: Timestamp? {
    let letters = Array((name.split(separator: "/").last ?? "").utf8)
    guard letters.count >= 10 else { return nil }
    for start in 0...(letters.count - 10) {
      let stretch = String(decoding: letters[start..<(start + 10)], as: UTF8.self)
      if let day = Day(stretch) { return Timestamp(day: day) }
    }
    return nil
  }
}
