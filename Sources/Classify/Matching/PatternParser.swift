/// Reads patterns one after another; every mistake carries the byte offset inside the pattern.
struct PatternParser {
  /// What is wrong and where.
  struct Mistake: Error, Equatable {
    var offset: Int
    var message: String
  }

  /// What the patterns read so far are made of.
  var vocabulary = Vocabulary()
  private(set) var bytes: [UInt8] = []
  var position = 0
  private var depth = 0
  /// Whether a `^` or a `?` by itself was read, which few patterns have.
  private var hasMark = false

  /// Reads a whole pattern.
  mutating func pattern(_ text: String) throws(Mistake) -> Pattern {
    bytes = Array(text.utf8)
    position = 0
    depth = 0
    hasMark = false
    var elements: [Pattern.Element] = []
    try sequence(into: &elements)
    if position < bytes.count {
      throw Mistake(offset: position, message: "')' or '|' without '('")
    }
    if elements.isEmpty { throw Mistake(offset: 0, message: "empty pattern") }
    if case .gap = elements[0] { throw Mistake(offset: 0, message: "a gap cannot stand first") }
    if case .gap = elements[elements.count - 1] {
      throw Mistake(offset: bytes.count - 1, message: "a gap cannot stand last")
    }
    if !Pattern.hasRequiredWord(elements) {
      throw Mistake(offset: 0, message: "a pattern needs a word that must occur")
    }
    if hasMark, let mark = Pattern.misplacedMark(elements) {
      let end = mark == .sentenceStart ? "first" : "last"
      throw Mistake(
        offset: 0, message: "'\(Pattern.written(mark))' can only stand \(end)")
    }
    return Pattern(elements: elements)
  }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func sequence(into elements: inout [Pattern.Element]) throws(Mistake) {
    while let byte = next, byte != UInt8(ascii: ")"), byte != UInt8(ascii: "|") {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"): position += 1
      case UInt8(ascii: "("): elements.append(optional(try group()))
      case UInt8(ascii: "["): elements.append(try gap())
      case UInt8(ascii: "<"): elements.append(optional(try tokenClass()))
      case UInt8(ascii: "^"):
        position += 1
        hasMark = true
        elements.append(.sentenceStart)
      case UInt8(ascii: "?"):
        position += 1
        hasMark = true
        elements.append(.questionMark)
      case UInt8(ascii: "@"): elements.append(optional(try lexicon()))
      default: try word(into: &elements)
      }
    }
  }

  /// Makes one element of those from `start` on: a run where they are several.
  static func join(_ elements: inout [Pattern.Element], from start: Int) {
    guard elements.count != start + 1 else { return }
    let run = Array(elements[start...])
    elements.removeSubrange(start...)
    elements.append(.run(run))
  }

  /// The element; a choice with an empty branch when a `?` follows directly.
  private mutating func optional(_ element: Pattern.Element) -> Pattern.Element {
    guard next == UInt8(ascii: "?") else { return element }
    position += 1
    return .choice([element, .run([])])
  }

  private mutating func group() throws(Mistake) -> Pattern.Element {
    let start = position
    depth += 1
    if depth > 8 { throw Mistake(offset: start, message: "groups nest deeper than 8") }
    var branches: [Pattern.Element] = []
    repeat {
      position += 1
      let first = branches.count
      try sequence(into: &branches)
      if branches.count == first {
        throw Mistake(offset: position, message: "empty branch in a group")
      }
      PatternParser.join(&branches, from: first)
    } while next == UInt8(ascii: "|")
    guard next == UInt8(ascii: ")") else {
      throw Mistake(offset: start, message: "'(' is not closed")
    }
    position += 1
    depth -= 1
    return .choice(branches)
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
        offset: start,
        message:
          "a gap is [0] to [\(Pattern.longestGap)] or [1-\(Pattern.longestGap)], the smaller first")
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
}
