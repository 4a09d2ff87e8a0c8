/// Cuts text into numbered words and sentences in one pass over its bytes.
///
/// What a word is and what ends a sentence is told in Rules/README.md, "What the words are".
struct Tokenizer {
  let symbols: Symbols
  let classes: [UInt8]
  /// Words behind which a stop ends no sentence, their letters as one number.
  let abbreviations = Tokenizer.abbreviations

  static let other: UInt8 = 0
  static let letter: UInt8 = 1
  static let digit: UInt8 = 2
  static let quote: UInt8 = 3
  static let space: UInt8 = 4
  static let newline: UInt8 = 5
  static let stop: UInt8 = 6
  static let high: UInt8 = 7
  /// Longer words are unknown to every rule.
  static let longestWord = 48

  init(symbols: Symbols) {
    self.symbols = symbols
    var classes = [UInt8](repeating: Tokenizer.other, count: 256)
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
      classes[Int(byte)] = Tokenizer.letter
      classes[Int(byte) - 32] = Tokenizer.letter
    }
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { classes[Int(byte)] = Tokenizer.digit }
    for byte in "'`".utf8 { classes[Int(byte)] = Tokenizer.quote }
    for byte in " \t\r".utf8 { classes[Int(byte)] = Tokenizer.space }
    classes[Int(UInt8(ascii: "\n"))] = Tokenizer.newline
    for byte in ".!?;:".utf8 { classes[Int(byte)] = Tokenizer.stop }
    for byte in 128...255 { classes[byte] = Tokenizer.high }
    self.classes = classes
  }

  /// Where one passage has been read to.
  private struct Progress {
    let passage: Int
    var sentenceStart: Int
    var atLineStart = true
    /// Offset of a currency sign that a number may follow; -1 without one.
    var currencyAt = -1
    var lastByte: UInt8 = 0
    /// Whether a question mark stands in the marks read since the last word.
    var isQuestion = false

    mutating func breakSentence(_ tokens: inout Tokens, isQuestion: Bool = false) {
      tokens.endSentence(from: sentenceStart, passage: passage, isQuestion: isQuestion)
      sentenceStart = tokens.tokens.count
      self.isQuestion = false
    }
  }

  /// Adds the words of a byte range of `text` to `tokens`; the range is one passage.
  func add(_ text: Span<UInt8>, in range: Range<Int>, passage: Int, to tokens: inout Tokens) {
    let classes = classes.span
    let range = range.clamped(to: 0..<text.count)
    let end = range.upperBound
    var at = range.lowerBound
    var progress = Progress(passage: passage, sentenceStart: tokens.tokens.count)
    var buffer = [UInt8](repeating: 0, count: Tokenizer.longestWord)

    while at < end {
      let byte = text[at]
      switch classes[Int(byte)] {
      case Tokenizer.letter, Tokenizer.digit:
        if let next = plainWord(text, at, end, &tokens) {
          at = next
        } else {
          at = word(text, at, end, progress.currencyAt, &buffer, &tokens)
        }
        progress.lastByte = text[at - 1]
        enterWord(&progress, &tokens)
      case Tokenizer.space: at += 1
      case Tokenizer.newline:
        at += 1
        progress.atLineStart = true
        if endsSentence(atLine: at, text, end) { progress.breakSentence(&tokens) }
      case Tokenizer.stop:
        at += 1
        stop(byte, text, at, end, &progress, &tokens)
      case Tokenizer.high:
        at = multiByte(text, at, end, &progress, &buffer, &tokens)
      default:
        if byte == UInt8(ascii: "$") { progress.currencyAt = at }
        if progress.atLineStart, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*"),
          startsItem(text, at, end)
        {
          progress.breakSentence(&tokens)
        }
        progress.atLineStart = false
        at += 1
      }
      if progress.currencyAt >= 0, at < end, !canFollowCurrency(text, at, end) {
        progress.currencyAt = -1
      }
    }
    progress.breakSentence(&tokens)
  }

  private func enterWord(_ progress: inout Progress, _ tokens: inout Tokens) {
    progress.currencyAt = -1
    progress.atLineStart = false
    progress.isQuestion = false
    if tokens.tokens.count - progress.sentenceStart >= Tokens.longestSentence {
      progress.breakSentence(&tokens)
    }
  }

  private func stop(
    _ byte: UInt8, _ text: Span<UInt8>, _ at: Int, _ end: Int, _ progress: inout Progress,
    _ tokens: inout Tokens
  ) {
    if byte == UInt8(ascii: "?") { progress.isQuestion = true }
    progress.currencyAt = -1
    guard endsSentence(text, at, end, progress.lastByte, byte),
      !isAbbreviation(text, at - 1, tokens)
    else { return }
    progress.breakSentence(&tokens, isQuestion: progress.isQuestion)
  }

  /// Reads a character outside ASCII, or the word that begins with it; returns the offset behind.
  private func multiByte(
    _ text: Span<UInt8>, _ at: Int, _ end: Int, _ progress: inout Progress,
    _ buffer: inout [UInt8], _ tokens: inout Tokens
  ) -> Int {
    let (kind, length) = Tokenizer.multiByte(text, at, end)
    switch kind {
    case .letter:
      let next = word(text, at, end, progress.currencyAt, &buffer, &tokens)
      progress.lastByte = UInt8(ascii: "x")
      enterWord(&progress, &tokens)
      return next
    case .space, .ignorable: return at + length
    case .currency: progress.currencyAt = at
    case .ellipsis: stop(UInt8(ascii: "."), text, at + length, end, &progress, &tokens)
    case .stop: progress.breakSentence(&tokens)
    case .bullet: if progress.atLineStart { progress.breakSentence(&tokens) }
    case .apostrophe, .separator: break
    }
    progress.atLineStart = false
    return at + length
  }

  private func canFollowCurrency(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    switch classes[Int(text[at])] {
    case Tokenizer.digit, Tokenizer.space: true
    case Tokenizer.high: Tokenizer.multiByte(text, at, end).0 == .space
    default: false
    }
  }
}
