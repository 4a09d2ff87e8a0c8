import Text

extension TableRows {
  /// Cuts JSON Lines.
  mutating func splitObjects(_ columns: ColumnMap, _ each: (Piece) throws -> Void) throws {
    let text = columns.text.lowercased()
    while true {
      try emitBlankLines(each)
      guard let (end, next) = try nextLine(each) else { break }
      var row = Result<TableRow, Rejection>.failure(
        Rejection(.notTable, "row \(ordinal): not a JSON object"))
      if end - position > Limits.rowByteCount {
        row = .failure(
          Rejection(
            .overLimit, "row \(ordinal): \(end - position) bytes, limit \(Limits.rowByteCount)"))
      } else if let values = values(upTo: end) {
        let hasText = values[text] != nil
        row =
          hasText
          ? .success(TableRow(values: values))
          : .failure(
            Rejection(
              .notTable,
              "row \(ordinal): no '\(columns.text)'; name it with 'columns:' in the settings"))
      }
      try emitRow(upTo: next, end: end, row, each)
    }
    try emitTruncation(each)
  }

  /// The line at the position, without and with its line end; nil at the end of the file.
  ///
  /// A line over the limit is handed over as rejected on the way, in pieces of the window.
  private mutating func nextLine(
    _ each: (Piece) throws -> Void
  ) throws -> (end: Int, next: Int)? {
    var scanned = 0
    var isOverLimit = false
    while true {
      let start = position + scanned
      if let feed = bytes.window[start...].firstIndex(of: 0x0A) {
        guard isOverLimit else {
          let hasReturn = feed > position && bytes.window[feed - 1] == 0x0D
          return (hasReturn ? feed - 1 : feed, feed + 1)
        }
        try emit(upTo: feed + 1, .rejected(rowOverLimit), each)
        ordinal += 1
        (scanned, isOverLimit) = (0, false)
        try emitBlankLines(each)
        continue
      }
      if bytes.isLast {
        let end = bytes.window.count
        if bytes.isTruncated { return nil }
        if isOverLimit {
          try emit(upTo: end, .rejected(rowOverLimit), each)
          ordinal += 1
          return nil
        }
        return position < end ? (end, end) : nil
      }
      if isOverLimit || bytes.window.count - position > Limits.rowByteCount {
        isOverLimit = true
        try emit(upTo: bytes.window.count, .rejected(rowOverLimit), each)
      }
      scanned = bytes.window.count - position
      try bytes.grow(keepingFrom: position)
      position = 0
    }
  }

  var rowOverLimit: Rejection {
    Rejection(.overLimit, "row \(ordinal): more than \(Limits.rowByteCount) bytes")
  }

  /// The texts, numbers and truth values of the JSON object up to `end`, by lower-case key; nil
  /// when it is none. Nested values are ignored.
  private func values(upTo end: Int) -> [String: String]? {
    bytes.window.withUnsafeBufferPointer { buffer -> [String: String]? in
      let line = UnsafeBufferPointer(rebasing: buffer[position..<end])
      guard let span = try? UTF8Span(validating: line.span), !span.isEmpty else {
        var bytes = Array(text(Array(line)).utf8)
        return bytes.isEmpty ? nil : TableRows.values(&bytes)
      }
      return TableRows.values(line)
    }
  }

  private static func values(_ bytes: inout [UInt8]) -> [String: String]? {
    bytes.withUnsafeBufferPointer { values($0) }
  }

  private static func values(_ line: UnsafeBufferPointer<UInt8>) -> [String: String]? {
    var reader = JSONReader(line)
    reader.skipByteOrderMark()
    var values: [String: String] = [:]
    let isObject = reader.members { key, reader in
      switch reader.peek() {
      case UInt8(ascii: "\""):
        guard let text = reader.string() else { return false }
        values[key.lowercasedASCII] = text
      case UInt8(ascii: "{"), UInt8(ascii: "["): return reader.skipValue()
      default:
        guard let value = reader.value() else { return false }
        values[key.lowercasedASCII] = value.text
      }
      return true
    }
    guard isObject else { return nil }
    reader.skipWhiteSpace()
    return reader.isAtEnd ? values : nil
  }
}
