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

  /// The opener that starts at a line, up to three lines long, or longer where a link in it was
  /// broken into lines of its own.
  static func match(_ lines: [MailLine], at start: Int) -> Match? {
    var joined = ""
    var wordLineCount = 0
    var isLink = false
    for index in start..<min(start + 8, lines.count) {
      let line = lines[index]
      if line.isBlank {
        guard isLink || index > start && isLinkStart(lines, after: index) else { return nil }
        continue
      }
      let isTail = line.depth == lines[start].depth + 1 && isAddressTail(line.words)
      guard !line.words.isEmpty, line.depth == lines[start].depth || isTail && index > start else {
        return nil
      }
      isLink = isLinkPart(line.words)
      if !isLink { wordLineCount += 1 }
      guard wordLineCount <= 3 else { return nil }
      joined += joined.isEmpty ? line.words : (isTail ? " > " : " ") + line.words
      guard joined.utf8.count <= MailLine.markLimit else { return nil }
      if let strength = strength(of: joined) {
        return Match(strength: strength, lineCount: index - start + 1)
      }
      if isTail || index == start && !mayContinue(joined) { return nil }
    }
    return nil
  }

  /// A line that is the rest of an address: "<", "mailto:Ana", "ana@b.example>".
  private static func isLinkPart(_ words: String) -> Bool {
    words == "<" || words.hasPrefix("mailto:") || words.hasPrefix("<mailto:")
  }

  /// What is left of "<ana@b.example> wrote:" when the line broke before the ">".
  private static func isAddressTail(_ words: String) -> Bool {
    words == ":" || words.hasSuffix(":") && words.utf8.count <= 24 && endsInVerb(words.dropLast())
  }

  private static func isLinkStart(_ lines: [MailLine], after index: Int) -> Bool {
    index + 1 < lines.count && isLinkPart(lines[index + 1].words)
  }

  /// Whether a first line may be the start of an opener that goes on.
  private static func mayContinue(_ words: String) -> Bool {
    words.hasPrefix("---") || MailWords.openerStarts.isStart(of: words)
      || words.utf8.contains(UInt8(ascii: "@")) || hasDate(words)
  }

  private static func strength(of words: String) -> Strength? {
    var ending = words[...]
    while let last = ending.utf8.last,
      last == UInt8(ascii: " ") || last == UInt8(ascii: "*") || last == UInt8(ascii: ">")
        || last == UInt8(ascii: "_")
    {
      ending = ending.dropLast()
    }
    if words.hasPrefix("---"), ending.hasSuffix("---"), hasDate(words),
      MailWords.openerVerbs.occursAsWords(in: ending)
    {
      return .strong
    }
    guard let last = ending.unicodeScalars.last, last == ":" || last == "：" else {
      return bareStrength(of: words)
    }
    let body = ending.dropLast()
    if MailWords.isOwnVoice(words) { return nil }
    let hasAddress = words.utf8.contains(UInt8(ascii: "@"))
    let hasFact = hasAddress || hasDate(words)
    guard MailWords.openerVerbs.occursAsWords(in: body) else {
      let isStamp = hasFact && words.utf8.first.map(\.isASCIIDigit) ?? false
      let isParty = hasAddress && words.utf8.contains(UInt8(ascii: "<"))
      return (isStamp || isParty) && words.utf8.count(where: { $0 == 0x20 }) <= 12 ? .weak : nil
    }
    let isWritten = MailWords.writingVerbs.occursAsWords(in: body)
    let hasStart = MailWords.openerStarts.isStart(of: words)
    if isWritten, hasFact, hasStart || endsInVerb(body) || hasAddress { return .strong }
    return .weak
  }

  /// Openers that end without a colon: "2 May 2024 Ana <ana@b.example>", "On 2 May 2024 Ana wrote".
  private static func bareStrength(of words: String) -> Strength? {
    let isEnd = words.utf8.last == UInt8(ascii: ">") && words.utf8.contains(UInt8(ascii: "@"))
    guard isEnd || MailWords.openerStarts.isStart(of: words) && endsInVerb(words[...]),
      words.utf8.count(where: { $0 == 0x20 }) <= 14, hasDate(words), !MailWords.isOwnVoice(words)
    else { return nil }
    return .weak
  }

  private static func endsInVerb(_ words: Substring) -> Bool {
    let hasSpace = words.utf8.last == UInt8(ascii: " ")
    return MailWords.openerEndings.isEnd(of: hasSpace ? words.dropLast() : words)
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
