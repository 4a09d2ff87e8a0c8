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
  init?(_ lines: [MailLine], at start: Int, isSeparated: Bool = false) {
    guard let first = QuotedHeader.label(lines[start]), first != .other, first != .copy else {
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
      } else if let label = QuotedHeader.label(lines[index]) {
        labels.insert(label)
        if !hasAddress { hasAddress = lines[index].words.utf8.contains(UInt8(ascii: "@")) }
        if label == .from, fromLine == nil { fromLine = index }
        last = index
        gap = 0
      } else {
        // A value that goes on in the next lines: addressees and long subjects do.
        guard gap == 0, index == last + 1 || lines[index].words.contains("@"), labels.count < 5
        else { break }
        if labels.contains(.subject), labels.contains(.from), labels.contains(.to) { break }
        if index == last + 1, !QuotedHeader.hasLabel(lines, after: index) { break }
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

  /// Whether a label follows within three lines, none of them blank.
  private static func hasLabel(_ lines: [MailLine], after index: Int) -> Bool {
    for next in index + 1..<max(index + 1, min(index + 4, lines.count)) {
      if lines[next].isBlank { return false }
      if label(lines[next]) != nil { return true }
    }
    return false
  }

  /// What a line names: a label, perhaps between asterisks, then a colon and a value.
  private static func label(_ line: MailLine) -> MailWords.HeaderLabel? {
    let words = line.words
    let start = words.unicodeScalars.prefix(24)
    guard let colon = start.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    var name = words[..<colon].utf8[...]
    while let first = name.first, "*_| ".utf8.contains(first) { name = name.dropFirst() }
    while let last = name.last, "*_ ".utf8.contains(last) { name = name.dropLast() }
    return MailWords.headerLabels[String(Substring(name))]
  }
}
