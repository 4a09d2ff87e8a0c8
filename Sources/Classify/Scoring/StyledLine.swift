/// A line for people, in pieces that a terminal may colour; `text` is the plain line.
public struct StyledLine: Sendable, Equatable {
  /// What a piece of a line is.
  public enum Style: Sendable, Equatable {
    case plain, heading, tag, score, rule, evidence, cue, muted
  }

  /// A piece of a line.
  public struct Piece: Sendable, Equatable {
    /// The letters.
    public var text: String
    /// What they are.
    public var style: Style
  }

  /// The pieces from left to right.
  public var pieces: [Piece]

  /// The line without styles.
  public var text: String { pieces.map(\.text).joined() }

  /// A line of pieces.
  init(_ pieces: [(String, Style)]) {
    self.pieces = pieces.filter { !$0.0.isEmpty }.map { Piece(text: $0.0, style: $0.1) }
  }

  /// A line that is empty or of one style.
  init(_ text: String = "", _ style: Style = .plain) {
    self.init([(text, style)])
  }

  /// A paragraph in lines of at most `width` letters; longer words stand alone.
  static func wrapped(_ text: String, indent: Int, width: Int, _ style: Style) -> [StyledLine] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, indent + last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { StyledLine([(margin, .plain), ($0, style)]) }
  }

  /// Words in quotation marks with as much of their sentence as the width allows.
  static func quoted(
    _ quote: Explanation.Quote, indent: Int, width: Int, _ style: Style
  ) -> StyledLine {
    let words = QuoteReader.fold(quote.text)
    let room = max(0, width - indent - words.count - 2)
    let beforeRoom = min(quote.before.count, max(room / 2, room - quote.after.count))
    let afterRoom = room - beforeRoom
    return StyledLine([
      (String(repeating: " ", count: indent), .plain),
      (beforeRoom > 1 ? QuoteReader.ending(quote.before, length: beforeRoom) : "", .muted),
      ("“\(words)”", style),
      (afterRoom > 1 ? QuoteReader.beginning(quote.after, length: afterRoom) : "", .muted),
    ])
  }
}
