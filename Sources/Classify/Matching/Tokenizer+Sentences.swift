extension Tokenizer {
  /// Whether white space, a closing mark or the end follows a stop, or a new sentence without space
  /// ("weeks ago.After the").
  func endsSentence(
    _ text: Span<UInt8>, _ at: Int, _ end: Int, _ before: UInt8, _ stop: UInt8
  ) -> Bool {
    guard at < end else { return true }
    let byte = text[at]
    switch classes[Int(byte)] {
    case Tokenizer.space, Tokenizer.newline: return true
    case Tokenizer.letter:
      return stop != UInt8(ascii: ":") && byte <= 90 && before >= 97 && before <= 122
    case Tokenizer.stop, Tokenizer.digit: return false
    case Tokenizer.high:
      let kind = Tokenizer.multiByte(text, at, end).0
      return kind != .letter && kind != .ellipsis
    default:
      // Closing marks, and those that surround bold and slanted words.
      return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
        || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
    }
  }

  /// Whether the line that begins at `at` is blank or a list item.
  func endsSentence(atLine at: Int, _ text: Span<UInt8>, _ end: Int) -> Bool {
    var next = at
    while next < end {
      let kind = classes[Int(text[next])]
      if kind == Tokenizer.space {
        next += 1
      } else if kind == Tokenizer.high {
        // Mail programs write blank lines as a no-break space.
        let (kind, length) = Tokenizer.multiByte(text, next, end)
        guard kind == .space || kind == .ignorable else { break }
        next += length
      } else {
        break
      }
    }
    return next < end && (text[next] == UInt8(ascii: "\n") || startsItem(text, next, end))
  }

  /// "Mr." and the like; "Rs." only before an amount.
  func isAbbreviation(_ text: Span<UInt8>, _ stopAt: Int, _ tokens: Tokens) -> Bool {
    guard text[stopAt] == UInt8(ascii: "."), let last = tokens.tokens.last,
      Int(last.end) == stopAt, last.end - last.start <= 6
    else { return false }
    var word: UInt64 = 0
    for index in Int(last.start)..<stopAt { word = word << 8 | UInt64(text[index] | 32) }
    if word == Tokenizer.rupees, stopAt + 2 < text.count {
      return classes[Int(text[stopAt + 2])] == Tokenizer.digit
    }
    return abbreviations.contains(word)
  }

  static let rupees = letters("rs")

  static let abbreviations = ["mr", "mrs", "ms", "dr", "prof", "st", "vs", "approx"].map(letters)

  /// The letters of a short word as one number.
  private static func letters(_ word: String) -> UInt64 {
    word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// "- ", "* ", "• ", "3. " or "3) " at the start of a line.
  func startsItem(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    guard at < end else { return false }
    if classes[Int(text[at])] == Tokenizer.high {
      let (kind, length) = Tokenizer.multiByte(text, at, end)
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
    guard at < end else { return false }
    return text[at] == UInt8(ascii: " ") || text[at] == UInt8(ascii: "\t")
      || (classes[Int(text[at])] == Tokenizer.high
        && Tokenizer.multiByte(text, at, end).0 == .space)
  }
}
