import Complaints
import Text

/// A line of a chat export that begins with its time: "[12/03/24, 10:02:33] Ana: …",
/// "12/03/24, 10:02 - Ana: …", "[10:02] …", "10:02 Ana".
///
/// Direction marks and narrow spaces, as exports put them (U+200E, U+202F), count as none and as
/// spaces.
struct StampedLine {
  /// The date as written; nil for a clock time alone.
  private(set) var date = ""
  /// The clock time as written.
  private(set) var clock = ""
  /// Whether the time stands in brackets.
  private(set) var isBracketed = false
  /// Who speaks, by a label that ends with a colon; nil without one.
  private(set) var speaker: String?
  /// The words behind the time and the label.
  private(set) var words = ""
  /// Whether a direction mark stands before the words, as before what the program itself wrote.
  private(set) var isMarked = false

  /// Reads a line; nil when it begins with no time.
  init?(_ line: Substring) {
    var rest = line.unicodeScalars[...]
    StampedLine.skipSpace(&rest)
    if rest.first == "[" {
      isBracketed = true
      rest = rest.dropFirst()
    }
    date = StampedLine.take(&rest, "0123456789/.-", limit: 10)
    if date.contains(where: { "/.-".contains($0) }), StampedLine.isDate(date) {
      if rest.first == "," || rest.first == "T" { rest = rest.dropFirst() }
      StampedLine.skipSpace(&rest)
      clock = StampedLine.take(&rest, "0123456789:.", limit: 12)
    } else {
      clock = date + StampedLine.take(&rest, "0123456789:.", limit: 12)
      date = ""
    }
    guard StampedLine.isClock(clock) else { return nil }
    var behind = rest
    StampedLine.skipSpace(&behind)
    let half = String(String.UnicodeScalarView(behind.prefix(5))).lowercased()
    if let mark = ["a.m.", "p.m.", "am", "pm"].first(where: { half.hasPrefix($0) }) {
      let after = behind.dropFirst(mark.unicodeScalars.count)
      if after.first?.properties.isAlphabetic != true {
        clock += mark.first == "a" ? " am" : " pm"
        rest = after
      }
    }
    if isBracketed {
      guard rest.first == "]" else { return nil }
      rest = rest.dropFirst()
    }
    let start = rest
    StampedLine.skipSpace(&rest)
    if let dash = rest.first, dash == "-" || dash == "–", rest.startIndex > start.startIndex {
      rest = rest.dropFirst()
      StampedLine.skipSpace(&rest)
    } else if !isBracketed, rest.startIndex == start.startIndex, !rest.isEmpty {
      return nil
    }
    readLabel(&rest)
    let spaces = rest.prefix(while: StampedLine.isSpace)
    isMarked = spaces.contains("\u{200E}")
    words = String(String.UnicodeScalarView(rest.dropFirst(spaces.count)))
  }

  /// Takes a label of up to five words before a colon that a space or the end follows.
  private mutating func readLabel(_ rest: inout Substring.UnicodeScalarView) {
    let name = rest.prefix(64).prefix { $0 != ":" && $0 != "\"" && $0 != "“" }
    let colon = name.endIndex
    guard !name.isEmpty, colon < rest.endIndex, rest[colon] == ":" else { return }
    let behind = rest[rest.index(after: colon)...]
    guard behind.first.map({ StampedLine.isSpace($0) }) ?? true else { return }
    let label = String(String.UnicodeScalarView(name.filter { !StampedLine.isMark($0) }))
    let words = label.split(whereSeparator: \.isWhitespace)
    guard (1...5).contains(words.count) else { return }
    speaker = words.joined(separator: " ")
    rest = behind
  }

  /// Direction marks and joiners without width.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x200B...0x200F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0xFEFF
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    isMark(scalar) || scalar.properties.isWhitespace
  }

  private static func skipSpace(_ rest: inout Substring.UnicodeScalarView) {
    rest = rest.drop(while: isSpace)
  }

  private static func take(
    _ rest: inout Substring.UnicodeScalarView, _ allowed: String, limit: Int
  ) -> String {
    let allowed = allowed.unicodeScalars
    let taken = rest.prefix(limit).prefix { allowed.contains($0) }
    rest = rest.dropFirst(taken.count)
    return String(String.UnicodeScalarView(taken))
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
    return parts.count == 3 && parts.allSatisfy { [1, 2, 4].contains($0.count) }
  }

  private static func isClock(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard (2...4).contains(parts.count), text.contains(":") || parts.count == 3 else {
      return false
    }
    return (1...2).contains(parts[0].count) && parts[1].count == 2
      && parts.dropFirst(2).allSatisfy { (1...6).contains($0.count) }
  }
}
