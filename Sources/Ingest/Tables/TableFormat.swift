import Text

/// What a table's bytes are, told from its head.
enum TableFormat: Equatable, Sendable {
  /// One JSON object a line.
  case jsonLines
  /// Cells between delimiters, the first record naming the columns.
  case delimited(DelimitedRow.Dialect)
  /// Rows of data between delimiters without a record that names the columns.
  case headless

  /// Column names that tables of customers' words commonly have, in lower case.
  private static let commonNames: Set<String> = [
    "id", "text", "date", "author", "subject", "score", "message", "comment", "comments", "body",
    "review", "description", "verbatim", "feedback", "title", "rating", "stars", "created_at",
    "timestamp", "email", "e-mail", "customer", "customer_id", "ticket", "ticket_id", "channel",
    "narrative", "content", "complaint", "nps", "csat", "response", "answer", "product", "language",
  ]

  /// The format of a table whose file starts with `head`; nil when it does not look like one.
  ///
  /// A delimited table needs a first record of at least two short, different names, and either a
  /// name known from `columns` or from common exports, or a file name that says so.
  init?(head: [UInt8], name: String, columns: ColumnMap) {
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = head[start...].firstIndex(where: { !$0.isASCIIWhiteSpace }) else {
      return nil
    }
    if head[first] == UInt8(ascii: "{") {
      guard TableFormat.isObjectLine(head, from: first) else { return nil }
      self = .jsonLines
      return
    }
    let lowerName = name.lowercased()
    let isNamedTable = [".csv", ".tsv", ".tab"].contains { lowerName.hasSuffix($0) }
    let known = Set(columns.names).union(TableFormat.commonNames)
    var best: (dialect: DelimitedRow.Dialect, score: Int)?
    let endsWithReturn = !head.contains(0x0A) && head.contains(0x0D)
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")] {
      let dialect = DelimitedRow.Dialect(delimiter: delimiter, endsWithReturn: endsWithReturn)
      guard
        let score = TableFormat.score(
          head, from: start, dialect: dialect, known: known, text: columns.text.lowercased(),
          isNamedTable: isNamedTable)
      else { continue }
      if score > (best?.score ?? 0) { best = (dialect, score) }
    }
    if let best {
      self = .delimited(best.dialect)
    } else if TableFormat.isHeadless(
      head, from: start, endsWithReturn: endsWithReturn, isNamedTable: isNamedTable)
    {
      self = .headless
    } else {
      return nil
    }
  }

  /// How much a head speaks for a dialect; nil when it speaks against it.
  private static func score(
    _ head: [UInt8], from start: Int, dialect: DelimitedRow.Dialect, known: Set<String>,
    text: String, isNamedTable: Bool
  ) -> Int? {
    head.withUnsafeBufferPointer { bytes -> Int? in
      var row = DelimitedRow()
      var position = start
      let first = firstRecord(bytes, from: &position, dialect: dialect, row: &row)
      guard let names = first, isHeader(names) else { return nil }
      let knownCount = names.filter { known.contains($0) }.count
      if names.count == 1 {
        // One column is a table only when it says so itself.
        return names[0] == text && (isNamedTable || knownCount == 1) ? 1 : nil
      }
      guard knownCount > 0 || isNamedTable else { return nil }
      var rowCount = 0
      var fittingCount = 0
      while position < bytes.count, rowCount < 200 {
        guard row.read(bytes, from: position, dialect: dialect, isLast: false) else { break }
        position = row.next
        if row.isBlank { continue }
        rowCount += 1
        if row.cells.count == names.count { fittingCount += 1 }
      }
      guard rowCount == 0 || fittingCount * 2 >= rowCount || (isNamedTable && knownCount > 0) else {
        return nil
      }
      return names.count * 10 + knownCount * 20
    }
  }

  /// The column names of the first record that is not blank; moves `position` behind it.
  static func firstRecord(
    _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int, dialect: DelimitedRow.Dialect,
    row: inout DelimitedRow
  ) -> [String]? {
    if let (delimiter, next) = delimiterLine(bytes, from: position) {
      guard delimiter == dialect.delimiter else { return nil }
      position = next
    }
    while position < bytes.count {
      guard row.read(bytes, from: position, dialect: dialect, isLast: true) else { return nil }
      position = row.next
      if row.isBlank { continue }
      return row.cells.map { cell in
        let value = DelimitedRow.value(cell, in: bytes)
        let first = value.firstIndex { !$0.isASCIIWhiteSpace } ?? value.count
        let last = value.lastIndex { !$0.isASCIIWhiteSpace } ?? -1
        guard first <= last else { return "" }
        return DecodedText(decoding: Array(value[first...last]), label: nil).text.lowercased()
      }
    }
    return nil
  }

  /// Whether cells look like column names: short, not sentences, mostly different and not empty.
  private static func isHeader(_ names: [String]) -> Bool {
    guard names.count <= 4_096, let first = names.first, !first.isEmpty || names.count > 1 else {
      return false
    }
    let filled = names.filter { !$0.isEmpty }
    guard filled.count * 4 >= names.count * 3, Set(filled).count * 2 > filled.count else {
      return false
    }
    return filled.allSatisfy { name in
      let isSentence = name.hasSuffix(".") || name.hasSuffix("!") || name.contains(". ")
      return name.utf8.count <= 120 && !isSentence && !name.contains("\n")
    }
  }
}
