import Text

/// "On Monday, Ana wrote:" and its relatives, which open a quoted mail.
enum ReplyOpener {
  /// How sure a line is to open a quote.
  enum Strength {
    /// A date or an address, and a verb.
    case strong
    /// A verb or a colon; counts only before quoted lines.
    case weak
  }

  /// An opener and how many lines it takes.
  struct Match {
    var strength: Strength
    var lineCount: Int
  }

  /// The opener that starts at a line, up to three lines long.
  static func match(_ lines: [MailLine], at start: Int) -> Match? {
    var joined = ""
    for index in start..<min(start + 3, lines.count) {
      let line = lines[index]
      guard !line.isBlank, !line.words.isEmpty, line.depth == lines[start].depth else { return nil }
      joined += joined.isEmpty ? line.words : " " + line.words
      guard joined.utf8.count <= MailLine.markLimit else { return nil }
      if let strength = strength(of: joined) {
        return Match(strength: strength, lineCount: index - start + 1)
      }
      if index == start, !mayContinue(joined) { return nil }
    }
    return nil
  }

  /// Whether a first line may be the start of an opener that goes on.
  private static func mayContinue(_ words: String) -> Bool {
    words.hasPrefix("---") || MailWords.openerStarts.isStart(of: words)
      || hasDate(words) || words.utf8.contains(UInt8(ascii: "@"))
  }

  private static func strength(of words: String) -> Strength? {
    var ending = words[...]
    while let last = ending.last, last == " " || last == "*" || last == ">" || last == "_" {
      ending = ending.dropLast()
    }
    if words.hasPrefix("---"), ending.hasSuffix("---"), hasDate(words),
      MailWords.openerVerbs.occursAsWords(in: ending)
    {
      return .strong
    }
    guard ending.hasSuffix(":") || ending.hasSuffix("：") else { return nil }
    let body = ending.dropLast()
    let hasVerb = MailWords.openerVerbs.occursAsWords(in: body)
    let hasAddress = words.utf8.contains(UInt8(ascii: "@"))
    let hasFact = hasAddress || hasDate(words)
    let hasStart = MailWords.openerStarts.isStart(of: words)
    if hasVerb, hasFact, hasStart || endsInVerb(body) || hasAddress {
      return .strong
    }
    if hasVerb || hasAddress && hasDate(words) { return .weak }
    return nil
  }

  private static func endsInVerb(_ words: Substring) -> Bool {
    let trimmed = words.last == " " ? words.dropLast() : words
    return MailWords.openerEndings.contains {
      trimmed.utf8.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// A run of one or two digits and another run beside it, as every date has.
  private static func hasDate(_ words: String) -> Bool {
    var runs = 0
    var length = 0
    for byte in words.utf8 {
      if byte.isASCIIDigit {
        length += 1
      } else {
        if length > 0, length <= 4 { runs += 1 }
        length = 0
      }
    }
    if length > 0, length <= 4 { runs += 1 }
    return runs >= 2
  }
}
