import Text

/// One record of a CSV or TSV file: where it ends and where its cells are.
///
/// RFC 4180, read leniently: a quote inside a quoted cell that no delimiter or line end follows is
/// a letter of the cell, and a quote inside an unquoted cell always is.
struct DelimitedRow {
  /// A cell's range in the bytes, quotes around it excluded.
  struct Cell: Equatable {
    var range: Range<Int>
    /// Whether it stood in quotes, so that two quotes mean one.
    var isQuoted: Bool
  }
  /// The cells, in order.
  var cells: [Cell] = []
  /// Where the record ends, its line end excluded.
  var end = 0
  /// Where the next record starts.
  var next = 0
  /// Whether a quoted cell holds a line end.
  var holdsLineEnds = false
  /// Where the second physical line starts, when `holdsLineEnds`.
  var secondLine = 0
  /// Whether a quoted cell never ends, or holds a bare quote where a cell would begin: then a quote
  /// too many may have swallowed other records.
  var isSuspect = false

  /// How a file's records are told apart.
  struct Dialect: Equatable, Sendable {
    var delimiter: UInt8
    /// Whether records end with a bare CR, as in files without any LF.
    var endsWithReturn = false
    /// Whether quoted cells may hold line ends; given up for files with too many stray quotes.
    var allowsLineEnds = true
  }

  /// Reads the record that starts at `start`; false when it may go on behind `bytes`.
  ///
  /// `isLast` says that nothing follows `bytes`; then the record always ends, and an unclosed cell
  /// runs to the end.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, dialect: Dialect, isLast: Bool
  ) -> Bool {
    cells.removeAll(keepingCapacity: true)
    holdsLineEnds = false
    isSuspect = false
    let count = bytes.count
    let delimiter = dialect.delimiter
    let lineEnd: UInt8 = dialect.endsWithReturn ? 0x0D : 0x0A
    var index = start
    while true {
      var isQuoted = false
      let range: Range<Int>
      if index < count, bytes[index] == UInt8(ascii: "\"") {
        guard let close = closingQuote(bytes, from: index + 1, dialect: dialect, isLast: isLast)
        else { return false }
        isQuoted = true
        range = index + 1..<close.end
        index = close.next
        while index < count, bytes[index] == 0x20 { index += 1 }
      } else {
        let from = index
        while index < count, bytes[index] != delimiter, bytes[index] != lineEnd { index += 1 }
        range = from..<index
      }
      if index == count {
        guard isLast else { return false }
        append(range, isQuoted, isAtLineEnd: false, bytes)
        (end, next) = (count, count)
        return true
      }
      if bytes[index] == delimiter {
        append(range, isQuoted, isAtLineEnd: false, bytes)
        index += 1
      } else {
        let isReturn = bytes[index] == 0x0D && lineEnd == 0x0A
        append(range, isQuoted, isAtLineEnd: !isReturn, bytes)
        end = cells[cells.count - 1].range.upperBound + (isQuoted ? 1 : 0)
        next = min(isReturn ? index + 2 : index + 1, count)
        return true
      }
    }
  }

  private mutating func append(
    _ range: Range<Int>, _ isQuoted: Bool, isAtLineEnd: Bool, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    var range = range
    if !isQuoted, isAtLineEnd || range.upperBound == bytes.count, !range.isEmpty,
      bytes[range.upperBound - 1] == 0x0D
    {
      range = range.lowerBound..<range.upperBound - 1
    }
    cells.append(Cell(range: range, isQuoted: isQuoted))
  }

  /// Where a quoted cell's words end and where what follows the quote starts; nil when the quote
  /// may still come.
  private mutating func closingQuote(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, dialect: Dialect, isLast: Bool
  ) -> (end: Int, next: Int)? {
    let lineEnd: UInt8 = dialect.endsWithReturn ? 0x0D : 0x0A
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == lineEnd, !holdsLineEnds {
        guard dialect.allowsLineEnds else {
          let hasReturn = index > start && bytes[index - 1] == 0x0D
          return (hasReturn ? index - 1 : index, index)
        }
        holdsLineEnds = true
        secondLine = index + 1
      }
      guard byte == UInt8(ascii: "\"") else {
        index += 1
        continue
      }
      var after = index + 1
      if after < bytes.count, bytes[after] == UInt8(ascii: "\"") {
        index += 2
        continue
      }
      while after < bytes.count, bytes[after] == 0x20 { after += 1 }
      guard after < bytes.count else { return isLast ? (index, index + 1) : nil }
      let follower = bytes[after]
      if follower == dialect.delimiter || follower == lineEnd { return (index, index + 1) }
      if follower == 0x0D, lineEnd == 0x0A {
        guard after + 1 < bytes.count else { return isLast ? (index, index + 1) : nil }
        if bytes[after + 1] == 0x0A { return (index, index + 1) }
      }
      let before = bytes[index - 1]
      if before == dialect.delimiter || before == lineEnd { isSuspect = true }
      index += 1
    }
    isSuspect = true
    return isLast ? (bytes.count, bytes.count) : nil
  }
}
