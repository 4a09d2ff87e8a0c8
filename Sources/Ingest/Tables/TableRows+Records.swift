import Text

extension TableRows {
  /// Cuts CSV or TSV; `header` is the head of the file, where the column names stand.
  mutating func splitRecords(
    _ dialect: DelimitedRow.Dialect, _ columns: ColumnMap, header: [UInt8], isStart: Bool,
    _ each: (Piece) throws -> Void
  ) throws {
    var row = DelimitedRow()
    var headerEnd = header.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let names = header.withUnsafeBufferPointer {
      TableFormat.firstRecord($0, from: &headerEnd, dialect: dialect, row: &row)
    }
    guard let names, names.contains(columns.text.lowercased()) else {
      let rejection = Rejection(.notTable, TableRows.refusal(names ?? [], columns))
      return try each(
        Piece(range: fileOffset..<file.byteCount, content: .rejected(rejection)))
    }
    if isStart { try emit(upTo: headerEnd, .structure, each) }
    while true {
      try emitBlankLines(each)
      guard try fill(&row, dialect, each) else { break }
      if row.isBlank {
        try emit(upTo: row.next, .structure, each)
        continue
      }
      try emitRecord(row, names: names, each)
    }
    try emitTruncation(each)
  }

  /// Reads the record at the position into `row`; false at the end of the file.
  private mutating func fill(
    _ row: inout DelimitedRow, _ dialect: DelimitedRow.Dialect, _ each: (Piece) throws -> Void
  ) throws -> Bool {
    var dialect = dialect
    while true {
      if position == bytes.window.count, bytes.isLast { return false }
      // Reading on from the second line of many long records would cost the square of the file.
      dialect.allowsLineEnds = strayByteCount <= 4 * Limits.rowByteCount
      let isLast = bytes.isLast && !bytes.isTruncated
      let start = position
      let isRead = bytes.window.withUnsafeBufferPointer {
        row.read($0, from: start, dialect: dialect, isLast: isLast)
      }
      if isRead { return true }
      if bytes.isLast { return false }
      if bytes.window.count - position > Limits.rowByteCount {
        strayByteCount += bytes.window.count - position
        try skipLine(dialect, Rejection(.overLimit, rowOverLimit.detail), each)
        continue
      }
      try bytes.grow(keepingFrom: position)
      position = 0
    }
  }

  /// Rejects the physical line at the position and moves behind it.
  private mutating func skipLine(
    _ dialect: DelimitedRow.Dialect, _ rejection: Rejection, _ each: (Piece) throws -> Void
  ) throws {
    defer { ordinal += 1 }
    let lineEnd: UInt8 = dialect.endsWithReturn ? 0x0D : 0x0A
    while true {
      if let end = bytes.window[position...].firstIndex(of: lineEnd) {
        return try emit(upTo: end + 1, .rejected(rejection), each)
      }
      if bytes.isLast, bytes.isTruncated { return }
      try emit(upTo: bytes.window.count, .rejected(rejection), each)
      if bytes.isLast { return }
      try bytes.grow(keepingFrom: position)
      position = 0
    }
  }

  /// Hands over a record as a row, or rejects it.
  private mutating func emitRecord(
    _ row: DelimitedRow, names: [String], _ each: (Piece) throws -> Void
  ) throws {
    if row.holdsLineEnds, row.isSuspect {
      strayByteCount += row.end - position
      let rejection = Rejection(.notTable, "row \(ordinal): a quote that is not closed")
      return try emitRow(upTo: row.secondLine, end: row.secondLine, .failure(rejection), each)
    }
    let cells = row.cells
    let extra = cells.dropFirst(names.count)
    guard cells.count >= names.count, extra.allSatisfy({ $0.range.isEmpty }) else {
      let rejection = Rejection(
        .notTable, "row \(ordinal): \(cells.count) cells, \(names.count) columns")
      if row.holdsLineEnds {
        strayByteCount += row.end - position
        // A stray quote may have swallowed good rows: only its own line is given up.
        return try emitRow(
          upTo: row.secondLine, end: row.secondLine, .failure(rejection), each)
      }
      return try emitRow(upTo: row.next, end: row.end, .failure(rejection), each)
    }
    if row.end - position > Limits.rowByteCount {
      return try emitRow(upTo: row.next, end: row.end, .failure(rowOverLimit), each)
    }
    let values = values(of: cells, names: names)
    try emitRow(upTo: row.next, end: row.end, .success(TableRow(values: values)), each)
  }

  /// The values of a record by column name.
  ///
  /// Of columns with the same name the first that is not blank counts; the customer's words are
  /// joined, one column a line.
  private func values(of cells: [DelimitedRow.Cell], names: [String]) -> [String: String] {
    var values: [String: String] = [:]
    values.reserveCapacity(names.count)
    bytes.window.withUnsafeBufferPointer { buffer in
      for (index, name) in names.enumerated() where !name.isEmpty {
        let value = text(DelimitedRow.value(cells[index], in: buffer))
        guard let before = values[name] else {
          values[name] = value
          continue
        }
        if before.utf8.allSatisfy(\.isASCIIWhiteSpace) {
          values[name] = value
        } else if name == textName, before != value, !value.utf8.allSatisfy(\.isASCIIWhiteSpace) {
          values[name] = before + "\n" + value
        }
      }
    }
    return values
  }

  /// Why a table is refused whose first record lacks the column of the customer's words.
  private static func refusal(_ names: [String], _ columns: ColumnMap) -> String {
    let advice = "name it with 'columns:' in the settings"
    if let cell = names.firstIndex(where: TableFormat.isData) {
      return
        "no header line: cell \(cell + 1) of the first line is data; add one with '\(columns.text)'"
    }
    return "no column '\(columns.text)'; \(advice)"
  }
}
