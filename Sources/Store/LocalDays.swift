public import Complaints
import Foundation

/// Days and weeks as they begin and end in a time zone.
public struct LocalDays: Sendable {
  /// The IANA name of the time zone, as given.
  public let timeZone: String
  private let calendar: Calendar

  /// The days of an IANA time zone; of UTC where the name is unknown.
  public init(timeZone name: String) {
    timeZone = name
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = TimeZone(identifier: name) ?? .gmt
    self.calendar = calendar
  }

  /// The first moment of a day, which is not midnight where clocks are put forward at midnight.
  public func start(of day: Day) -> Timestamp {
    let noon = Timestamp(day: day, hour: 12)
    let local = Double(noon.seconds - offset(at: noon))
    let start = calendar.startOfDay(for: Date(timeIntervalSince1970: local))
    return Timestamp(seconds: Int(start.timeIntervalSince1970))
  }

  /// The day after whose start a moment lies.
  public func day(of moment: Timestamp) -> Day {
    Timestamp(seconds: moment.seconds + offset(at: moment)).day
  }

  /// The ISO week in which a moment lies.
  public func week(of moment: Timestamp) -> Week { day(of: moment).week }

  /// The first moment after a week.
  public func end(of week: Week) -> Timestamp {
    start(of: Day(number: week.start.number + 7))
  }

  /// The last week that was over at a moment.
  public func lastWeek(before moment: Timestamp) -> Week {
    Day(number: week(of: moment).start.number - 7).week
  }

  /// Seconds ahead of UTC.
  private func offset(at moment: Timestamp) -> Int {
    calendar.timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
  }
}
