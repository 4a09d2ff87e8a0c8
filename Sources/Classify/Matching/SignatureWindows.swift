/// The words of a text, and the signatures of the next 1, 2, 4 and 8 words at every place; the
/// scratch of a matcher.
///
/// Windows run on across the ends of sentences: what may stand in one is looked at more closely.
struct SignatureWindows {
  /// How many words the widest window holds, and how many places there are before the first word
  /// and behind the last.
  static let widest = 8
  /// How many windows each place has.
  static let levels = 4
  /// The windows of a place stand together.
  let windows = Storage<Signature>()
  /// The words themselves, as a step of a pattern looks at them.
  let words = Storage<Word>()

  /// A word with its signature in half as many bits.
  struct Word: Sendable {
    var folded: UInt64
    var symbol: Symbols.Symbol
  }

  /// Some words in a row on one side of an anchor.
  struct Window: Hashable, Sendable {
    /// How many words stand between the anchor and the window.
    let first: Int8
    /// It holds 2 to the power of so many words.
    let level: Int8

    init(first: Int8, level: Int8) {
      self.first = first
      self.level = level
    }

    /// The narrowest window that holds some places, counted from the anchor; nil where none does.
    init?(holding places: ClosedRange<Int>) {
      for level in 0..<SignatureWindows.levels {
        let count = 1 << level
        let first = min(places.lowerBound, SignatureWindows.widest - count)
        guard first + count > places.upperBound else { continue }
        self.init(first: Int8(first), level: Int8(level))
        return
      }
      return nil
    }

    /// How many words it holds.
    var count: Int { 1 << Int(level) }

    /// How far from the windows of an anchor it stands.
    func offset(isBefore: Bool) -> Int8 {
      let words = isBefore ? -Int(first) - count : Int(first) + 1
      return Int8(words * SignatureWindows.levels + Int(level))
    }
  }

  /// Reads a text.
  func fill(_ tokens: [Tokens.Token], _ signatures: [Signature]) {
    windows.resize(to: (tokens.count + 2 * Self.widest) * Self.levels, .always)
    words.resize(to: tokens.count, Word(folded: 0, symbol: Symbols.unknown))
    let windows = windows.elements
    for index in Self.place(tokens.count)..<Self.place(tokens.count + Self.widest) {
      windows[index] = .always
    }
    let signatures = signatures.span
    var place = tokens.count - 1
    while place >= -Self.widest {
      var window = Signature.always
      if place >= 0 {
        let symbol = tokens[place].symbol
        if symbol >= 0 { window |= signatures[Int(symbol)] }
        words[place] = Word(folded: window.folded, symbol: symbol)
      }
      let at = Self.place(place)
      windows[at] = window
      for level in 0..<(Self.levels - 1) {
        window |= windows[at + Self.levels << level + level]
        windows[at + level + 1] = window
      }
      place -= 1
    }
  }

  /// Whether some word of a sentence may be one of some words.
  @inline(__always)
  func mayHold(_ signature: Signature, in sentence: Tokens.Sentence) -> Bool {
    var word = sentence.start
    var held = Signature.none
    while word < sentence.end {
      held |= windows[SignatureWindows.place(word) + SignatureWindows.levels - 1]
      word += SignatureWindows.widest
    }
    return held.mayMeet(signature)
  }

  /// Where the windows that begin at a word stand, the narrowest first.
  @inline(__always)
  static func place(_ word: Int) -> Int { (word &+ widest) &* levels }
}
