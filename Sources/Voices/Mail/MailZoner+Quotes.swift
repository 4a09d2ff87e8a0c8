import Complaints
import Text

extension MailZoner {
  /// Labels quoted lines, openers, and what is another mail to the end.
  mutating func markQuotes(from start: Int) {
    var index = start
    while index < lines.count {
      if lines[index].isBlank || lines[index].isFixed || lines[index].zone != .body {
        index += 1
        continue
      }
      if lines[index].depth > 0 {
        mark(index..<index + 1, as: .quoted)
        markResidue(after: index)
        index += 1
        continue
      }
      if markInner(at: index) { return }
      index += markOpener(at: index)
    }
  }

  /// A short remainder of a quoted line that a mail program wrapped: between two quoted lines.
  private mutating func markResidue(after index: Int) {
    guard index + 2 < lines.count, !lines[index + 1].isBlank, lines[index + 1].depth == 0,
      lines[index + 1].range.count <= 24, lines[index].range.count >= 60,
      lines[index + 2].depth > 0, !lines[index + 2].isBlank
    else { return }
    mark(index + 1..<index + 2, as: .quoted)
  }

  /// An opener: quoted itself; without quoted lines behind it everything behind it is. Gives how
  /// many lines to go on.
  private mutating func markOpener(at index: Int) -> Int {
    guard let opener = ReplyOpener.match(script, at: index) else { return 1 }
    let end = index + opener.lineCount
    guard let next = firstWords(from: end) else { return opener.lineCount }
    let barred = barredLines(from: next)
    let isQuotedNext = isQuoted(next) || !barred.isEmpty
    if isQuotedNext {
      mark(index..<end, as: .quoted)
      mark(barred, as: .quoted)
      return opener.lineCount
    }
    guard opener.strength == .strong else { return 1 }
    let isQuotedLater = lines[next..<min(next + 8, lines.count)].contains { $0.depth > 0 }
    if isQuotedLater {
      mark(index..<end, as: .quoted)
      return opener.lineCount
    }
    setInner(
      Inner(
        start: index, bodyStart: next, authorLine: index, isForward: false, isOpener: true))
    return lines.count - index
  }

  /// Lines quoted with "|" instead of ">", none of them closed by another bar as in a table.
  private func barredLines(from start: Int) -> Range<Int> {
    let bar = UInt8(ascii: "|")
    var end = start
    while end < script.lines.count {
      let words = script.folded.span.extracting(script.lines[end].words)
      guard words.first == bar, words.count == 1 || words.last != bar else { break }
      end += 1
    }
    return start..<end
  }

  /// Labels lines quoted with the initials of who wrote them, "AR> When was that?"; such a mark
  /// must stand at two lines, or below a quoted one.
  mutating func markNamedQuotes(from start: Int) {
    var first: [UInt64: Int] = [:]
    for index in start..<max(start, lines.count) {
      guard lines[index].depth == 0, !lines[index].isBlank, !lines[index].isFixed,
        let name = script.quoteName(index)
      else { continue }
      if let other = first[name] {
        mark(other..<other + 1, as: .quoted)
        mark(index..<index + 1, as: .quoted)
      } else {
        first[name] = index
        if index > start, lines[index - 1].depth > 0 { mark(index..<index + 1, as: .quoted) }
      }
    }
  }
}
