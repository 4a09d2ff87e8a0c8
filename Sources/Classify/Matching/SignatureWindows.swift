/// The words of a text and the signatures of those behind every place of a text, in windows of 1, 2, 4 and 8 words; the
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

  /// The narrowest windows that hold `count` words; nil where none does.
  static func level(holding count: Int) -> Int8? {
    count > widest ? nil : count > 4 ? 3 : count > 2 ? 2 : count > 1 ? 1 : 0
  }

  /// Reads a text.
  func fill(_ tokens: [Tokens.Token], _ signatures: [Signature]) {
    windows.resize(to: (tokens.count + 2 * Self.widest) * Self.levels, .always)
    words.resize(to: tokens.count, Word(folded: 0, symbol: Symbols.unknown))
    let windows = windows.start
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
        words.start[place] = Word(folded: window.folded, symbol: symbol)
      }
      let at = windows + Self.place(place)
      at[0] = window
      window |= at[Self.levels]
      at[1] = window
      window |= at[2 * Self.levels + 1]
      at[2] = window
      window |= at[4 * Self.levels + 2]
      at[3] = window
      place -= 1
    }
  }

  /// Whether some word of a sentence may be one of some words.
  @inline(__always)
  func mayHold(_ signature: Signature, in sentence: Tokens.Sentence) -> Bool {
    var word = sentence.start
    while word < sentence.end {
      let place = SignatureWindows.place(word) + SignatureWindows.levels - 1
      if windows.start[place].mayMeet(signature) { return true }
      word += SignatureWindows.widest
    }
    return false
  }

  /// Where the windows that begin at a word stand, the narrowest first.
  @inline(__always)
  static func place(_ word: Int) -> Int { (word &+ widest) &* levels }

  /// How far from the windows of a word the one of a level stands that begins behind it, or ends
  /// before it.
  static func offset(level: Int8, isBefore: Bool) -> Int8 {
    let words = isBefore ? -(1 << Int(level)) : 1
    return Int8(words * levels + Int(level))
  }
}
