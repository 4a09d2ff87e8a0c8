/// Cuts text into numbered words and sentences in one pass over its bytes.
///
/// What a word is and what ends a sentence is told in Rules/README.md, "What the words are".
struct Tokenizer {
  let symbols: Symbols
  private let classes: [UInt8]
  private let moneyUnits: Set<String> = ["k", "p", "gbp", "usd", "eur", "euro", "euros", "rs"]

  private static let other: UInt8 = 0
  private static let letter: UInt8 = 1
  private static let digit: UInt8 = 2
  private static let quote: UInt8 = 3
  private static let space: UInt8 = 4
  private static let newline: UInt8 = 5
  private static let stop: UInt8 = 6
  private static let high: UInt8 = 7
  private static let longestWord = 48

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

  /// Adds the words of a byte range of `text` to `tokens`; the range is one passage.
  func add(_ text: Span<UInt8>, in range: Range<Int>, passage: Int, to tokens: inout Tokens) {
    let classes = classes.span
    let end = range.upperBound
    var at = range.lowerBound
    var sentenceStart = tokens.tokens.count
    var atLineStart = true
    var currencyAt = -1
    var buffer = [UInt8](repeating: 0, count: Tokenizer.longestWord)
    var lastByte: UInt8 = 0
    var sawQuestionMark = false

    func breakSentence(isQuestion: Bool, _ tokens: inout Tokens) {
      tokens.endSentence(from: sentenceStart, passage: passage, isQuestion: isQuestion)
      sentenceStart = tokens.tokens.count
    }

    while at < end {
      let byte = text[at]
      switch classes[Int(byte)] {
      case Tokenizer.letter, Tokenizer.digit:
        at = word(text, at, end, currencyAt, &buffer, &tokens)
        lastByte = text[at - 1]
        currencyAt = -1
        atLineStart = false
        if tokens.tokens.count - sentenceStart >= Tokens.longestSentence {
          breakSentence(isQuestion: false, &tokens)
        }
      case Tokenizer.space: at += 1
      case Tokenizer.newline:
        at += 1
        atLineStart = true
        var next = at
        while next < end, classes[Int(text[next])] == Tokenizer.space { next += 1 }
        if next < end, text[next] == UInt8(ascii: "\n") || startsItem(text, next, end) {
          breakSentence(isQuestion: false, &tokens)
        }
      case Tokenizer.stop:
        at += 1
        if byte == UInt8(ascii: "?") { sawQuestionMark = true }
        if endsSentence(text, at, end, lastByte, byte), !isAbbreviation(text, at - 1, tokens) {
          breakSentence(isQuestion: sawQuestionMark, &tokens)
          sawQuestionMark = false
        }
        currencyAt = -1
      case Tokenizer.high:
        let (kind, length) = multiByte(text, at, end)
        switch kind {
        case .letter:
          at = word(text, at, end, currencyAt, &buffer, &tokens)
          lastByte = UInt8(ascii: "x")
          currencyAt = -1
        case .currency:
          at += length
          currencyAt = at - length
        case .stop:
          at += length
          breakSentence(isQuestion: false, &tokens)
        case .bullet:
          if atLineStart { breakSentence(isQuestion: false, &tokens) }
          at += length
        case .apostrophe, .separator, .space: at += length
        }
        if kind != .space { atLineStart = false }
      default:
        if byte == UInt8(ascii: "$") { currencyAt = at }
        if atLineStart, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*"),
          startsItem(text, at, end)
        {
          breakSentence(isQuestion: false, &tokens)
        }
        atLineStart = false
        at += 1
      }
      if currencyAt >= 0, at < end, classes[Int(text[at])] != Tokenizer.digit,
        classes[Int(text[at])] != Tokenizer.space
      {
        currencyAt = -1
      }
    }
    breakSentence(isQuestion: false, &tokens)
  }

  /// Reads one word that starts at `start` and returns the offset behind it.
  private func word(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ currencyAt: Int, _ buffer: inout [UInt8],
    _ tokens: inout Tokens
  ) -> Int {
    let classes = classes.span
    var at = start
    var count = 0
    var digitCount = 0
    var letterCount = 0
    var lastQuote = -1
    var wordEnd = start
    scan: while at < end {
      let byte = text[at]
      switch classes[Int(byte)] {
      case Tokenizer.letter:
        letterCount += 1
        append(byte | 32, &buffer, &count)
        at += 1
      case Tokenizer.digit:
        digitCount += 1
        append(byte, &buffer, &count)
        at += 1
      case Tokenizer.quote:
        guard continuesWord(text, at + 1, end) else { break scan }
        lastQuote = count
        append(UInt8(ascii: "'"), &buffer, &count)
        at += 1
      case Tokenizer.high:
        let (kind, length) = multiByte(text, at, end)
        if kind == .letter {
          letterCount += 1
          append(byte, &buffer, &count)
          for offset in 1..<max(length, 1) {
            let next = text[at + offset]
            append(byte == 0xC3 ? Wording.lowercasedLatin(next) : next, &buffer, &count)
          }
        } else if kind == .apostrophe, continuesWord(text, at + length, end) {
          lastQuote = count
          append(UInt8(ascii: "'"), &buffer, &count)
        } else {
          break scan
        }
        at += length
      default:
        // "1,200.50" is one number.
        guard letterCount == 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."),
          at + 1 < end, classes[Int(text[at + 1])] == Tokenizer.digit
        else { break scan }
        at += 1
      }
      wordEnd = at
    }
    let token = { (symbol: Symbols.Symbol, from: Int) in
      Tokens.Token(start: Int32(from), end: Int32(wordEnd), symbol: symbol)
    }
    guard count <= Tokenizer.longestWord else {
      tokens.tokens.append(token(Symbols.unknown, start))
      return wordEnd
    }
    if letterCount == 0 {
      if currencyAt >= 0 {
        tokens.tokens.append(token(Symbols.money, currencyAt))
      } else {
        let found = symbols.lookUp(buffer.span.extracting(first: count))
        tokens.tokens.append(
          token(found.count > 0 ? symbols.expansion(at: found.start) : Symbols.number, start))
      }
      return wordEnd
    }
    if digitCount > 0, classes[Int(text[start])] == Tokenizer.digit,
      currencyAt >= 0 || isAmount(buffer, count)
    {
      tokens.tokens.append(token(Symbols.money, currencyAt >= 0 ? currencyAt : start))
      return wordEnd
    }
    appendSymbols(buffer.span.extracting(first: count), lastQuote, &tokens) { token($0, start) }
    return wordEnd
  }

  /// Numbers a folded word, which may be a contraction of several.
  private func appendSymbols(
    _ letters: Span<UInt8>, _ quoteAt: Int, _ tokens: inout Tokens,
    _ token: (Symbols.Symbol) -> Tokens.Token
  ) {
    let found = symbols.lookUp(letters)
    if found.count > 0 {
      for index in found.start..<(found.start + found.count) {
        tokens.tokens.append(token(symbols.expansion(at: index)))
      }
    } else if quoteAt >= 0 {
      let written = letters.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      for word in Wording.expansion(of: written) {
        tokens.tokens.append(token(symbol(ofFolded: word)))
      }
    } else {
      tokens.tokens.append(token(symbols.prefixSymbol(of: letters)))
    }
  }

  private func symbol(ofFolded word: String) -> Symbols.Symbol {
    let letters = Array(word.utf8)
    let found = symbols.lookUp(letters.span)
    return found.count == 1
      ? symbols.expansion(at: found.start) : symbols.prefixSymbol(of: letters.span)
  }

  @inline(__always)
  private func append(_ byte: UInt8, _ buffer: inout [UInt8], _ count: inout Int) {
    if count < Tokenizer.longestWord { buffer[count] = byte }
    count += 1
  }

  /// "20k", "50p", "30euros".
  private func isAmount(_ buffer: [UInt8], _ count: Int) -> Bool {
    let unit = buffer[..<count].drop { $0 >= 48 && $0 <= 57 }
    guard unit.count <= 5, !unit.contains(where: { $0 >= 48 && $0 <= 57 }) else { return false }
    return moneyUnits.contains(String(decoding: unit, as: UTF8.self))
  }

  private func continuesWord(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard at < end else { return false }
    let kind = classes[Int(text[at])]
    return kind == Tokenizer.letter || (kind == Tokenizer.high && multiByte(text, at, end).0 == .letter)
  }

  /// Whether white space, a closing mark or the end follows a stop, or a new sentence without space
  /// ("weeks ago.After the").
  private func endsSentence(
    _ text: Span<UInt8>, _ at: Int, _ end: Int, _ before: UInt8, _ stop: UInt8
  ) -> Bool {
    guard at < end else { return true }
    let byte = text[at]
    switch classes[Int(byte)] {
    case Tokenizer.space, Tokenizer.newline: return true
    case Tokenizer.letter:
      return stop != UInt8(ascii: ":") && byte <= 90 && before >= 97 && before <= 122
    case Tokenizer.stop: return false
    case Tokenizer.high: return multiByte(text, at, end).0 != .letter
    case Tokenizer.digit: return false
    default:
      return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
        || byte == UInt8(ascii: "'")
    }
  }

  private func isAbbreviation(_ text: Span<UInt8>, _ stopAt: Int, _ tokens: Tokens) -> Bool {
    guard text[stopAt] == UInt8(ascii: "."), let last = tokens.tokens.last,
      Int(last.end) == stopAt, last.end - last.start <= 4
    else { return false }
    var letters: [UInt8] = []
    for i in Int(last.start)..<stopAt { letters.append(text[i] | 32) }
    return Tokenizer.abbreviations.contains(String(decoding: letters, as: UTF8.self))
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "approx",
  ]

  /// "- ", "* ", "• ", "3. " or "3) " at the start of a line.
  private func startsItem(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    guard at < end else { return false }
    if classes[Int(text[at])] == Tokenizer.high {
      let (kind, length) = multiByte(text, at, end)
      guard kind == .bullet else { return false }
      at += length
    } else if text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "*") {
      at += 1
    } else {
      while at < end, classes[Int(text[at])] == Tokenizer.digit, at < start + 2 { at += 1 }
      guard at > start, at < end, text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ")")
      else { return false }
      at += 1
    }
    return at < end && (text[at] == UInt8(ascii: " ") || text[at] == UInt8(ascii: "\t"))
  }
}
