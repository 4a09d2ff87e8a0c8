import Complaints

/// One line of a mail's text while it is found out what it is.
struct MailLine {
  /// Half-open UTF-8 byte range in the text, line end excluded.
  var range: Range<Int>
  /// How many `>` stand before it.
  var depth = 0
  /// Whether there is nothing but white space behind the `>`.
  var isBlank = true
  /// What it is; `body` until something speaks for something else.
  var zone = PassageKind.body
  /// Whether the mark-up of the mail already said what it is.
  var isFixed = false
  /// How many quotes of the mark-up it stands in.
  var nesting = 0
  /// The line folded and lower-cased, without the `>`; empty for lines too long to be a mark.
  var words = ""

  /// The longest line that is looked at as a mark, in bytes.
  static let markLimit = 400
}
