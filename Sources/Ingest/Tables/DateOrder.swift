import Complaints
import Text

/// Whether day or month stands first in a column's numeric dates, told from all of them together.
struct DateOrder: Equatable {
  /// Whether a number over twelve stood first or second; nil while both could be the month.
  private(set) var isMonthFirst: Bool?
  /// How many values were numeric dates that tell nothing.
  private(set) var openCount = 0
  /// How many values were none.
  private(set) var otherCount = 0
  private var blankCount = 0

  /// Whether the column need not be read on: decided, not of numeric dates, or empty.
  var isSettled: Bool {
    isMonthFirst != nil || otherCount > 20 + openCount || (openCount == 0 && blankCount > 1_000)
  }

  /// Takes a value of the column into account; blank ones tell nothing.
  mutating func consider(_ value: String) {
    guard value.utf8.contains(where: { !$0.isASCIIWhiteSpace }) else {
      blankCount += 1
      return
    }
    guard let date = DateOrder.numbers(value) else {
      otherCount += 1
      return
    }
    if date.first > 12, date.second <= 12 {
      isMonthFirst = isMonthFirst ?? false
    } else if date.second > 12, date.first <= 12 {
      isMonthFirst = isMonthFirst ?? true
    } else {
      openCount += 1
    }
  }

  /// The value, its date in the order year, month, day where the column has the month first.
  func plain(_ value: String) -> String {
    guard isMonthFirst == true, let date = DateOrder.numbers(value), date.first <= 12,
      let day = Day(year: date.year, month: date.first, day: date.second)
    else { return value }
    return "\(day)\(date.rest)"
  }

  /// The parts of "12/03/2026 10:02" or "3-14-26"; nil for other forms. With dots the day is first.
  private static func numbers(
    _ value: String
  ) -> (first: Int, second: Int, year: Int, rest: Substring)? {
    var rest = value.drop { $0.isWhitespace }[...]
    func number() -> (value: Int, count: Int)? {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard (1...4).contains(digits.count), let value = Int(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      return (value, digits.count)
    }
    guard let first = number(), first.count <= 2, let sign = rest.first, sign == "/" || sign == "-"
    else { return nil }
    rest = rest.dropFirst()
    guard let second = number(), second.count <= 2, rest.first == sign else { return nil }
    rest = rest.dropFirst()
    guard let year = number(), year.count == 2 || year.count == 4, rest.first?.isNumber != true
    else { return nil }
    return (first.value, second.value, year.count == 2 ? 2_000 + year.value : year.value, rest)
  }
}
