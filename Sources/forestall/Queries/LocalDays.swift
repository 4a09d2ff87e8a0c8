import Complaints
import Foundation

/// Days and weeks as they begin and end in a time zone.
struct LocalDays {
  private let calendar: Calendar

  /// The days of an IANA time zone; of UTC where the name is unknown.
  init(timeZone name: String) {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = TimeZone(identifier: name) ?? .gmt
    self.calendar = calendar
  }

  /// The first moment of a day, which is not midnight where clocks are put forward at midnight.
  func start(of day: Day) -> Timestamp {
    let noon = Timestamp(day: day, hour: 12)
    let local = Double(noon.seconds - offset(at: noon))
    let start = calendar.startOfDay(for: Date(timeIntervalSince1970: local))
    return Timestamp(seconds: Int(start.timeIntervalSince1970))
  }

  /// The day after whose start a moment lies.
  func day(of moment: Timestamp) -> Day {
    Timestamp(seconds: moment.seconds + offset(at: moment)).day
  }

  /// Seconds ahead of UTC.
  private func offset(at moment: Timestamp) -> Int {
    calendar.timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
  }
}
