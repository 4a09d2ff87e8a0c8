import Complaints

/// One line of a mail's text while it is found out what it is; plain numbers, so that copies are
/// free.
struct MailLine {
  /// Half-open UTF-8 byte range in the text, line end excluded.
  var range: Range<Int>
  /// Where the line's words stand in the script's folded words, `>` left out.
  var folded = 0..<0
  /// How many `>` stand before it.
  var depth = 0
  /// How many quotes of the mark-up it stands in.
  var nesting = 0
  /// Whether there is nothing but white space behind the `>`.
  var isBlank = true
  /// Whether it is too long to be a mark.
  var isLong = false
  /// What it is; `body` until something speaks for something else.
  var zone = PassageKind.body
  /// Whether the mark-up of the mail already said what it is.
  var isFixed = false

  /// The folded words of a line that may be a mark; empty for one that is too long.
  var words: Range<Int> { isLong ? folded.lowerBound..<folded.lowerBound : folded }

  /// The longest line that is looked at as a mark, in bytes.
  static let markLimit = 400
}
