import Complaints
import Store

/// Short texts for people, the same on every page.
enum Wording {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// "Nov".
  static func month(_ day: Day) -> String { months[(day.components.month - 1) % 12] }

  /// "Mon 16 Nov 2026".
  static func day(_ day: Day) -> String { "\(weekdays[(day.weekday - 1) % 7]) \(shortDay(day))" }

  /// "16 Nov 2026".
  static func shortDay(_ day: Day) -> String {
    "\(day.components.day) \(month(day)) \(day.components.year)"
  }

  /// "9–15 Nov 2026", "28 Dec 2026 – 3 Jan 2027".
  static func days(of week: Week) -> String {
    let first = week.start
    let last = Day(number: first.number + 6)
    let from = first.components
    guard from.year == last.components.year else {
      return "\(shortDay(first)) – \(shortDay(last))"
    }
    guard from.month == last.components.month else {
      return "\(from.day) \(month(first)) – \(shortDay(last))"
    }
    return "\(from.day)–\(shortDay(last))"
  }

  /// "now", "35 min", "2 h", "6 d", "3 wk", "2 yr"; for what is in the future, "now".
  static func age(of moment: Timestamp, at now: Timestamp) -> String {
    let seconds = now.seconds - moment.seconds
    return switch seconds {
    case ..<60: "now"
    case ..<3_600: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3_600) h"
    case ..<1_814_400: "\(seconds / 86_400) d"
    case ..<63_072_000: "\(seconds / 604_800) wk"
    default: "\(seconds / 31_536_000) yr"
    }
  }
}

/// A moment as the pages show it.
struct MomentView: Sendable {
  /// For machines: "2026-11-17T08:12:00Z".
  let exact: String
  /// "Tue 17 Nov 2026".
  let day: String
  /// "2 h".
  let age: String

  /// A moment seen from the present one.
  init(_ moment: Timestamp, _ days: LocalDays, now: Timestamp) {
    exact = moment.description
    day = Wording.day(days.day(of: moment))
    age = Wording.age(of: moment, at: now)
  }
}
