/// The signatures of the words behind every place of a text, in windows of 1, 2, 4 and 8 words; the
/// scratch of a matcher.
///
/// Windows run on across the ends of sentences: what may stand in one is looked at more closely.
struct SignatureWindows {
  /// How many words the widest window holds.
  static let widest = 8
  /// How many windows each place has, and places before the first word and behind the last.
  static let levels = 4
  /// The windows of a place stand together.
  private(set) var windows: [Signature] = []

  /// The narrowest windows that hold `count` words; nil where none does.
  static func level(holding count: Int) -> Int8? {
    count > widest ? nil : count > 4 ? 3 : count > 2 ? 2 : count > 1 ? 1 : 0
  }

  /// Reads a text.
  mutating func fill(_ tokens: [Tokens.Token], _ signatures: [Signature]) {
    let size = (tokens.count + 2 * Self.widest) * Self.levels
    if windows.count < size {
      windows += repeatElement(.always, count: size + size / 2 - windows.count)
    }
    var windows = windows.mutableSpan
    for index in (size - Self.widest * Self.levels)..<size { windows[index] = .always }
    let words = tokens.span
    let signatures = signatures.span
    var place = tokens.count - 1
    while place >= -Self.widest {
      let at = Self.place(place)
      let symbol = place < 0 ? Symbols.unknown : words[place].symbol
      var window = Signature.always
      if symbol >= 0 { window |= signatures[Int(symbol)] }
      windows[at] = window
      window |= windows[at + Self.levels]
      windows[at + 1] = window
      window |= windows[at + 2 * Self.levels + 1]
      windows[at + 2] = window
      window |= windows[at + 4 * Self.levels + 2]
      windows[at + 3] = window
      place -= 1
    }
  }

  /// Where the windows that begin at a word stand, the narrowest first.
  @inline(__always)
  static func place(_ word: Int) -> Int { (word &+ widest) &* levels }

  /// Where the window of a level that ends before a word stands.
  @inline(__always)
  static func place(before word: Int, level: Int8) -> Int {
    place(word &- (1 &<< Int(level))) &+ Int(level)
  }
}
