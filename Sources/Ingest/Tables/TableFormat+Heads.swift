import Text

extension TableFormat {
  /// Whether the line that starts at `first` is a JSON object, or may be one that is longer than
  /// the head.
  static func isObjectLine(_ head: [UInt8], from first: Int) -> Bool {
    guard let end = head[first...].firstIndex(of: 0x0A) else {
      let next = head[(first + 1)...].first { !$0.isASCIIWhiteSpace }
      if JSONValue(Array(head[first...]))?.isObject == true { return true }
      return next == UInt8(ascii: "\"") && head.count >= Sniffer.headByteCount
    }
    return JSONValue(Array(head[first..<end]))?.isObject == true
  }

  /// The delimiter that "sep=;" on the first line names, as spreadsheets write it, and where the
  /// second line starts.
  static func delimiterLine(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (delimiter: UInt8, next: Int)? {
    guard start + 5 < bytes.count,
      bytes[start..<start + 4].elementsEqual("sep=".utf8, by: { $0.lowercasedASCII == $1 })
    else { return nil }
    var next = start + 5
    if bytes[next] == 0x0D { next += 1 }
    if next < bytes.count, bytes[next] == 0x0A { next += 1 }
    return next > start + 5 ? (bytes[start + 4], next) : nil
  }

  /// Whether a cell is a number, a date or a mail address: data, and no column's name.
  static func isData(_ cell: String) -> Bool {
    guard let first = cell.utf8.first, cell.utf8.count <= 120 else { return false }
    if first.isASCIIDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      return Double(cell) != nil || TableDate.timestamp(cell) != nil
    }
    let parts = cell.split(separator: "@")
    return parts.count == 2 && parts[1].contains(".") && !cell.contains(" ")
  }

  /// Whether every record of a head has as many cells as the first, with data in the same columns:
  /// in one where the file's name says it is a table, else in two.
  static func isHeadless(
    _ head: [UInt8], from start: Int, endsWithReturn: Bool, isNamedTable: Bool
  ) -> Bool {
    let delimiters = [",", "\t", ";", "|"].compactMap(\.utf8.first)
    return delimiters.contains { delimiter in
      let dialect = DelimitedRow.Dialect(delimiter: delimiter, endsWithReturn: endsWithReturn)
      return head.withUnsafeBufferPointer { bytes in
        var row = DelimitedRow()
        var position = start
        var dataColumns: Set<Int>?
        var width: Int?
        var rowCount = 0
        while position < bytes.count, rowCount < 50,
          row.read(
            bytes, from: position, dialect: dialect, isLast: head.count < Sniffer.headByteCount)
        {
          position = row.next
          if row.isBlank { continue }
          rowCount += 1
          guard row.cells.count == width ?? row.cells.count, row.cells.count > 1 else {
            return false
          }
          width = row.cells.count
          let filled = row.cells.indices.filter { index in
            isData(String(decoding: DelimitedRow.value(row.cells[index], in: bytes), as: UTF8.self))
          }
          dataColumns = dataColumns?.intersection(filled) ?? Set(filled)
          if dataColumns?.isEmpty == true { return false }
        }
        let columnCount = dataColumns?.count ?? 0
        return isNamedTable ? columnCount >= 1 : columnCount >= 2 && rowCount >= 3
      }
    }
  }
}
