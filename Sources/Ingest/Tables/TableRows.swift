import Complaints
import Text

/// The state of cutting one table.
struct TableRows {
  let name: String
  let file: ByteFile
  var bytes: TableBytes
  /// The file offset of the byte at `position`.
  var fileOffset: Int
  /// The number of the next row.
  var ordinal: Int
  /// The charset of rows that are not UTF-8; nil to guess for each.
  let fallback: String?
  /// Where the next row starts in the window.
  var position = 0
  /// How many bytes were read again because a stray quote had swallowed them.
  var strayByteCount = 0
  /// Whether day or month stands first in the date column.
  var dateOrder = DateOrder()
  /// The names of the columns of words and of dates, in lower case.
  let textName: String
  let dateName: String

  init(
    name: String, file: ByteFile, bytes: TableBytes, fileOffset: Int, ordinal: Int,
    fallback: String?, columns: ColumnMap
  ) {
    self.name = name
    self.file = file
    self.bytes = bytes
    self.fileOffset = fileOffset
    self.ordinal = ordinal
    self.fallback = fallback
    textName = columns.text.lowercased()
    dateName = columns.date.lowercased()
  }

  /// The charset to read rows in that are not UTF-8, told from the whole head at once.
  static func fallbackCharset(of head: [UInt8]) -> String? {
    // A sequence that the end of the head cuts in two is no sign of another charset.
    let isUTF8 = (0...3).contains { head.count >= $0 && Array(head.dropLast($0)).isValidUTF8 }
    guard !isUTF8 else { return nil }
    let charset = DecodedText(decoding: head, label: nil).charset
    return charset == "utf-8" ? nil : charset
  }

  /// The text of some bytes of a row.
  func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) { return text }
    return DecodedText(decoding: bytes, label: bytes.isValidUTF8 ? nil : fallback).text
  }

  /// Hands over the bytes up to `next` and moves there.
  mutating func emit(
    upTo next: Int, _ content: Piece.Content, _ each: (Piece) throws -> Void
  ) throws {
    let range = fileRange(upTo: next)
    guard !range.isEmpty else { return }
    position = next
    fileOffset = range.upperBound
    guard case .rejected = content else {
      return try each(Piece(range: range, content: content))
    }
    try each(Piece(range: range, content: content, ordinal: ordinal))
  }

  /// The file's bytes from the position up to `next` in the window.
  func fileRange(upTo next: Int) -> Range<Int> {
    let isEnd = bytes.isLast && !bytes.isTruncated && next == bytes.window.count
    let end = fileOffset + bytes.fileByteCount(of: position..<next)
    return fileOffset..<(isEnd ? max(end, file.byteCount) : end)
  }

  /// Hands over a row that was read, or its rejection, and counts it.
  mutating func emitRow(
    upTo next: Int, end: Int, _ row: Result<TableRow, Rejection>, _ each: (Piece) throws -> Void
  ) throws {
    defer { ordinal += 1 }
    switch row {
    case .failure(let rejection): try emit(upTo: next, .rejected(rejection), each)
    case .success(var row):
      if let date = row.values[dateName] { row.values[dateName] = dateOrder.plain(date) }
      let source = SourceReference(name: name, ordinal: ordinal, range: fileRange(upTo: next))
      let item = Item(
        source: source, form: .row(row), bytes: Array(bytes.window[position..<end]),
        outerDate: Timestamp(seconds: file.modifiedSeconds))
      try emit(upTo: next, .item(item), each)
    }
  }

  /// Hands over what is missing when the file became shorter while it was read.
  mutating func emitTruncation(_ each: (Piece) throws -> Void) throws {
    guard bytes.isTruncated, fileOffset < file.byteCount else { return }
    let rejection = Rejection(.truncated, "the file became shorter while it was read")
    let range = fileOffset..<file.byteCount
    fileOffset = file.byteCount
    position = bytes.window.count
    try each(Piece(range: range, content: .rejected(rejection)))
  }

  /// Hands over blank lines as one piece.
  mutating func emitBlankLines(_ each: (Piece) throws -> Void) throws {
    var next = position
    let window = bytes.window
    var lineStart = position
    while next < window.count, window[next].isASCIIWhiteSpace, window[next] != 0x09 {
      next += 1
      if window[next - 1] == 0x0A || window[next - 1] == 0x0D { lineStart = next }
    }
    if next == window.count, bytes.isLast { lineStart = next }
    if lineStart > position { try emit(upTo: lineStart, .structure, each) }
  }
}
