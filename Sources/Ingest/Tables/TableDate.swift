import Complaints
import Text

/// Dates as tables have them.
enum TableDate {
  /// The moment a cell names; nil when it names none.
  ///
  /// Beside what people write (`WrittenDate`): "20260314", "20260314T101500Z", "14-Mar-26",
  /// microseconds since 1970, and Excel's days since 1900 where the cell is five digits, with or
  /// without a fraction, and nothing else (1982 to 2064).
  static func timestamp(_ cell: String) -> Timestamp? {
    let bytes = Array(cell.utf8.prefix(80))
    let first = bytes.firstIndex { !$0.isASCIIWhiteSpace } ?? bytes.count
    let last = bytes.lastIndex { !$0.isASCIIWhiteSpace } ?? -1
    guard first <= last else { return nil }
    let trimmed = bytes[first...last]
    return serial(trimmed) ?? microseconds(trimmed) ?? compact(trimmed) ?? shortYear(trimmed)
      ?? WrittenDate.timestamp(cell)
  }

  private static func serial(_ cell: ArraySlice<UInt8>) -> Timestamp? {
    let days = cell.prefix { $0.isASCIIDigit }
    let rest = cell.dropFirst(days.count)
    guard days.count == 5, rest.isEmpty || rest.first == UInt8(ascii: "."), rest.count <= 18,
      rest.dropFirst().allSatisfy(\.isASCIIDigit),
      let value = Double(String(decoding: cell, as: UTF8.self)), (30_000..<60_000).contains(value)
    else { return nil }
    return Timestamp(seconds: Int(((value - 25_569) * 86_400).rounded()))
  }

  private static func microseconds(_ cell: ArraySlice<UInt8>) -> Timestamp? {
    guard cell.count == 16, cell.allSatisfy(\.isASCIIDigit),
      let value = Int(String(decoding: cell, as: UTF8.self))
    else { return nil }
    return Timestamp(seconds: value / 1_000_000)
  }

  /// "20260314", with or without "T101500" and a zone.
  private static func compact(_ cell: ArraySlice<UInt8>) -> Timestamp? {
    let text = String(decoding: cell, as: UTF8.self)
    guard cell.prefix(8).allSatisfy(\.isASCIIDigit), cell.count >= 8,
      let day = Day(
        "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.dropFirst(6).prefix(2))")
    else { return nil }
    let clock = text.dropFirst(8)
    if clock.isEmpty { return Timestamp(day: day) }
    guard clock.first == "T" || clock.first == " " else { return nil }
    let digits = clock.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 6 || digits.count == 4 else { return nil }
    let seconds = digits.count == 6 ? ":\(digits.suffix(2))" : ""
    let zone = clock.dropFirst(1 + digits.count)
    return Timestamp("\(day)T\(digits.prefix(2)):\(digits.dropFirst(2).prefix(2))\(seconds)\(zone)")
  }

  /// "14-Mar-26", "14 Mar 26 10:02": the year in two digits behind a month's name.
  private static func shortYear(_ cell: ArraySlice<UInt8>) -> Timestamp? {
    let text = String(decoding: cell, as: UTF8.self)
    let parts = text.split(
      maxSplits: 2, omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == " " })
    guard parts.count == 3, (1...2).contains(parts[0].count), parts[0].allSatisfy(\.isNumber),
      parts[1].first?.isLetter == true
    else { return nil }
    let year = parts[2].prefix { $0.isASCII && $0.isNumber }
    let rest = parts[2].dropFirst(year.count)
    guard year.count == 2, rest.first.map({ $0 == " " || $0 == "," }) ?? true else { return nil }
    return WrittenDate.timestamp("\(parts[0]) \(parts[1]) 20\(year)\(rest)")
  }
}
