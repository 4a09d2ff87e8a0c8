import Complaints
import Text

/// Dates as mail writes them: RFC 5322 §3.3 and its obsolete forms, asctime, and what careless
/// programs make of either.
enum MailDate {
  /// What is known of a date while its words are read.
  private struct Parts {
    var day: Int?
    var month: Int?
    var year: Int?
    var clock: (hour: Int, minute: Int, second: Int)?
    var isAfternoon: Bool?
    var zone: Int?
    var unknownWordCount = 0

    var timestamp: Timestamp? {
      guard let day, let month, let year, let date = Day(year: year, month: month, day: day) else {
        return nil
      }
      var (hour, minute, second) = clock ?? (0, 0, 0)
      if let isAfternoon {
        guard hour <= 12 else { return nil }
        hour = hour % 12 + (isAfternoon ? 12 : 0)
      }
      if hour == 24, minute == 0 { (hour, second) = (23, 59) }
      return Timestamp(day: date, hour: hour, minute: minute, second: second, offset: zone ?? 0)
    }
  }

  /// Reads a date; nil when day, month or year are missing or not of the calendar.
  static func timestamp(_ bytes: some Collection<UInt8>) -> Timestamp? {
    parsed(bytes)?.timestamp
  }

  /// Reads the date of a mailbox separator: nothing but a date with its time, zone variants
  /// included.
  static func separatorTimestamp(_ bytes: some Collection<UInt8>) -> Timestamp? {
    guard let parts = parsed(bytes), parts.clock != nil, parts.unknownWordCount == 0 else {
      return nil
    }
    return parts.timestamp
  }

  /// Reads the words between white space and commas; a zone may stand in a comment.
  private static func parsed(_ bytes: some Collection<UInt8>) -> Parts? {
    var parts = Parts()
    let bytes = bytes.prefix(256).lowercasedASCII
    var comment: ArraySlice<UInt8>?
    var depth = 0
    var start = 0
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : 0x20
      guard byte.isAmong("(), \t\n\r\";") else { continue }
      if start < index, depth > 0 {
        comment = comment ?? bytes[start..<index]
      } else if start < index, !read(bytes[start..<index], into: &parts) {
        parts.unknownWordCount += 1
      }
      start = index + 1
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
    }
    if parts.zone == nil, let comment { parts.zone = zones[text(comment)] }
    return parts
  }

  private static func read(_ word: ArraySlice<UInt8>, into parts: inout Parts) -> Bool {
    guard let first = word.first else { return true }
    if first.isASCIIDigit { return readNumber(word, into: &parts) }
    if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
      guard let offset = offset(word) else { return false }
      parts.zone = parts.zone ?? offset
      return true
    }
    guard first.isASCIILetter else { return false }
    let name = word.prefix { $0.isASCIILetter }
    if parts.month == nil, let month = number(of: name, in: months) {
      parts.month = month
      return true
    }
    if number(of: name, in: weekdays) != nil { return true }
    let letters = text(name)
    if letters == "am" || letters == "pm" {
      parts.isAfternoon = letters == "pm"
      return true
    }
    if let zone = zones[letters] {
      let rest = word.dropFirst(name.count)
      parts.zone = parts.zone ?? (offset(rest) ?? zone)
      return true
    }
    return letters == "dst" || letters == "at"
  }

  private static func readNumber(_ word: ArraySlice<UInt8>, into parts: inout Parts) -> Bool {
    if word.contains(UInt8(ascii: ":")) { return readClock(word, into: &parts) }
    if word.allSatisfy(\.isASCIIDigit) {
      guard word.count <= 4, let value = Int(text(word)) else { return false }
      if parts.day == nil, word.count <= 2 {
        parts.day = value
      } else if parts.year == nil {
        parts.year = word.count == 4 ? value : value < 50 ? 2000 + value : 1900 + value
      } else {
        return false
      }
      return true
    }
    let pieces = word.split(separator: UInt8(ascii: "-"))
    if pieces.count == 3, let year = Int(text(pieces[0])), pieces[0].count == 4,
      let month = Int(text(pieces[1])), let day = Int(text(pieces[2].prefix(2)))
    {
      (parts.year, parts.month, parts.day) = (year, month, day)
      return true
    }
    if pieces.count == 3 {
      return pieces.allSatisfy { read($0, into: &parts) }
    }
    return ["st", "nd", "rd", "th"].contains(text(word.suffix(2)))
      && readNumber(word.dropLast(2), into: &parts)
  }

  private static func readClock(_ word: ArraySlice<UInt8>, into parts: inout Parts) -> Bool {
    if let mark = word.firstIndex(of: UInt8(ascii: "t")), mark == word.startIndex + 10 {
      guard let stamp = Timestamp(text(word).uppercased()) else { return false }
      let (year, month, day) = stamp.day.components
      let rest = stamp.seconds - stamp.day.number * 86_400
      (parts.year, parts.month, parts.day, parts.zone) = (year, month, day, 0)
      parts.clock = (rest / 3_600, rest / 60 % 60, rest % 60)
      return true
    }
    var fields: [Int] = [0]
    var index = word.startIndex
    while index < word.endIndex {
      let byte = word[index]
      if byte.isASCIIDigit {
        fields[fields.count - 1] = min(fields[fields.count - 1] * 10 + Int(byte) - 48, 9_999)
      } else if byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") {
        fields.append(0)
      } else {
        break
      }
      index += 1
    }
    guard fields.count >= 2, fields[0] <= 24, fields[1] < 60 else { return false }
    parts.clock = (fields[0], fields[1], fields.count > 2 ? min(fields[2], 59) : 0)
    return index == word.endIndex || read(word[index...], into: &parts)
  }

  /// Seconds ahead of UTC for "+0530", "-08:00" or "+1"; nil for anything else.
  private static func offset(_ word: ArraySlice<UInt8>) -> Int? {
    guard let sign = word.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    let digits = word.dropFirst().filter { $0 != UInt8(ascii: ":") }[...]
    guard (1...4).contains(digits.count), digits.allSatisfy(\.isASCIIDigit),
      let value = Int(text(digits))
    else { return nil }
    let (hours, minutes) = digits.count <= 2 ? (value, 0) : (value / 100, value % 100)
    guard hours <= 14, minutes < 60 else { return 0 }
    return (hours * 3_600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// The 1-based place of a word's first three letters among names of three letters; nil when they
  /// are none of them.
  private static func number(of word: ArraySlice<UInt8>, in names: StaticString) -> Int? {
    guard word.count >= 3 else { return nil }
    let first = word.startIndex
    for start in stride(from: 0, to: names.utf8CodeUnitCount, by: 3)
    where word[first] == names.utf8Start[start] && word[first + 1] == names.utf8Start[start + 1]
      && word[first + 2] == names.utf8Start[start + 2]
    {
      return start / 3 + 1
    }
    return nil
  }

  private static let months: StaticString = "janfebmaraprmayjunjulaugsepoctnovdec"
  private static let weekdays: StaticString = "montuewedthufrisatsun"

  /// Zone names in seconds ahead of UTC; the one-letter zones mean nothing (RFC 5322 §4.3).
  private static let zones: [String: Int] = {
    var zones: [String: Int] = [
      "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7,
      "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10, "ast": -4, "adt": -3,
      "bst": 1, "west": 1, "cet": 1, "met": 1, "mez": 1, "cest": 2, "mest": 2, "mesz": 2, "eet": 2,
      "sast": 2, "eest": 3, "msk": 3, "msd": 4, "gst": 4, "pkt": 5, "hkt": 8, "sgt": 8, "awst": 8,
      "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "brt": -3, "art": -3,
    ].mapValues { $0 * 3_600 }
    zones["ist"] = 19_800
    for letter in "abcdefghiklmnopqrstuvwxyz" { zones[String(letter)] = 0 }
    return zones
  }()
}
