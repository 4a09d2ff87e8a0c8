import Complaints
import Text

/// Finds out what each line of a mail is: a small automaton over lines, no line looked at more than
/// a few times.
///
/// Nothing is removed. What nothing speaks against is body, so that words between and below quotes
/// stay the author's.
struct MailZoner {
  /// The mail, its lines labelled.
  var script: MailScript
  /// Where a forwarded or quoted mail starts that has no `>`, behind its separator; nil when none.
  private(set) var inner: Inner?

  /// A quoted mail that runs to the end of the text.
  struct Inner {
    /// The first line of its separator, opener or header.
    var start: Int
    /// The first line of its words.
    var bodyStart: Int
    /// The line that names its author.
    var authorLine: Int?
    /// Whether its separator says that it was forwarded.
    var isForward: Bool
    /// Whether "Ana wrote:" is all that sets it off.
    var isOpener = false
  }

  /// Labels the lines of a mail from a line on.
  init(_ script: MailScript, from start: Int = 0) {
    self.script = script
    markBanner(from: start)
    markNamedQuotes(from: start)
    markQuotes(from: start)
    markNotices(from: start)
    let end = inner?.start ?? self.script.lines.count
    markSignatures(start..<end)
    markFurniture(start..<self.script.lines.count)
  }

  /// The lines of the mail.
  var lines: [MailLine] { script.lines }

  /// Labels a line unless the mark-up or a stronger sign did.
  mutating func mark(_ range: Range<Int>, as zone: PassageKind) {
    for index in range where !script.lines[index].isFixed && script.lines[index].zone == .body {
      script.lines[index].zone = zone
    }
  }

  /// Takes what follows a separator for another mail.
  mutating func setInner(_ found: Inner) {
    inner = found
    mark(found.start..<lines.count, as: .quoted)
  }

  /// A line of nothing but dashes or underscores.
  func isRule(_ index: Int) -> Bool {
    let words = script.folded.span.extracting(script.lines[index].words)
    return words.count >= 5 && words.leadingCount(of: "-_=*~") == words.count
  }

  /// The first line with words from a line on.
  func firstWords(from index: Int) -> Int? {
    var index = index
    while index < script.lines.count {
      if !script.lines[index].isBlank { return index }
      index += 1
    }
    return nil
  }

  /// Whether a line is quoted by its marks or by the mark-up.
  func isQuoted(_ index: Int) -> Bool {
    lines[index].depth > 0 || lines[index].isFixed && lines[index].zone == .quoted
  }

  /// Whether a line stands by itself: it starts a paragraph, or does not start like the middle of a
  /// sentence.
  func isStandalone(_ index: Int) -> Bool {
    guard index > 0, !lines[index - 1].isBlank, lines[index - 1].zone == .body else { return true }
    guard let first = script.firstByte(index) else { return true }
    return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
  }
}
