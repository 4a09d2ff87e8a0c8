extension PatternParser {
  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 128 || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
      || (byte >= 48 && byte <= 57) || (byte | 32 >= 97 && byte | 32 <= 122)
  }

  private func isCurrency(_ position: Int) -> Bool {
    bytes[position] >= 0xC0
      && Tokenizer.multiByte(bytes.span, position, bytes.count).0 == .currency
  }

  /// A word with its mark, which may be several: "didn't~".
  mutating func word(into elements: inout [Pattern.Element]) throws(Mistake) {
    let start = position
    let bytes = bytes
    while position < bytes.count, isWordByte(bytes[position]), !isCurrency(position) {
      position += 1
    }
    let (kind, length) =
      position == start
      ? Tokenizer.multiByte(bytes.span, start, bytes.count) : (.letter, position - start)
    let written = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
    guard position > start else {
      let hint = kind == .currency || written == "$" ? "; write <money> for an amount" : ""
      throw Mistake(offset: start, message: "'\(written)' means nothing here\(hint)")
    }
    let first = elements.count
    var words = [written]
    let isKnown = vocabulary.written.contains(written)
    let isDerived = !isKnown && !Wording.isWord(written)
    if isDerived {
      words = Wording.words(of: written)
    }
    guard words.allSatisfy({ $0.utf8.count <= Tokenizer.longestWord }) else {
      throw Mistake(
        offset: start, message: "a word has at most \(Tokenizer.longestWord) bytes")
    }
    guard let last = words.popLast() else {
      throw Mistake(offset: start, message: "'\(written)' holds no word")
    }
    elements += words.map(Pattern.Element.word)
    vocabulary.derived.formUnion(words)
    if next == UInt8(ascii: "~") {
      position += 1
      elements.append(.inflected(last))
      vocabulary.inflected.insert(last)
    } else if next == UInt8(ascii: "*") {
      position += 1
      guard last.utf8.count >= 4 else {
        throw Mistake(offset: start, message: "a prefix needs at least four letters before the '*'")
      }
      elements.append(.prefix(last))
      vocabulary.prefixes.insert(last)
    } else {
      elements.append(.word(last))
      if isDerived {
        vocabulary.derived.insert(last)
      } else if !isKnown {
        vocabulary.written.insert(last)
      }
    }
    if next == UInt8(ascii: "?") {
      position += 1
      PatternParser.join(&elements, from: first)
      elements[first] = .choice([elements[first], .run([])])
    }
  }
}
