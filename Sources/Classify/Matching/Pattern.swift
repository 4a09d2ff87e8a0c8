/// A pattern as written, element by element; see Rules/README.md, "A pattern".
struct Pattern: Equatable, Sendable {
  /// One element.
  enum Element: Hashable, Sendable {
    case word(String)
    case inflected(String)
    case prefix(String)
    case lexicon(String)
    case number
    case money
    case questionMark
    case sentenceStart
    case gap(Int, Int)
    /// One of some branches.
    case choice([Element])
    /// A branch of several elements, or of none; most are of one and stand for themselves.
    case run([Element])
  }

  var elements: [Element]

  /// The largest gap that may be written.
  static let longestGap = 8

  /// Whether some word must occur: a pattern without one would match everywhere.
  static func hasRequiredWord(_ elements: [Element]) -> Bool {
    elements.contains(where: isRequired)
  }

  private static func isRequired(_ element: Element) -> Bool {
    switch element {
    case .word, .inflected, .prefix, .lexicon, .number, .money: true
    case .choice(let branches): branches.allSatisfy(isRequired)
    case .run(let elements): hasRequiredWord(elements)
    case .questionMark, .sentenceStart, .gap: false
    }
  }

  /// A `^` behind a word or a `?` before one, which could never match; nil when there is none.
  static func misplacedMark(
    _ elements: [Element], isAfterWord: Bool = false, isBeforeWord: Bool = false
  ) -> Element? {
    let firstWord = elements.firstIndex(where: isRequired) ?? elements.count
    let lastWord = elements.lastIndex(where: isRequired) ?? -1
    for (index, element) in elements.enumerated() {
      let isAfterWord = isAfterWord || index > firstWord
      let isBeforeWord = isBeforeWord || index < lastWord
      switch element {
      case .sentenceStart where isAfterWord: return element
      case .questionMark where isBeforeWord: return element
      case .choice(let branches):
        for branch in branches {
          let mark = misplacedMark([branch], isAfterWord: isAfterWord, isBeforeWord: isBeforeWord)
          if let mark { return mark }
        }
      case .run(let elements):
        let mark = misplacedMark(
          elements, isAfterWord: isAfterWord, isBeforeWord: isBeforeWord)
        if let mark { return mark }
      default: break
      }
    }
    return nil
  }

  /// The element as a rule author writes it.
  static func written(_ element: Element) -> String {
    switch element {
    case .word(let word): word
    case .inflected(let word): word + "~"
    case .prefix(let word): word + "*"
    case .lexicon(let name): "@" + name
    case .number: "<number>"
    case .money: "<money>"
    case .questionMark: "?"
    case .sentenceStart: "^"
    case .gap(let low, let high): low == 0 ? "[\(high)]" : "[\(low)-\(high)]"
    case .choice(let branches): written(branches)
    case .run(let elements): elements.map(written).joined(separator: " ")
    }
  }

  private static func written(_ branches: [Element]) -> String {
    if branches.count == 2, branches[1] == .run([]) {
      if case .run = branches[0] { return "(\(written(branches[0])))?" }
      return written(branches[0]) + "?"
    }
    return "(" + branches.map(written).joined(separator: "|") + ")"
  }
}
