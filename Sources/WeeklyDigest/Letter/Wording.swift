import Complaints
import Text

/// Numbers, days and lists in plain English.
enum Wording {
  /// "1 case", "1,204 cases".
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    counted(number, noun, plural: plural)
  }

  /// "one" to "nine", then figures.
  static func spelled(_ number: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return words.indices.contains(number) ? words[number] : grouped(number)
  }

  /// "one case" to "nine cases", then figures.
  static func spelled(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(spelled(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// "8.6"; "9" for a whole number.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? grouped(tenths / 10) : "\(grouped(tenths / 10)).\(abs(tenths % 10))"
  }

  /// "40 %" of a share 0...1.
  static func percent(_ share: Double) -> String {
    "\(Int((share * 100).rounded())) %"
  }

  /// "a", "a and b", "a, b and c".
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// "One problem …".
  static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// "30 September 2026".
  static func day(_ day: Day) -> String {
    let (year, month, number) = day.components
    return "\(number) \(months[month - 1]) \(year)"
  }

  /// "30 September 2026" of "2026-09-30".
  static func day(_ text: String) -> String { Day(text).map(day) ?? text }

  /// "Wed 30 Sep" of "2026-09-30".
  static func shortDay(_ text: String) -> String {
    guard let day = Day(text) else { return text }
    let (_, month, number) = day.components
    return "\(weekdays[day.weekday - 1]) \(number) \(months[month - 1].prefix(3))"
  }

  /// "9 to 15 November 2026", "29 December 2025 to 4 January 2026".
  static func days(of week: Week) -> String {
    let first = week.start
    let last = Day(number: first.number + 6)
    let (from, to) = (first.components, last.components)
    let start =
      from.year != to.year
      ? day(first)
      : from.month != to.month ? "\(from.day) \(months[from.month - 1])" : "\(from.day)"
    return "\(start) to \(day(last))"
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
