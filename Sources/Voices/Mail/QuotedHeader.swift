import Text

/// The block of From, Sent, To and Subject that mail programs put over a quoted or forwarded mail.
struct QuotedHeader {
  /// How many lines it takes.
  var lineCount: Int
  /// The line that names the sender, if any.
  var fromLine: Int?

  /// The block that starts at a line: at least two different labels, the sender or both subject and
  /// date among them, within lines that follow each other; nil when none does.
  init?(_ lines: [MailLine], at start: Int) {
    guard let first = QuotedHeader.label(lines[start]), first != .other, first != .copy else {
      return nil
    }
    var labels: Set<MailWords.HeaderLabel> = []
    var index = start
    var last = start
    var gap = 0
    while index < lines.count, index - start < 40, lines[index].depth == lines[start].depth {
      if lines[index].isBlank {
        gap += 1
        if gap > 1 || labels.count >= 3 { break }
      } else if let label = QuotedHeader.label(lines[index]) {
        labels.insert(label)
        if label == .from, fromLine == nil { fromLine = index }
        last = index
        gap = 0
      } else {
        // A value that goes on in the next line: addressees and long subjects do.
        let isAfterLabel = index == last + 1 || lines[index].words.contains("@")
        guard gap == 0, isAfterLabel, labels.count < 5 else { break }
        if labels.contains(.subject), labels.contains(.from), labels.contains(.to) { break }
        if index == last + 1, !QuotedHeader.hasLabel(lines, after: index) { break }
        last = index
      }
      index += 1
    }
    let named = labels.subtracting([.other, .copy])
    guard named.count >= 2,
      named.contains(.from) || named.isSuperset(of: [.subject, .sent, .to])
    else { return nil }
    lineCount = last - start + 1
  }

  private static func hasLabel(_ lines: [MailLine], after index: Int) -> Bool {
    index + 1 < lines.count && label(lines[index + 1]) != nil
  }

  /// What a line names: a label, perhaps between asterisks, then a colon and a value.
  private static func label(_ line: MailLine) -> MailWords.HeaderLabel? {
    let words = line.words
    guard let colon = words.utf8.prefix(24).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var name = words[..<colon]
    while let first = name.first, first == "*" || first == "_" || first == "|" || first == " " {
      name = name.dropFirst()
    }
    while let last = name.last, last == "*" || last == "_" || last == " " { name = name.dropLast() }
    return MailWords.headerLabels[String(name)]
  }
}
