/// Reads the pattern language; every mistake carries the byte offset inside the pattern.
struct PatternParser {
  /// What is wrong and where.
  struct Mistake: Error, Equatable {
    var offset: Int
    var message: String
  }

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  /// Reads a whole pattern.
  static func pattern(_ text: String) throws(Mistake) -> Pattern {
    var parser = PatternParser(bytes: Array(text.utf8))
    let elements = try parser.sequence()
    if parser.position < parser.bytes.count {
      throw Mistake(offset: parser.position, message: "')' or '|' without '('")
    }
    if elements.isEmpty { throw Mistake(offset: 0, message: "empty pattern") }
    if case .gap = elements[0] { throw Mistake(offset: 0, message: "a gap cannot stand first") }
    if case .gap = elements[elements.count - 1] {
      throw Mistake(offset: parser.bytes.count - 1, message: "a gap cannot stand last")
    }
    if !Pattern.hasRequiredWord(elements) {
      throw Mistake(offset: 0, message: "a pattern needs a word that must occur")
    }
    if let mark = Pattern.misplacedMark(elements) {
      let end = mark == .sentenceStart ? "first" : "last"
      throw Mistake(
        offset: 0, message: "'\(Pattern.written(mark))' can only stand \(end)")
    }
    return Pattern(elements: elements)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func sequence() throws(Mistake) -> [Pattern.Element] {
    var elements: [Pattern.Element] = []
    while let byte = next, byte != UInt8(ascii: ")"), byte != UInt8(ascii: "|") {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"): position += 1
      case UInt8(ascii: "("): elements.append(optional(try group()))
      case UInt8(ascii: "["): elements.append(try gap())
      case UInt8(ascii: "<"): elements.append(optional([try tokenClass()]))
      case UInt8(ascii: "^"):
        position += 1
        elements.append(.sentenceStart)
      case UInt8(ascii: "?"):
        position += 1
        elements.append(.questionMark)
      case UInt8(ascii: "@"): elements.append(optional([try lexicon()]))
      default: elements += try word()
      }
    }
    return elements
  }

  /// The elements as one; a choice with an empty branch when a `?` follows directly.
  private mutating func optional(_ elements: [Pattern.Element]) -> Pattern.Element {
    if next == UInt8(ascii: "?") {
      position += 1
      return .choice([elements, []])
    }
    return elements.count == 1 ? elements[0] : .choice([elements])
  }

  private mutating func group() throws(Mistake) -> [Pattern.Element] {
    let start = position
    depth += 1
    if depth > 8 { throw Mistake(offset: start, message: "groups nest deeper than 8") }
    var branches: [[Pattern.Element]] = []
    repeat {
      position += 1
      let branch = try sequence()
      if branch.isEmpty { throw Mistake(offset: position, message: "empty branch in a group") }
      branches.append(branch)
    } while next == UInt8(ascii: "|")
    guard next == UInt8(ascii: ")") else {
      throw Mistake(offset: start, message: "'(' is not closed")
    }
    position += 1
    depth -= 1
    return [.choice(branches)]
  }

  private mutating func gap() throws(Mistake) -> Pattern.Element {
    let start = position
    position += 1
    let low = integer()
    var high = low
    if next == UInt8(ascii: "-") {
      position += 1
      high = integer()
    }
    guard let low, let high, next == UInt8(ascii: "]") else {
      throw Mistake(offset: start, message: "a gap is written [3] or [1-3]")
    }
    position += 1
    let isRange = bytes[start..<position].contains(UInt8(ascii: "-"))
    guard high <= Pattern.longestGap, !isRange || low <= high else {
      throw Mistake(
        offset: start, message: "a gap has at most \(Pattern.longestGap) words, the smaller first")
    }
    return isRange ? .gap(low, high) : .gap(0, high)
  }

  private mutating func integer() -> Int? {
    var value: Int?
    while let byte = next, byte >= 48, byte <= 57, (value ?? 0) < 100_000 {
      value = (value ?? 0) * 10 + Int(byte - 48)
      position += 1
    }
    return value
  }

  private mutating func tokenClass() throws(Mistake) -> Pattern.Element {
    let start = position
    while let byte = next, byte != UInt8(ascii: ">"), byte != UInt8(ascii: " ") { position += 1 }
    let name = String(decoding: bytes[(start + 1)..<position], as: UTF8.self)
    guard next == UInt8(ascii: ">"), name == "number" || name == "money" else {
      throw Mistake(offset: start, message: "the word classes are <number> and <money>")
    }
    position += 1
    return name == "number" ? .number : .money
  }

  private mutating func lexicon() throws(Mistake) -> Pattern.Element {
    let start = position
    position += 1
    while let byte = next, isNameByte(byte) { position += 1 }
    guard position > start + 1 else {
      throw Mistake(offset: start, message: "'@' needs the name of a word list")
    }
    return .lexicon(String(decoding: bytes[(start + 1)..<position], as: UTF8.self))
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 128 || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
      || (byte >= 48 && byte <= 57) || (byte | 32 >= 97 && byte | 32 <= 122)
  }

  private func isCurrency(_ position: Int) -> Bool {
    bytes[position] >= 0xC0
      && Tokenizer.multiByte(bytes.span, position, bytes.count).0 == .currency
  }

  private mutating func word() throws(Mistake) -> [Pattern.Element] {
    let start = position
    while let byte = next, isWordByte(byte), !isCurrency(position) { position += 1 }
    let (kind, length) =
      position == start
      ? Tokenizer.multiByte(bytes.span, start, bytes.count) : (.letter, position - start)
    let written = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
    guard position > start else {
      let hint = kind == .currency || written == "$" ? "; write <money> for an amount" : ""
      throw Mistake(offset: start, message: "'\(written)' means nothing here\(hint)")
    }
    let words = Wording.words(of: written)
    guard let last = words.last else {
      throw Mistake(offset: start, message: "'\(written)' holds no word")
    }
    guard last.utf8.count <= Tokenizer.longestWord else {
      throw Mistake(
        offset: start, message: "a word has at most \(Tokenizer.longestWord) bytes")
    }
    var elements = words.dropLast().map(Pattern.Element.word)
    if next == UInt8(ascii: "~") {
      position += 1
      elements.append(.inflected(last))
    } else if next == UInt8(ascii: "*") {
      position += 1
      guard last.utf8.count >= 4 else {
        throw Mistake(offset: start, message: "a prefix needs at least four letters before the '*'")
      }
      elements.append(.prefix(last))
    } else {
      elements.append(.word(last))
    }
    if next == UInt8(ascii: "?") {
      position += 1
      return [.choice([elements, []])]
    }
    return elements
  }
}
