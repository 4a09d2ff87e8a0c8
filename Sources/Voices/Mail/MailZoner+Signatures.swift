import Complaints
import Text

extension MailZoner {
  /// Labels signatures among the lines of one mail.
  mutating func markSignatures(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      if script.lines[index].isBlank || script.lines[index].isFixed
        || script.lines[index].zone != .body
      {
        index += 1
        continue
      }
      if let end = delimited(index, in: range) ?? closed(index, in: range) {
        mark(index..<end, as: .signature)
        index = end
      } else {
        if isMobileFooter(index) { mark(index..<index + 1, as: .signature) }
        index += 1
      }
    }
  }

  /// The end of a signature behind "-- " (RFC 3676 §4.3); "--" alone must be near the end.
  private func delimited(_ index: Int, in range: Range<Int>) -> Int? {
    let isProper = script.isLine(index, "-- ") || script.isLine(index, "--\u{A0}")
    let folded = script.folded.span
    guard
      isProper || MailWords.bareDelimiters.isPhrase(folded.extracting(script.lines[index].words))
    else { return nil }
    let limit = isProper ? 30 : 12
    guard let end = ownEnd(from: index + 1, in: range, limit: limit) else { return nil }
    if !isProper {
      let first = folded.extracting(script.lines[min(index + 1, script.lines.count - 1)].words)
      if endsSentence(first), first.count(of: 0x20) >= 2 { return nil }
      if script.lines[index..<end].contains(where: { script.isOwnVoice($0.words) }) { return nil }
    }
    return max(end, index + 1)
  }

  /// The end of a signature behind a closing such as "Kind regards,": short lines that are no
  /// sentences, a name first.
  private func closed(_ index: Int, in range: Range<Int>) -> Int? {
    guard isClosing(index),
      script.lines[range.lowerBound..<index].contains(where: { $0.zone == .body && !$0.isBlank })
    else { return nil }
    var end = index + 1
    var count = 0
    var blanks = 0
    while end < range.upperBound {
      let line = script.lines[end]
      if line.isFixed || line.zone != .body { break }
      if line.isBlank {
        blanks += 1
        end += 1
        if blanks > 3 { break }
        continue
      }
      if isPostscript(end) || count == 0 && blanks > 2 { break }
      if count == 0, isClosing(end) { return nil }
      if isProse(end) || count >= 14 || isMobileFooter(end) { break }
      if delimited(end, in: range) != nil { break }
      count += 1
      blanks = 0
      end += 1
    }
    while end > index + 1, script.lines[end - 1].isBlank { end -= 1 }
    let next = firstWords(from: end)
    let isAtEnd =
      next.map { next in
        next >= range.upperBound || script.lines[next].zone != .body || script.lines[next].isFixed
          || isMobileFooter(next) || isPostscript(next)
          || delimited(next, in: range) != nil || next > end && isLegal(next)
      } ?? true
    // Thanks that no name follows are words like others.
    if count == 0 { return nil }
    let isBelow = blanks == 0 || !script.lines[index + 1].isBlank
    return isAtEnd || count <= 3 && isBelow && isName(index + 1, before: end) ? end : nil
  }

  /// Where the author's words that start at a line end: before quoted words or the end; nil when
  /// there are more than `limit` lines of them.
  private func ownEnd(from index: Int, in range: Range<Int>, limit: Int) -> Int? {
    var end = index
    var count = 0
    while end < range.upperBound, script.lines[end].zone == .body, !script.lines[end].isFixed {
      if !script.lines[end].isBlank { count += 1 }
      if count > limit || end - index > 4 * limit { return nil }
      end += 1
    }
    while end > index, script.lines[end - 1].isBlank { end -= 1 }
    return end
  }

  private func isClosing(_ index: Int) -> Bool {
    let words = script.folded.span.extracting(script.lines[index].words)
    guard words.count <= 48 else { return false }
    let trailing = words.trailingCount(of: ",.!;-: ")
    return MailWords.closings.isPhrase(words.extracting(droppingLast: trailing))
  }

  private func isPostscript(_ index: Int) -> Bool {
    MailWords.postscripts.isStart(of: script.folded.span.extracting(script.lines[index].words))
  }

  /// A line of many words or one that ends like a sentence of several.
  private func isProse(_ index: Int) -> Bool {
    let line = script.lines[index]
    if line.words.isEmpty || line.range.count > 90 { return true }
    let words = script.folded.span.extracting(line.words)
    let wordCount = words.count(of: 0x20) + 1
    if wordCount > 11 { return true }
    var digitCount = 0
    for index in words.indices where words[index].isASCIIDigit { digitCount += 1 }
    if digitCount >= 5 || MailWords.contacts.occurs(in: words) { return false }
    if let last = words.last, last.isAmong("?!") { return true }
    if script.isOwnVoice(line.words) { return true }
    return wordCount > 5 && words.last == UInt8(ascii: ".")
      || wordCount > 8 && !words.contains(UInt8(ascii: "|"))
  }

  private func isName(_ start: Int, before end: Int) -> Bool {
    guard let first = firstWords(from: start), first < end else { return false }
    let words = script.folded.span.extracting(script.lines[first].words)
    return words.count <= 40 && words.count(of: 0x20) <= 3 && !words.ends(with: ".")
      && !words.ends(with: "?")
  }
}
