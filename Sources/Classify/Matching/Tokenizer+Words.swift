extension Tokenizer {
  private static let moneyUnits: Set<String> = [
    "k", "p", "gbp", "usd", "eur", "euro", "euros", "pound", "pounds", "dollar", "dollars", "quid",
    "rs",
  ]

  /// Reads one word that starts at `start` and returns the offset behind it.
  func word(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ currencyAt: Int, _ buffer: inout [UInt8],
    _ tokens: inout Tokens
  ) -> Int {
    let classes = classes.span
    var at = start
    var count = 0
    var hasDigit = false
    var hasLetter = false
    var hasQuote = false
    var wordEnd = start
    scan: while at < end {
      let byte = text[at]
      switch classes[Int(byte)] {
      case Tokenizer.letter:
        hasLetter = true
        append(byte | 32, &buffer, &count)
        at += 1
      case Tokenizer.digit:
        hasDigit = true
        append(byte, &buffer, &count)
        at += 1
      case Tokenizer.quote:
        guard continuesWord(text, at + 1, end) else { break scan }
        hasQuote = true
        append(UInt8(ascii: "'"), &buffer, &count)
        at += 1
      case Tokenizer.high:
        let (kind, length) = Tokenizer.multiByte(text, at, end)
        switch kind {
        case .letter:
          hasLetter = true
          append(byte, &buffer, &count)
          for offset in 1..<length {
            let next = text[at + offset]
            append(byte == 0xC3 ? Wording.lowercasedLatin(next) : next, &buffer, &count)
          }
        case .apostrophe where continuesWord(text, at + length, end):
          hasQuote = true
          append(UInt8(ascii: "'"), &buffer, &count)
        case .ignorable:
          at += length
          continue scan
        default: break scan
        }
        at += length
      default:
        // "1,200.50" is one number.
        guard !hasLetter, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."),
          at + 1 < end, classes[Int(text[at + 1])] == Tokenizer.digit
        else { break scan }
        at += 1
      }
      wordEnd = at
    }
    let letters = buffer.span.extracting(first: min(count, Tokenizer.longestWord))
    let startsWithDigit = classes[Int(text[start])] == Tokenizer.digit
    if count > Tokenizer.longestWord {
      tokens.append(Symbols.unknown, start, wordEnd)
    } else if startsWithDigit, currencyAt >= 0 {
      tokens.append(Symbols.money, currencyAt, wordEnd)
    } else if !hasLetter {
      let found = symbols.lookUp(WordTable.Key(letters))
      tokens.append(found.count == 1 ? found.value : Symbols.number, start, wordEnd)
    } else if startsWithDigit, hasDigit, isAmount(buffer, count) {
      tokens.append(Symbols.money, start, wordEnd)
    } else {
      appendSymbols(letters, hasQuote, start, wordEnd, &tokens)
    }
    return wordEnd
  }

  /// Numbers a folded word, which may be a contraction of several.
  private func appendSymbols(
    _ letters: Span<UInt8>, _ hasQuote: Bool, _ start: Int, _ end: Int, _ tokens: inout Tokens
  ) {
    let found = symbols.lookUp(WordTable.Key(letters))
    if found.count > 0 {
      append(found, start, end, &tokens)
    } else if hasQuote {
      let written = letters.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      for word in Wording.expansion(of: written) {
        tokens.append(symbols.symbolOrPrefix(of: word), start, end)
      }
    } else {
      tokens.append(symbols.prefixSymbol(of: letters), start, end)
    }
  }

  /// Appends what a written form stands for.
  @inline(__always)
  func append(_ found: WordTable.Entry, _ start: Int, _ end: Int, _ tokens: inout Tokens) {
    if found.count == 1 {
      tokens.append(found.value, start, end)
    } else {
      for index in found.value..<(found.value + found.count) {
        tokens.append(symbols.expansion(at: index), start, end)
      }
    }
  }

  @inline(__always)
  private func append(_ byte: UInt8, _ buffer: inout [UInt8], _ count: inout Int) {
    if count < Tokenizer.longestWord { buffer[count] = byte }
    count += 1
  }

  /// "20k", "50p", "30euros".
  private func isAmount(_ buffer: [UInt8], _ count: Int) -> Bool {
    let unit = buffer[..<count].drop { $0 >= 48 && $0 <= 57 }
    guard unit.count <= 7, !unit.contains(where: { $0 >= 48 && $0 <= 57 }) else { return false }
    return Tokenizer.moneyUnits.contains(String(decoding: unit, as: UTF8.self))
  }

  private func continuesWord(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard at < end else { return false }
    let kind = classes[Int(text[at])]
    return kind == Tokenizer.letter
      || (kind == Tokenizer.high && Tokenizer.multiByte(text, at, end).0 == .letter)
  }
}
