import Text

/// The block of From, Sent, To and Subject that mail programs put over a quoted or forwarded mail.
struct QuotedHeader {
  /// How many lines it takes.
  var lineCount: Int
  /// The line that names the sender, if any.
  var fromLine: Int?

  /// The block that starts at a line: at least two different labels, the sender or both subject and
  /// addressee among them, within lines that follow each other; nil when none does.
  ///
  /// "From: London, To: Paris, Date: 3 May" is a journey: without a subject or an address there must
  /// be a separator over it.
  init?(_ script: MailScript, at start: Int, isSeparated: Bool = false) {
    let lines = script.lines
    guard let first = QuotedHeader.label(start, in: script), first != .other, first != .copy else {
      return nil
    }
    var labels: Set<MailWords.HeaderLabel> = []
    var index = start
    var last = start
    var gap = 0
    var hasAddress = isSeparated
    while index < lines.count, index - start < 40, lines[index].depth == lines[start].depth {
      if lines[index].isBlank {
        gap += 1
        if gap > 1 || labels.count >= 3 { break }
      } else if let label = QuotedHeader.label(index, in: script) {
        labels.insert(label)
        if !hasAddress { hasAddress = QuotedHeader.hasAddress(index, in: script) }
        if label == .from, fromLine == nil { fromLine = index }
        last = index
        gap = 0
      } else {
        // A value that goes on in the next lines: addressees and long subjects do.
        guard gap == 0, labels.count < 5,
          index == last + 1 || QuotedHeader.hasAddress(index, in: script)
        else { break }
        if labels.contains(.subject), labels.contains(.from), labels.contains(.to) { break }
        if index == last + 1, !QuotedHeader.hasLabel(script, after: index) { break }
        last = index
      }
      index += 1
    }
    let named = labels.subtracting([.other, .copy])
    guard named.count >= 2, hasAddress || labels.contains(.subject),
      named.contains(.from) || named.isSuperset(of: [.subject, .sent, .to])
    else { return nil }
    lineCount = last - start + 1
  }

  private static func hasAddress(_ line: Int, in script: MailScript) -> Bool {
    script.folded.span.extracting(script.lines[line].words).contains(UInt8(ascii: "@"))
  }

  /// Whether a label follows within three lines, none of them blank.
  private static func hasLabel(_ script: MailScript, after index: Int) -> Bool {
    for next in index + 1..<max(index + 1, min(index + 4, script.lines.count)) {
      if script.lines[next].isBlank { return false }
      if label(next, in: script) != nil { return true }
    }
    return false
  }

  /// What a line names: a label, perhaps between asterisks, then a colon and a value.
  private static func label(_ line: Int, in script: MailScript) -> MailWords.HeaderLabel? {
    let words = script.folded.span.extracting(script.lines[line].words)
    guard let colon = colon(in: words) else { return nil }
    let start = words.extracting(..<colon)
    let inner = start.extracting(start.leadingCount(of: "*_| ")...)
    return MailWords.headerLabels[
      inner.extracting(droppingLast: inner.trailingCount(of: "*_ ")).text]
  }

  /// Where the first colon stands among the first 24 letters, wide ones included.
  private static func colon(in words: Span<UInt8>) -> Int? {
    var letterCount = 0
    for index in words.indices {
      if words[index] & 0xC0 != 0x80 { letterCount += 1 }
      if letterCount > 24 { return nil }
      if words[index] == UInt8(ascii: ":") || words.extracting(index...).starts(with: "：") {
        return index
      }
    }
    return nil
  }
}
