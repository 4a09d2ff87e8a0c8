public import Complaints
import Text

/// Makes a document of a table row.
public enum RowReader {
  /// The one document of a row; the text stands as it does in the cell, nothing is folded.
  ///
  /// - Throws: `notTable` when the item is no row or the row has no text column.
  public static func read(_ item: Item, columns: ColumnMap) throws(Rejection) -> [Document] {
    guard case .row(let row) = item.form else { throw Rejection(.notTable, "not a table row") }
    func value(_ column: String) -> String? {
      guard let cell = row.values[column.lowercased()] else { return nil }
      return cell.utf8.allSatisfy(\.isASCIIWhiteSpace) ? nil : cell
    }
    guard let text = row.values[columns.text.lowercased()] else {
      throw Rejection(
        .notTable, "no column '\(columns.text)'; name it with 'columns:' in the settings")
    }
    let id = value(columns.id)
    // Without an id of their own, equal words by two people or on two days are two rows.
    let own = id.map { [$0] } ?? ["", value(columns.author) ?? "", value(columns.date) ?? ""]
    var document = Document(
      identity: Fingerprint(fields: ["row"] + own + [text]), source: item.source,
      channel: .table, title: value(columns.subject), contents: [.text(text)])
    document.row = id
    if id == nil { document.warnings.append("no id in column '\(columns.id)'") }
    if let date = value(columns.date) {
      document.received = TableDate.timestamp(date)
      if document.received == nil { document.warnings.append("date: not understood") }
    }
    if document.received == nil {
      document.received = item.outerDate
      if item.outerDate != nil { document.warnings.append("date: the file's own") }
    }
    if let author = value(columns.author) {
      document.authors = [Party(name: nil, address: author)]
    }
    if let score = value(columns.score) {
      document.score = number(score)
      if document.score == nil { document.warnings.append("score: not a number") }
    }
    return [document]
  }

  /// A score as people write it: "4", "4.5", "4,5", "4/5", "4 stars", "80%", "★★★★☆".
  private static func number(_ cell: String) -> Double? {
    let stars = cell.unicodeScalars.prefix { $0 == "★" || $0 == "⭐" || $0 == "\u{FE0F}" }
    if !stars.isEmpty { return Double(stars.count { $0 != "\u{FE0F}" }) }
    let bytes = Array(cell.utf8).drop { $0.isASCIIWhiteSpace }
    let digits = bytes.prefix { $0.isASCIIDigit || [0x2B, 0x2C, 0x2D, 0x2E].contains($0) }
    let rest = bytes.dropFirst(digits.count).first
    guard rest.map({ [0x20, 0x2F, 0x09, 0x25].contains($0) }) ?? true else { return nil }
    let plain = digits.map { $0 == 0x2C ? 0x2E : $0 }
    guard let value = Double(String(decoding: plain, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }
}
