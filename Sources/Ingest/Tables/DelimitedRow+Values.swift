import Text

extension DelimitedRow {
  /// Whether the record is an empty line, or one of empty cells as spreadsheets add them.
  var isBlank: Bool {
    cells.allSatisfy(\.range.isEmpty) && (cells.count > 1 || cells.first?.isQuoted != true)
  }

  /// The bytes of a cell as they are meant: two quotes in a quoted cell are one.
  static func value(_ cell: Cell, in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let raw = UnsafeBufferPointer(rebasing: bytes[cell.range])
    guard cell.isQuoted, raw.contains(UInt8(ascii: "\"")) else { return Array(raw) }
    var output: [UInt8] = []
    output.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      output.append(raw[index])
      let isPair =
        raw[index] == UInt8(ascii: "\"") && index + 1 < raw.count
        && raw[index + 1] == UInt8(ascii: "\"")
      index += isPair ? 2 : 1
    }
    return output
  }
}
