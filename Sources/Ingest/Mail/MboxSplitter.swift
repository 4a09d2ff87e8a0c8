import Complaints
public import Text

/// Cuts a mailbox file (mboxo, mboxrd, mboxcl, mboxcl2, pipermail archives) into messages.
///
/// The file is read in windows; no more of it is in memory than one window and one message. Each
/// message is handed over alone, so that a malformed one cannot take the next with it.
public struct MboxSplitter: Sendable {
  private let name: String
  private let windowByteCount: Int

  /// Whether the mailbox is still being written: its last message waits.
  private let isGrowing: Bool

  /// A splitter for a file of this path inside its source.
  ///
  /// - Parameter isGrowing: hands the last message over as left out, since it may be cut off.
  public init(name: String, isGrowing: Bool = false) {
    self.init(name: name, windowByteCount: 1 << 20, isGrowing: isGrowing)
  }

  /// A splitter whose windows have another size, for tests; at least 16 KiB.
  init(name: String, windowByteCount: Int, isGrowing: Bool = false) {
    self.name = name
    self.isGrowing = isGrowing
    self.windowByteCount = max(windowByteCount, 4 * MboxScanner.lookahead)
  }

  /// Hands over the pieces of `offset..<file.byteCount` in order and without a gap.
  ///
  /// A separator and the blank line before it are `structure`, a message is an `item`. What breaks
  /// off in a separator or in a field's name at the end waits, as still being written. A message of
  /// more than `Limits.itemByteCount` bytes is rejected as `overLimit`. When the file has become
  /// shorter, the messages that are complete stand and the rest is rejected as `truncated`.
  ///
  /// - Parameters:
  ///   - file: the mailbox.
  ///   - offset: where to start: 0 or the end of a piece handed over before.
  ///   - ordinal: the 1-based position of the first message to be found.
  ///   - each: takes a piece; what it throws ends the split.
  /// - Throws: `ByteFile.Failure` when the system fails to read, or what `each` throws.
  public func split(
    _ file: ByteFile, from offset: Int, ordinal: Int, each: (Piece) throws -> Void
  ) throws {
    let file = try MboxFile(file)
    var scanner = MboxScanner(file: file, from: offset, windowByteCount: windowByteCount)
    var emitter = Emitter(name: name, file: file, position: offset, ordinal: ordinal)
    var opener: MboxScanner.Separator?
    while true {
      switch try scanner.next(after: opener) {
      case .separator(let separator):
        let isComplete = try emitter.emit(
          separator: opener, to: separator.start, mayBeBlank: true, each: each)
        guard isComplete else { return try emitter.reject(from: emitter.position, each: each) }
        opener = separator
      case .end:
        let start = opener?.start ?? emitter.position
        let end = try isGrowing ? start : file.tornStart(after: opener) ?? file.byteCount
        let isComplete =
          try end == start
          || emitter.emit(separator: opener, to: end, mayBeBlank: true, each: each)
        guard isComplete else { return try emitter.reject(from: emitter.position, each: each) }
        return try emitter.leave(from: end, each: each)
      case .truncated:
        return try emitter.reject(from: emitter.position, each: each)
      }
    }
  }

  /// Hands pieces over and keeps count of what was.
  private struct Emitter {
    let name: String
    let file: MboxFile
    var position: Int
    var ordinal: Int

    /// Hands over the separator and the message that ends at `end`; false when the file is shorter
    /// by now.
    mutating func emit(
      separator: MboxScanner.Separator?, to end: Int, mayBeBlank: Bool, each: (Piece) throws -> Void
    ) throws -> Bool {
      let start = separator?.end ?? position
      guard start <= end else { return true }
      // Of a message beyond the limit only the end is read.
      let first = end - start <= Limits.itemByteCount + 2 ? start : end - 4
      var message = try file.bytes(at: first, count: end - first)
      guard message.count == end - first else { return false }
      let blank = mayBeBlank ? Emitter.blankLineLength(message) : 0
      let stop = end - blank
      message.removeLast(blank)
      if separator == nil, message.allSatisfy(\.isASCIIWhiteSpace), stop - start < 64 {
        try advance(to: end, each: each)
        return true
      }
      try advance(to: start, each: each)
      if stop > start || separator != nil {
        try hand(message, of: start..<stop, date: separator?.date, each: each)
      }
      try advance(to: end, each: each)
      return true
    }

    private mutating func hand(
      _ message: [UInt8], of range: Range<Int>, date: Timestamp?, each: (Piece) throws -> Void
    ) throws {
      let content: Piece.Content
      if range.count > Limits.itemByteCount {
        content = .rejected(
          Rejection(.overLimit, "\(range.count) bytes, limit \(Limits.itemByteCount)"))
      } else {
        content = .item(
          Item(
            source: SourceReference(name: name, ordinal: ordinal, range: range), form: .mail,
            bytes: MboxQuoting.unquoted(message), outerDate: date))
      }
      try each(Piece(range: range, content: content, ordinal: ordinal))
      position = range.upperBound
      ordinal += 1
    }

    /// Hands over container bytes up to `end`.
    private mutating func advance(to end: Int, each: (Piece) throws -> Void) throws {
      guard position < end else { return }
      try each(Piece(range: position..<end, content: .structure))
      position = end
    }

    /// Leaves the rest of the file to the next run.
    func leave(from start: Int, each: (Piece) throws -> Void) throws {
      if start > position {
        try each(Piece(range: position..<start, content: .structure))
      }
      guard start < file.byteCount else { return }
      try each(
        Piece(range: start..<file.byteCount, content: .skipped(Piece.stillBeingWritten)))
    }

    func reject(from start: Int, each: (Piece) throws -> Void) throws {
      guard start < file.byteCount else { return }
      try each(
        Piece(
          range: start..<file.byteCount,
          content: .rejected(Rejection(.truncated, "the file became shorter while it was read"))))
    }

    /// The length of the blank line that ends the bytes before a separator.
    private static func blankLineLength(_ bytes: [UInt8]) -> Int {
      guard bytes.last == 0x0A else { return 0 }
      var start = bytes.count - 1
      if start > 0, bytes[start - 1] == 0x0D { start -= 1 }
      return start == 0 || bytes[start - 1] == 0x0A ? bytes.count - start : 0
    }
  }
}
