package import Complaints

/// The label at the start of a transcript's line: "Agent: …", "[00:12] Speaker 2: …",
/// "AGENT (10:02:11): …", "**Customer** - …", "CUSTOMER>> …", "12/03/24, 10:02 - Ana: …".
package struct SpeakerLabel: Equatable, Sendable {
  /// The label as written, time and emphasis removed.
  package var speaker: String
  /// Seconds from a time beside the label; from midnight for a clock time.
  package var time: Double?
  /// The moment, when a date stands beside the label.
  package var moment: Timestamp?
  /// Where the words start in the line's bytes.
  package var wordsStart: Int

  /// How long a label may be, in bytes.
  package static let byteLimit = 48

  /// Words before a colon that are no speaker, in lower case.
  private static let notSpeakers: Set<String> = [
    "note", "notes", "subject", "re", "fw", "fwd", "ps", "p.s", "p.s.", "from", "to", "cc", "bcc",
    "date", "sent", "http", "https", "ftp", "mailto", "order", "order no", "order number", "name",
    "email", "e-mail", "phone", "tel", "fax", "mobile", "address", "ref", "reference", "our ref",
    "your ref", "account", "account no", "account number", "invoice", "url", "web", "website",
    "tip", "warning", "update", "edit", "edited", "pros", "cons", "rating", "summary", "title",
    "call id", "case id", "ticket", "duration", "started", "ended", "time", "location", "message",
    "channel", "betreff", "von", "an", "datum", "objet", "example", "read more here", "return to",
    "source", "published", "posted", "tags", "category", "categories", "result", "conclusion",
    "part", "step", "question", "bottom line", "lesson", "contact", "participants", "transcript",
  ]

  /// Reads the label of a line; nil when it has none.
  package init?(_ line: ArraySlice<UInt8>) {
    var index = line.startIndex
    let end = line.endIndex
    func byte(_ place: Int) -> UInt8 { place < end ? line[place] : 0 }
    func skipSpace() {
      while index < end {
        if line[index] == 0x20 || line[index] == 0x09 {
          index += 1
        } else if let length = SpeakerLabel.invisibleLength(line, at: index) {
          index += length
        } else {
          return
        }
      }
    }
    skipSpace()
    var moment: Timestamp?
    var time: Double?
    // A time before the label, in brackets or bare, with " - " behind it in chat exports.
    if let stamp = SpeakerLabel.stamp(line, from: index) {
      (moment, time, index) = (stamp.moment, stamp.seconds, stamp.end)
      skipSpace()
      if byte(index) == UInt8(ascii: "-"), byte(index + 1) == 0x20 { index += 2 }
      skipSpace()
    }
    var stars = 0
    while byte(index) == UInt8(ascii: "*") || byte(index) == UInt8(ascii: "_") {
      index += 1
      stars += 1
    }
    let start = index
    var labelEnd: Int?
    scan: while index < end, index - start <= SpeakerLabel.byteLimit {
      switch line[index] {
      // An underscore inside a name is part of it: "spk_0", "SPEAKER_01".
      case UInt8(ascii: "_") where stars == 0 && SpeakerLabel.isInsideWord(line, index): index += 1
      case UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "("), UInt8(ascii: "["):
        labelEnd = index
        break scan
      case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: ";"),
        UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "/"):
        return nil
      default: index += 1
      }
    }
    guard var labelEnd, labelEnd > start else { return nil }
    index = labelEnd
    while byte(index) == UInt8(ascii: "*") || byte(index) == UInt8(ascii: "_") { index += 1 }
    skipSpace()
    if byte(index) == UInt8(ascii: "(") || byte(index) == UInt8(ascii: "[") {
      if let stamp = SpeakerLabel.stamp(line, from: index) {
        (moment, time, index) = (moment ?? stamp.moment, time ?? stamp.seconds, stamp.end)
      } else if let close = line[index...].prefix(40).firstIndex(where: { $0 == 0x29 || $0 == 0x5D }
      ) {
        index = close + 1
      }
      skipSpace()
    }
    switch byte(index) {
    case UInt8(ascii: ":"):
      index += 1
      if byte(index) == UInt8(ascii: "/") { return nil }
    case UInt8(ascii: ">"):
      while byte(index) == UInt8(ascii: ">") { index += 1 }
    case UInt8(ascii: "-") where stars > 0: index += 1
    default:
      return nil
    }
    while byte(index) == UInt8(ascii: "*") { index += 1 }
    if index < end, line[index] != 0x20, line[index] != 0x09, line[index] < 0x80,
      line[index].isASCIIDigit
    {
      return nil
    }
    skipSpace()
    while labelEnd > start, line[labelEnd - 1] == 0x20 { labelEnd -= 1 }
    let name = String(decoding: line[start..<labelEnd], as: UTF8.self)
    guard SpeakerLabel.canBeSpeaker(name) else { return nil }
    speaker = name
    self.time = time
    self.moment = moment
    wordsStart = index
  }

  /// Whether a label may name a speaker: up to five words that begin like a name or a known role.
  private static func canBeSpeaker(_ name: String) -> Bool {
    let lower = name.lowercased()
    guard let first = name.unicodeScalars.first, !notSpeakers.contains(lower) else { return false }
    guard first.properties.isAlphabetic || first == "@" else { return false }
    let words = name.split(separator: " ")
    guard words.count <= 5 else { return false }
    if first.properties.isLowercase { return words.count == 1 && name.utf8.count <= 24 }
    return true
  }

  /// Whether letters or digits stand on both sides of a place.
  private static func isInsideWord(_ line: ArraySlice<UInt8>, _ index: Int) -> Bool {
    guard index > line.startIndex, index + 1 < line.endIndex else { return false }
    return [line[index - 1], line[index + 1]].allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
  }

  /// The length of a sequence of direction marks or special spaces as chat exports put them.
  private static func invisibleLength(_ line: ArraySlice<UInt8>, at index: Int) -> Int? {
    guard index + 2 < line.endIndex, line[index] == 0xE2, line[index + 1] == 0x80 else {
      return index + 1 < line.endIndex && line[index] == 0xC2 && line[index + 1] == 0xA0 ? 2 : nil
    }
    return [0x8E, 0x8F, 0xAF, 0x8B].contains(line[index + 2]) ? 3 : nil
  }

  /// A time, in brackets or bare, at a place of a line.
  private static func stamp(
    _ line: ArraySlice<UInt8>, from start: Int
  ) -> (moment: Timestamp?, seconds: Double?, end: Int)? {
    var index = start
    guard index < line.endIndex else { return nil }
    var closing: UInt8?
    if line[index] == UInt8(ascii: "[") { closing = UInt8(ascii: "]") }
    if line[index] == UInt8(ascii: "(") { closing = UInt8(ascii: ")") }
    if closing != nil { index += 1 }
    let from = index
    var bytes: [UInt8] = []
    var hasDigit = false
    while index < line.endIndex, index - from < 40 {
      let byte = line[index]
      if byte == closing { break }
      if let length = invisibleLength(line, at: index) {
        bytes.append(0x20)
        index += length
        continue
      }
      let isMark =
        byte.isASCIIDigit || [0x2E, 0x2F, 0x3A, 0x2C, 0x20, 0x2D, 0x2B].contains(byte)
      let lower = byte.lowercasedASCII
      let isClockLetter =
        hasDigit && [0x61, 0x70, 0x6D, 0x74, 0x7A].contains(lower)
        && (closing != nil || byte == lower || index + 1 >= line.endIndex
          || !line[index + 1].isASCIILetter || line[index + 1].lowercasedASCII == 0x6D)
      guard isMark || isClockLetter else { break }
      if closing == nil, byte == UInt8(ascii: "-"), bytes.last == 0x20 { break }
      hasDigit = hasDigit || byte.isASCIIDigit
      bytes.append(byte)
      index += 1
    }
    guard hasDigit else { return nil }
    if let closing {
      guard index < line.endIndex, line[index] == closing else { return nil }
      index += 1
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let digits = bytes.filter(\.isASCIIDigit).count
    guard bytes.contains(UInt8(ascii: ":")) else { return nil }
    if digits >= 8 || bytes.contains(UInt8(ascii: "/")), let moment = WrittenDate.timestamp(text) {
      return (moment, nil, index)
    }
    guard let seconds = clock(bytes) else { return nil }
    return (nil, seconds, index)
  }

  /// Seconds of "1:02", "10:02:11", "00:01:02.5", "9:12 am".
  package static func clock(_ bytes: [UInt8]) -> Double? {
    let parts = bytes.split(separator: UInt8(ascii: ":"))
    guard (2...3).contains(parts.count) else { return nil }
    var total = 0.0
    for (index, part) in parts.enumerated() {
      let digits = part.drop { $0 == 0x20 }.prefix { $0.isASCIIDigit || $0 == 0x2E }
      guard !digits.isEmpty, digits.count <= 9,
        let value = Double(String(decoding: digits, as: UTF8.self)), index == 0 || value < 60
      else { return nil }
      total = total * 60 + value
    }
    let tail = String(decoding: bytes.suffix(2).lowercasedASCII, as: UTF8.self)
    if parts.count == 2, tail == "am" || tail == "pm" { total *= 60 }
    if tail == "pm", total < 43_200 { total += 43_200 }
    if tail == "am", total >= 43_200 { total -= 43_200 }
    return total
  }
}
