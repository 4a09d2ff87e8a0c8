/// A calendar day of the proleptic Gregorian calendar, without a time zone.
public struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let number: Int

  /// The day that many days after 1970-01-01.
  public init(number: Int) {
    self.number = number
  }

  /// The day with this year, month 1...12 and day of the month; nil where the calendar has none.
  ///
  /// Source of the arithmetic: Howard Hinnant, "chrono-compatible low-level date algorithms".
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...31).contains(day), (1...9999).contains(year) else {
      return nil
    }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
    guard components.month == month, components.day == day else { return nil }
  }

  /// Year, month 1...12 and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// 1 for Monday … 7 for Sunday (ISO 8601).
  public var weekday: Int {
    let index = (number + 3) % 7
    return (index < 0 ? index + 7 : index) + 1
  }

  /// The ISO week that holds this day.
  public var week: Week {
    let thursday = Day(number: number - weekday + 4)
    let year = thursday.components.year
    guard let first = Day(year: year, month: 1, day: 1) else { return Week(year: year, number: 1) }
    return Week(year: year, number: (thursday.number - first.number) / 7 + 1)
  }

  /// "2026-11-17".
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Reads "2026-11-17"; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The earlier day comes first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

/// An ISO 8601 week, the unit in which problems are counted.
public struct Week: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The ISO year, which may differ from the calendar year around New Year.
  public let year: Int
  /// 1...53.
  public let number: Int

  /// A week by its ISO year and number.
  public init(year: Int, number: Int) {
    self.year = year
    self.number = number
  }

  /// "2026-W46".
  public var description: String { "\(padded(year, 4))-W\(padded(number, 2))" }

  /// The Monday on which the week starts.
  public var start: Day {
    let fourth = Day(year: year, month: 1, day: 4) ?? Day(number: 0)
    return Day(number: fourth.number - fourth.weekday + 1 + (number - 1) * 7)
  }

  /// Reads "2026-W46"; nil for anything else or a week that the year does not have.
  public init?(_ text: String) {
    let parts = text.split(separator: "-W", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = Int(parts[0]), let number = Int(parts[1])
    else { return nil }
    self.init(year: year, number: number)
    guard start.week == self else { return nil }
  }

  /// The earlier week comes first.
  public static func < (left: Week, right: Week) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}

/// The decimal digits of a non-negative number, with zeros in front up to `width`.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
