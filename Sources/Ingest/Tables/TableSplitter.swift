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
    let fallback = TableRows.fallbackCharset(of: start.window)
    var rows = TableRows(
      name: name, file: file, bytes: start, fileOffset: 0, ordinal: 1, fallback: fallback,
      columns: columns)
    let dateOrder = try self.dateOrder(rows, format, header: start.window)
    var bytes = start
    if offset > 0 {
      bytes = try TableBytes(file, from: offset, order: order)
      try bytes.grow(keepingFrom: 0)
    }
    rows = TableRows(
      name: name, file: file, bytes: bytes, fileOffset: offset, ordinal: ordinal,
      fallback: fallback, columns: columns)
    rows.dateOrder = dateOrder
    try cut(&rows, format, header: start.window, isStart: offset == 0, each)
  }

  private func cut(
    _ rows: inout TableRows, _ format: TableFormat, header: [UInt8], isStart: Bool,
    _ each: (Piece) throws -> Void
  ) throws {
    switch format {
    case .jsonLines: try rows.splitObjects(columns, each)
    case .delimited(let dialect):
      try rows.splitRecords(dialect, columns, header: header, isStart: isStart, each)
    case .headless:
      let rejection = Rejection(
        .notTable, "no header line: the first line is data; add one with '\(columns.text)'")
      try each(Piece(range: rows.fileOffset..<rows.file.byteCount, content: .rejected(rejection)))
    }
  }

  /// Ends the reading ahead.
  private struct IsSettled: Error {}

  /// Whether day or month stands first in the date column: reads ahead from the start of the file
  /// until a value tells, at most to the end, whatever row the split starts at.
  private func dateOrder(
    _ rows: TableRows, _ format: TableFormat, header: [UInt8]
  ) throws -> DateOrder {
    var order = DateOrder()
    var rows = rows
    do {
      try cut(&rows, format, header: header, isStart: true) { piece in
        guard case .item(let item) = piece.content, case .row(let row) = item.form else { return }
        order.consider(row.values[columns.date.lowercased()] ?? "")
        if order.isSettled { throw IsSettled() }
      }
    } catch is IsSettled {
      return order
    }
    return order
  }
}
