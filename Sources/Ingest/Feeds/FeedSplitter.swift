import Complaints
import Text

/// Cuts a feed or an export into its entries, with bounded memory: each entry is one piece.
struct FeedSplitter {
  let name: String

  /// Hands over the pieces of a file from a byte offset on, which must be the end of an entry or 0.
  ///
  /// `ordinal` is the number of the first entry from there. The pieces cover offset..<byteCount
  /// exactly; what stands around the entries is structure.
  /// - Throws: `ByteFile.Failure` when the system fails to read, and what `each` throws.
  func split(
    _ file: ByteFile, from offset: Int, ordinal: Int, each: (Piece) throws -> Void
  ) throws {
    let first = try file.bytes(at: 0, count: Sniffer.headByteCount)
    guard let head = FeedHead(first) else {
      let rejection = Rejection(.unrecognised, "no feed")
      return try each(Piece(range: offset..<file.byteCount, content: .rejected(rejection)))
    }
    let date = file.modifiedSeconds > 0 ? Timestamp(seconds: file.modifiedSeconds) : nil
    func content(_ range: Range<Int>, _ ordinal: Int?) throws -> Piece.Content {
      guard range.count <= Limits.itemByteCount else {
        let detail = "an entry of \(range.count) bytes, limit \(Limits.itemByteCount)"
        return .rejected(Rejection(.overLimit, detail))
      }
      let bytes = try file.bytes(at: range.lowerBound, count: range.count)
      guard bytes.count == range.count else {
        return .rejected(Rejection(.truncated, "the file became shorter while it was read"))
      }
      let source = SourceReference(name: name, ordinal: ordinal, range: range)
      return .item(Item(source: source, form: .feed(head), bytes: bytes, outerDate: date))
    }
    if head.isWide {
      return try each(
        Piece(range: offset..<file.byteCount, content: try content(0..<file.byteCount, nil)))
    }
    var cutter = FeedCutter(file, entryName: head.entryName, from: offset)
    var position = offset
    var ordinal = ordinal
    while let range = try cutter.next() {
      if range.lowerBound > position {
        try each(Piece(range: position..<range.lowerBound, content: .structure))
      }
      try each(Piece(range: range, content: try content(range, ordinal)))
      position = range.upperBound
      ordinal += 1
    }
    if position < file.byteCount {
      try each(Piece(range: position..<file.byteCount, content: .structure))
    }
  }
}
