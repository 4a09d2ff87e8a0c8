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
  static func match(_ script: MailScript, at start: Int) -> Match? {
    let lines = script.lines
    let folded = script.folded.span
    var wordLineCount = 0
    var isLink = false
    for index in start..<min(start + 8, lines.count) {
      let line = lines[index]
      if line.isBlank {
        guard isLink || index > start && isLinkStart(script, after: index) else { return nil }
        continue
      }
      let words = folded.extracting(line.words)
      let isTail = line.depth == lines[start].depth + 1 && isAddressTail(words)
      guard !words.isEmpty, line.depth == lines[start].depth || isTail && index > start else {
        return nil
      }
      isLink = isLinkPart(words)
      if !isLink { wordLineCount += 1 }
      guard wordLineCount <= 3 else { return nil }
      // The words of lines stand behind each other, a space between.
      let joined = lines[start].words.lowerBound..<line.words.upperBound
      guard joined.count <= MailLine.markLimit else { return nil }
      if let strength = strength(of: joined, in: script) {
        return Match(strength: strength, lineCount: index - start + 1)
      }
      if isTail || index == start && !mayContinue(words) { return nil }
    }
    return nil
  }

  /// A line that is the rest of an address: "<", "mailto:Ana", "ana@b.example>".
  private static func isLinkPart(_ words: Span<UInt8>) -> Bool {
    words.count == 1 && words.first == UInt8(ascii: "<") || words.starts(with: "mailto:")
      || words.starts(with: "<mailto:")
  }

  /// What is left of "<ana@b.example> wrote:" when the line broke before the ">".
  private static func isAddressTail(_ words: Span<UInt8>) -> Bool {
    words.last == UInt8(ascii: ":")
      && (words.count == 1 || words.count <= 24 && endsInVerb(words.extracting(droppingLast: 1)))
  }

  private static func isLinkStart(_ script: MailScript, after index: Int) -> Bool {
    index + 1 < script.lines.count
      && isLinkPart(script.folded.span.extracting(script.lines[index + 1].words))
  }

  /// Whether a first line may be the start of an opener that goes on.
  private static func mayContinue(_ words: Span<UInt8>) -> Bool {
    words.starts(with: "---") || MailWords.openerStarts.isStart(of: words)
      || words.contains(UInt8(ascii: "@")) || hasDate(words)
  }

  private static func strength(of range: Range<Int>, in script: MailScript) -> Strength? {
    let words = script.folded.span.extracting(range)
    let ending = words.extracting(droppingLast: words.trailingCount(of: " *>_"))
    if words.starts(with: "---"), ending.ends(with: "---"), hasDate(words),
      MailWords.openerVerbs.occursAsWords(in: ending)
    {
      return .strong
    }
    let isWide = ending.ends(with: "：")
    guard isWide || ending.last == UInt8(ascii: ":") else {
      return bareStrength(of: range, in: script)
    }
    let body = ending.extracting(droppingLast: isWide ? 3 : 1)
    if script.isOwnVoice(range) { return nil }
    let hasAddress = words.contains(UInt8(ascii: "@"))
    let hasFact = hasAddress || hasDate(words)
    guard MailWords.openerVerbs.occursAsWords(in: body) else {
      let isStamp = hasFact && words.first.map(\.isASCIIDigit) ?? false
      let isParty = hasAddress && words.contains(UInt8(ascii: "<"))
      return (isStamp || isParty) && words.count(of: 0x20) <= 12 ? .weak : nil
    }
    let isWritten = MailWords.writingVerbs.occursAsWords(in: body)
    let hasStart = MailWords.openerStarts.isStart(of: words)
    if isWritten, hasFact, hasStart || endsInVerb(body) || hasAddress { return .strong }
    return .weak
  }

  /// Openers that end without a colon: "2 May 2024 Ana <ana@b.example>", "On 2 May 2024 Ana wrote".
  private static func bareStrength(of range: Range<Int>, in script: MailScript) -> Strength? {
    let words = script.folded.span.extracting(range)
    let isEnd = words.last == UInt8(ascii: ">") && words.contains(UInt8(ascii: "@"))
    guard isEnd || MailWords.openerStarts.isStart(of: words) && endsInVerb(words),
      words.count(of: 0x20) <= 14, hasDate(words), !script.isOwnVoice(range)
    else { return nil }
    return .weak
  }

  private static func endsInVerb(_ words: Span<UInt8>) -> Bool {
    let hasSpace = words.last == UInt8(ascii: " ")
    return MailWords.openerEndings.isEnd(of: words.extracting(droppingLast: hasSpace ? 1 : 0))
  }

  /// A run of one or two digits and another run beside it, as every date has.
  private static func hasDate(_ words: Span<UInt8>) -> Bool {
    var runs = 0
    var length = 0
    for index in words.indices {
      if words[index].isASCIIDigit {
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
