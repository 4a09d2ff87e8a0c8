import Complaints
public import Text

/// Cuts a CSV, TSV or JSON Lines table into rows, with bounded memory.
///
/// The header line and blank lines are structure; a row that cannot be read is rejected alone. A
/// quote that is never closed costs its own line, not the rest of the file.
public struct TableSplitter {
  private let name: String
  private let columns: ColumnMap

  /// A splitter for the file of that name inside its source.
  public init(name: String, columns: ColumnMap) {
    self.name = name
    self.columns = columns
  }

  /// Hands over the pieces of a file from a byte offset on, which must be the start of a row.
  ///
  /// `ordinal` is the number of the first row from there, 1 for a whole file. The pieces cover
  /// offset..<byteCount exactly.
  /// - Throws: `ByteFile.Failure` when the system fails to read, and what `each` throws.
  public func split(
    _ file: ByteFile, from offset: Int, ordinal: Int, each: (Piece) throws -> Void
  ) throws {
    guard offset < file.byteCount else { return }
    let head = try file.bytes(at: 0, count: Sniffer.headByteCount)
    let order = TableBytes.wideOrder(of: head)
    if order != nil, file.byteCount > Limits.itemByteCount {
      let detail = "\(file.byteCount) bytes of UTF-16, limit \(Limits.itemByteCount)"
      return try each(
        Piece(range: offset..<file.byteCount, content: .rejected(Rejection(.overLimit, detail))))
    }
    var start = try TableBytes(file, from: 0, order: order)
    try start.grow(keepingFrom: 0)
    guard let format = TableFormat(head: start.window, name: name, columns: columns) else {
      let rejection = Rejection(.notTable, "no header line and no JSON object on the first line")
      return try each(Piece(range: offset..<file.byteCount, content: .rejected(rejection)))
    }
    var bytes = start
    if offset > 0 {
      bytes = try TableBytes(file, from: offset, order: order)
      try bytes.grow(keepingFrom: 0)
    }
    var rows = TableRows(
      name: name, file: file, bytes: bytes, fileOffset: offset, ordinal: ordinal,
      fallback: TableRows.fallbackCharset(of: start.window))
    switch format {
    case .jsonLines: try rows.splitObjects(columns, each)
    case .delimited(let dialect):
      try rows.splitRecords(dialect, columns, header: start.window, isStart: offset == 0, each)
    }
  }
}

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

  init(
    name: String, file: ByteFile, bytes: TableBytes, fileOffset: Int, ordinal: Int,
    fallback: String?
  ) {
    self.name = name
    self.file = file
    self.bytes = bytes
    self.fileOffset = fileOffset
    self.ordinal = ordinal
    self.fallback = fallback
  }

  /// The charset to read rows in that are not UTF-8, told from the whole head at once.
  static func fallbackCharset(of head: [UInt8]) -> String? {
    guard !head.isValidUTF8 else { return nil }
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
    try each(Piece(range: range, content: content))
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
    case .success(let row):
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
