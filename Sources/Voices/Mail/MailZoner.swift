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
    markQuotes(from: start)
    markBanner(from: start)
    let end = inner?.start ?? self.script.lines.count
    markSignatures(start..<end)
    markFurniture(start..<self.script.lines.count)
  }

  private var lines: [MailLine] { script.lines }

  /// Labels a line unless the mark-up or a stronger sign did.
  mutating func mark(_ range: Range<Int>, as zone: PassageKind) {
    for index in range where !script.lines[index].isFixed && script.lines[index].zone == .body {
      script.lines[index].zone = zone
    }
  }

  // MARK: - Quotes

  private mutating func markQuotes(from start: Int) {
    var index = start
    while index < lines.count {
      if lines[index].isBlank || lines[index].isFixed {
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
    guard let opener = ReplyOpener.match(lines, at: index) else { return 1 }
    let next = firstWords(from: index + opener.lineCount)
    if let next, isQuoted(next) {
      mark(index..<index + opener.lineCount, as: .quoted)
      return opener.lineCount
    }
    guard opener.strength == .strong, let next else { return opener.lineCount }
    let isQuotedLater = lines[next..<min(next + 8, lines.count)].contains { $0.depth > 0 }
    if isQuotedLater {
      mark(index..<index + opener.lineCount, as: .quoted)
      return opener.lineCount
    }
    setInner(
      Inner(
        start: index, bodyStart: next, authorLine: index, isForward: false, isOpener: true))
    return lines.count - index
  }

  /// A separator or a header block: everything behind it is another mail.
  private mutating func markInner(at index: Int) -> Bool {
    var start = index
    var isForward = false
    var hasSeparator = false
    if let separator = MailZoner.separator(lines[index].words) {
      hasSeparator = true
      isForward = separator
      guard let next = firstWords(from: index + 1) else { return false }
      if isQuoted(next) {
        mark(index..<index + 1, as: .quoted)
        return false
      }
      start = next
    } else if isRule(index), let next = firstWords(from: index + 1), next <= index + 2,
      QuotedHeader(lines, at: next) != nil
    {
      hasSeparator = true
      start = next
    }
    if let header = QuotedHeader(lines, at: start) {
      guard let body = firstWords(from: start + header.lineCount) else { return false }
      setInner(
        Inner(
          start: index, bodyStart: body, authorLine: header.fromLine, isForward: isForward))
      return true
    }
    guard hasSeparator else { return false }
    let opener = ReplyOpener.match(lines, at: start)
    let body = opener.flatMap { firstWords(from: start + $0.lineCount) } ?? start
    setInner(
      Inner(
        start: index, bodyStart: body, authorLine: opener == nil ? nil : start,
        isForward: isForward))
    return true
  }

  private mutating func setInner(_ found: Inner) {
    inner = found
    mark(found.start..<lines.count, as: .quoted)
  }

  /// Whether a line is "----- Original Message -----" (false) or says that a mail was forwarded
  /// (true); nil when it is neither.
  private static func separator(_ words: String) -> Bool? {
    guard words.utf8.count >= 5, words.utf8.count <= 120, let first = words.utf8.first,
      "-_*=>b[idmavfе".utf8.contains(first) || words.utf8.last == UInt8(ascii: "-")
    else { return nil }
    var name = words[...]
    let rim: Set<Character> = ["-", "_", "*", "=", ">", " ", "[", "]", ":", "."]
    while let first = name.first, rim.contains(first) { name = name.dropFirst() }
    let hadRim = name.startIndex > words.startIndex
    while let last = name.last, rim.contains(last) { name = name.dropLast() }
    if MailWords.quoteSeparators.contains(String(name)) { return false }
    if MailWords.forwardSeparators.contains(String(name)) { return true }
    guard hadRim || words.hasPrefix("begin ") else { return nil }
    return MailWords.forwardSeparators.contains { name.hasPrefix($0 + " ") } ? true : nil
  }

  /// A line of nothing but dashes or underscores.
  func isRule(_ index: Int) -> Bool {
    let words = lines[index].words.utf8
    return words.count >= 5 && words.allSatisfy { "-_=*".utf8.contains($0) }
  }

  /// The first line with words from a line on.
  func firstWords(from index: Int) -> Int? {
    var index = index
    while index < lines.count {
      if !lines[index].isBlank { return index }
      index += 1
    }
    return nil
  }

  private func isQuoted(_ index: Int) -> Bool {
    lines[index].depth > 0 || lines[index].isFixed && lines[index].zone == .quoted
  }
}
