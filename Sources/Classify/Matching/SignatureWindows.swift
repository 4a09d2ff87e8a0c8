/// The signatures of the words around every place of a sentence, in windows of 1, 2, 4 and 8
/// words; the scratch of a matcher.
struct SignatureWindows {
  /// How many words the widest window holds.
  static let widest = 8
  /// Places of a sentence with a widest window before and two behind it.
  private static let stride = Matcher.width + 3 * widest
  private var windows = [Signature](repeating: .zero, count: 4 * stride)
  private var start = 0

  /// The narrowest windows that hold `count` words; -1 where none does.
  static func level(holding count: Int) -> Int32 {
    count > widest ? -1 : count > 4 ? 3 : count > 2 ? 2 : count > 1 ? 1 : 0
  }

  /// Reads a sentence.
  mutating func fill(
    _ sentence: Tokens.Sentence, _ words: Span<Tokens.Token>, _ signatures: Span<Signature>
  ) {
    start = sentence.start - Self.widest
    let count = sentence.end - sentence.start
    var windows = windows.mutableSpan
    for index in 0..<Self.widest { windows[index] = .zero }
    for index in 0..<count {
      let symbol = words[sentence.start + index].symbol
      windows[Self.widest + index] = symbol < 0 ? .zero : signatures[Int(symbol)]
    }
    for index in (Self.widest + count)..<(3 * Self.widest + count) { windows[index] = .zero }
    let last = 2 * Self.widest + count
    for index in 0..<last {
      windows[Self.stride + index] = windows[index] | windows[index + 1]
    }
    for index in 0..<(last - 2) {
      windows[2 * Self.stride + index] =
        windows[Self.stride + index] | windows[Self.stride + index + 2]
    }
    for index in 0..<(last - 6) {
      windows[3 * Self.stride + index] =
        windows[2 * Self.stride + index] | windows[2 * Self.stride + index + 4]
    }
  }

  /// Whether a lead's words may stand in its window that begins at a word.
  @inline(__always)
  func mayHold(_ lead: Lead, after position: Int) -> Bool {
    lead.level < 0
      || windows[Int(lead.level) * Self.stride + position - start].mayMeet(lead.signature)
  }

  /// Whether a lead's words may stand in its window that ends before a word.
  @inline(__always)
  func mayHold(_ lead: Lead, before position: Int) -> Bool {
    lead.level < 0
      || windows[Int(lead.level) * Self.stride + position - (1 << Int(lead.level)) - start]
        .mayMeet(lead.signature)
  }
}
