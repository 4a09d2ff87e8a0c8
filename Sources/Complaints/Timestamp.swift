/// A moment in UTC, to the second.
public struct Timestamp: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let seconds: Int

  /// The moment that many seconds after 1970-01-01T00:00:00Z.
  public init(seconds: Int) {
    self.seconds = seconds
  }

  /// The moment on a day at a clock time that is `offset` seconds ahead of UTC.
  public init(day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0, offset: Int = 0) {
    seconds = day.number * 86_400 + hour * 3_600 + minute * 60 + second - offset
  }

  /// The UTC day.
  public var day: Day { Day(number: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400) }

  /// "2026-11-17T08:12:00Z".
  public var description: String {
    let rest = seconds - day.number * 86_400
    return
      "\(day)T\(padded(rest / 3_600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
  }

  /// Reads RFC 3339 ("2026-11-17T08:12:00Z", "2026-11-17 08:12:00.5+01:00") or a day alone.
  ///
  /// A clock time without a zone is taken as UTC. Nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let day = Day(text.prefix(10)) else { return nil }
    var rest = Array(text.utf8.dropFirst(10))
    guard !rest.isEmpty else {
      self.init(day: day)
      return
    }
    guard
      rest[0] == UInt8(ascii: "T") || rest[0] == UInt8(ascii: " ") || rest[0] == UInt8(ascii: "t")
    else { return nil }
    rest.removeFirst()
    guard let clock = Timestamp.clock(&rest) else { return nil }
    guard let offset = Timestamp.zone(rest) else { return nil }
    self.init(day: day, hour: clock.0, minute: clock.1, second: clock.2, offset: offset)
  }

  /// The earlier moment comes first.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  private static func twoDigits(_ bytes: [UInt8], at index: Int) -> Int? {
    guard index + 1 < bytes.count else { return nil }
    let tens = Int(bytes[index]) - 48
    let ones = Int(bytes[index + 1]) - 48
    guard (0...9).contains(tens), (0...9).contains(ones) else { return nil }
    return tens * 10 + ones
  }

  private static func clock(_ rest: inout [UInt8]) -> (Int, Int, Int)? {
    guard let hour = twoDigits(rest, at: 0), hour < 24, rest.count >= 5,
      rest[2] == UInt8(ascii: ":"), let minute = twoDigits(rest, at: 3), minute < 60
    else { return nil }
    rest.removeFirst(5)
    var second = 0
    if rest.first == UInt8(ascii: ":"), let value = twoDigits(rest, at: 1), value <= 60 {
      second = min(value, 59)
      rest.removeFirst(3)
      if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        while let digit = rest.first, (48...57).contains(digit) { rest.removeFirst() }
      }
    }
    return (hour, minute, second)
  }

  private static func zone(_ rest: [UInt8]) -> Int? {
    guard let sign = rest.first else { return 0 }
    if rest.count == 1, sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return 0 }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hour = twoDigits(rest, at: 1)
    else { return nil }
    let tail = rest.count > 3 && rest[3] == UInt8(ascii: ":") ? 4 : 3
    let minute = rest.count > tail ? twoDigits(rest, at: tail) : 0
    guard let minute else { return nil }
    return (hour * 3_600 + minute * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }
}
