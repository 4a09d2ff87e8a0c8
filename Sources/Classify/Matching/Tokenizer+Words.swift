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
    if let end = plainWord(text, start, end, &tokens) { return end }
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
      let found = symbols.lookUp(letters)
      tokens.append(
        found.count > 0 ? symbols.expansion(at: found.start) : Symbols.number, start, wordEnd)
    } else if startsWithDigit, hasDigit, isAmount(buffer, count) {
      tokens.append(Symbols.money, start, wordEnd)
    } else {
      appendSymbols(letters, hasQuote, start, wordEnd, &tokens)
    }
    return wordEnd
  }

  /// Reads a word of ASCII letters only, without copying it; nil when it is none, or so long or so
  /// unknown that the usual way must look at it.
  @inline(__always)
  private func plainWord(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ tokens: inout Tokens
  ) -> Int? {
    let classes = classes.span
    var hash = Symbols.hashStart
    var beginning = hash
    var at = start
    while at < end, classes[Int(text[at])] == Tokenizer.letter {
      hash = Symbols.step(hash, text[at] | 32)
      at += 1
      if at == start + 4 { beginning = hash }
    }
    guard at > start, at - start <= Tokenizer.longestWord else { return nil }
    if at < end {
      let kind = classes[Int(text[at])]
      if kind == Tokenizer.digit || kind == Tokenizer.quote || kind == Tokenizer.high {
        return nil
      }
    }
    let found = symbols.lookUp(text, start, at - start, hash)
    if found.count > 0 {
      for index in found.start..<(found.start + found.count) {
        tokens.append(symbols.expansion(at: index), start, at)
      }
    } else if at - start >= 4, symbols.mayHavePrefix(beginning) {
      return nil
    } else {
      tokens.append(Symbols.unknown, start, at)
    }
    return at
  }

  /// Numbers a folded word, which may be a contraction of several.
  private func appendSymbols(
    _ letters: Span<UInt8>, _ hasQuote: Bool, _ start: Int, _ end: Int, _ tokens: inout Tokens
  ) {
    let found = symbols.lookUp(letters)
    if found.count > 0 {
      for index in found.start..<(found.start + found.count) {
        tokens.append(symbols.expansion(at: index), start, end)
      }
    } else if hasQuote {
      let written = letters.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      for word in Wording.expansion(of: written) {
        tokens.append(symbols.symbolOrPrefix(of: word), start, end)
      }
    } else {
      tokens.append(symbols.prefixSymbol(of: letters), start, end)
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
