/// Marks for people, left out where there is no terminal.
enum Style: String {
  case bold = "1"
  case dim = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case cyan = "36"
  case evidence = "1;33"

  /// The text with this style on standard output, or as it is.
  func callAsFunction(_ text: String) -> String {
    Console.usesColour ? marked(text) : text
  }

  /// The text with this style.
  func marked(_ text: String) -> String {
    "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
  }
}

/// A line of styled pieces that is cut to a width as a whole.
struct StyledRow {
  private var pieces: [(text: String, style: Style?)] = []

  /// Columns that the whole line takes.
  var width: Int { pieces.reduce(0) { $0 + columns(of: $1.text) } }

  /// Adds a piece, made visible; with a width it is cut or filled with spaces.
  mutating func add(_ text: some StringProtocol, _ style: Style? = nil, width: Int? = nil) {
    let piece = displayedLine(text)
    pieces.append((width.map { padded(cut(piece, width: $0), $0) } ?? piece, style))
  }

  /// Adds spaces.
  mutating func gap(_ width: Int = 1) {
    pieces.append((String(repeating: " ", count: width), nil))
  }

  /// The line, cut with "…" where it is wider than `limit` columns.
  func line(limit: Int) -> String {
    var room = width <= limit ? Int.max : limit - 1
    var line = ""
    for (text, style) in pieces {
      let part = beginning(of: text, columns: room)
      line += style.map { $0(part) } ?? part
      room -= columns(of: part)
      if part.utf8.count < text.utf8.count { return line + "…" }
    }
    return line
  }
}
