/// A pattern as written, element by element; see Rules/README.md, "A pattern".
struct Pattern: Equatable, Sendable {
  /// One element.
  indirect enum Element: Equatable, Sendable {
    case word(String)
    case inflected(String)
    case prefix(String)
    case lexicon(String)
    case number
    case money
    case questionMark
    case sentenceStart
    case gap(Int, Int)
    case choice([[Element]])
  }

  var elements: [Element]

  /// The largest gap that may be written.
  static let longestGap = 8

  /// Whether some word must occur: a pattern without one would match everywhere.
  static func hasRequiredWord(_ elements: [Element]) -> Bool {
    elements.contains { element in
      switch element {
      case .word, .inflected, .prefix, .lexicon, .number, .money: true
      case .choice(let branches): branches.allSatisfy(hasRequiredWord)
      case .questionMark, .sentenceStart, .gap: false
      }
    }
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
    case .choice(let branches):
      "(" + branches.map { $0.map(written).joined(separator: " ") }.joined(separator: "|") + ")"
    }
  }
}
