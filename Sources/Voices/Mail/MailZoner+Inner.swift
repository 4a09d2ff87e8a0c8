import Complaints
import Text

extension MailZoner {
  /// A separator or a header block: everything behind it is another mail.
  mutating func markInner(at index: Int) -> Bool {
    var start = index
    var isForward = false
    var hasSeparator = false
    if let separator = separator(index) {
      hasSeparator = true
      isForward = separator
      guard let next = firstWords(from: index + 1) else { return false }
      if isQuoted(next) { return markMarkedInner(at: index, next: next, isForward: isForward) }
      start = next
    } else if isRule(index), let next = firstWords(from: index + 1), next <= index + 2,
      QuotedHeader(script, at: next, isSeparated: true) != nil
    {
      hasSeparator = true
      start = next
    }
    if let header = QuotedHeader(script, at: start, isSeparated: hasSeparator) {
      guard let body = firstWords(from: start + header.lineCount) else { return false }
      setInner(
        Inner(
          start: index, bodyStart: body, authorLine: header.fromLine, isForward: isForward))
      return true
    }
    guard hasSeparator else { return false }
    let opener = ReplyOpener.match(script, at: start)
    let body = opener.flatMap { firstWords(from: start + $0.lineCount) } ?? start
    setInner(
      Inner(
        start: index, bodyStart: body, authorLine: opener == nil ? nil : start,
        isForward: isForward))
    return true
  }

  /// A mail passed on with ">" before every line, as phones do: another mail when it runs to the
  /// end of the text; otherwise only its separator is labelled here.
  private mutating func markMarkedInner(at index: Int, next: Int, isForward: Bool) -> Bool {
    mark(index..<index + 1, as: .quoted)
    guard isForward, let header = QuotedHeader(script, at: next, isSeparated: true),
      let body = firstWords(from: next + header.lineCount),
      lines[next...].allSatisfy({ $0.depth > 0 || $0.isBlank })
    else { return false }
    setInner(
      Inner(start: index, bodyStart: body, authorLine: header.fromLine, isForward: true))
    return true
  }

  /// The forwarded mail that the mark-up calls quoted, as webmail does; nil when there is none.
  func fixedForward() -> Inner? {
    for index in lines.indices where lines[index].isFixed && lines[index].zone == .quoted {
      guard separator(index) == true,
        let next = firstWords(from: index + 1),
        let header = QuotedHeader(script, at: next, isSeparated: true),
        let body = firstWords(from: next + header.lineCount)
      else { continue }
      return Inner(start: index, bodyStart: body, authorLine: header.fromLine, isForward: true)
    }
    return nil
  }

  /// Whether a line is "----- Original Message -----" (false) or says that a mail was forwarded
  /// (true); nil when it is neither.
  private func separator(_ index: Int) -> Bool? {
    let words = script.folded.span.extracting(script.lines[index].words)
    guard words.count >= 5, words.count <= 120, let first = words.first,
      first.isAmong("-_*=>b[idmavf") || first >= 0xC0 || words.last == UInt8(ascii: "-")
    else { return nil }
    let rim = words.leadingCount(of: "-_*=> []:.")
    let rest = words.extracting(rim...)
    let label = rest.extracting(droppingLast: rest.trailingCount(of: "-_*=> []:."))
    if MailWords.quoteSeparators.isPhrase(label) { return false }
    if MailWords.forwardSeparators.isPhrase(label) { return true }
    guard rim > 0 || words.starts(with: "begin ") else { return nil }
    return MailWords.forwardStarts.isStart(of: label) ? true : nil
  }
}
