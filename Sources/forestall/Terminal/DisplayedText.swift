/// Text that a terminal can be trusted with: control and direction-changing characters made
/// visible, tabs as spaces. Line feeds stay.
func displayed(_ text: some StringProtocol) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A: result.append("\n")
    case 0x09: result.append(" ")
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      result.append("�")
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Text that stays on one line of a terminal: as `displayed`, and line feeds made visible too.
func displayedLine(_ text: some StringProtocol) -> String {
  displayed(text).replacing("\n", with: "�")
}

/// The text on one line, white space folded, cut to a width in columns with "…".
func oneLine(_ text: some StringProtocol, width: Int) -> String {
  cut(
    displayed(text).split(whereSeparator: \.isWhitespace).joined(separator: " "), width: width)
}

/// The text, cut to a width in columns with "…" behind it.
func cut(_ text: String, width: Int) -> String {
  columns(of: text) <= width ? text : beginning(of: text, columns: max(1, width) - 1) + "…"
}

/// The end of a name, cut to a width in columns with "…" in front.
func ending(of name: String, width: Int) -> String {
  guard columns(of: name) > width else { return name }
  return "…" + String(beginning(of: String(name.reversed()), columns: max(1, width) - 1).reversed())
}

/// The text with spaces behind it up to a width in columns.
func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - columns(of: text)))
}

/// As many characters from the beginning as fit into some columns.
func beginning(of text: String, columns limit: Int) -> String {
  var room = limit
  return String(
    text.prefix { character in
      room -= columns(of: character.unicodeScalars)
      return room >= 0
    })
}

/// Columns that a text takes on a terminal.
func columns(of text: some StringProtocol) -> Int {
  columns(of: text.unicodeScalars)
}

/// Columns of scalars one by one, as `wcwidth` counts: 2 for East Asian and emoji ones, 0 for
/// combining ones. A terminal that joins emoji takes fewer, never more.
private func columns(of scalars: some Sequence<Unicode.Scalar>) -> Int {
  scalars.reduce(0) { sum, scalar in
    if scalar.value < 0x300 { return sum + 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark where scalar.value != 0xFE0F, .enclosingMark, .format: return sum
    default: break
    }
    let isWide = wideRanges.contains { $0.contains(scalar.value) }
    return sum + (isWide || scalar.properties.isEmojiPresentation ? 2 : 1)
  }
}

/// East Asian Wide and Fullwidth blocks (Unicode Standard Annex 11), whole blocks at a time.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
  0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
  0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
  0x20000...0x3FFFD,
]
