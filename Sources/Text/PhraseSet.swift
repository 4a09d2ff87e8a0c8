/// Phrases that are looked for in a text all at once, byte by byte.
///
/// A class, so that a look-up counts one reference and not one for each table.
public final class PhraseSet: Sendable {
  /// The phrases' UTF-8 behind each other, in order.
  private let letters: [UInt8]
  /// Where each phrase starts in `letters`, and the end.
  private let starts: [Int]
  /// For each first byte, its phrases.
  private let heads: [Head]
  /// For each first byte that occurs, 257 entries: for each second byte the first phrase that has
  /// both, and the end.
  private let seconds: [Int]
  /// A bit for each pair of bytes that a phrase starts with: most places are told by that.
  private let pairs: [UInt64]

  /// The phrases with one first byte.
  private struct Head {
    /// Where the entries for second bytes start in `seconds`; negative when there is no phrase.
    var row = -1
    /// The phrase that consists of this byte alone; negative when there is none.
    var lone = -1
  }

  /// A set of phrases; empty ones are left out. Case and white space count, so fold both sides.
  public init(_ list: some Sequence<String>) {
    let sorted = Set(list.map { Array($0.utf8) }).filter { !$0.isEmpty }
      .sorted { $0.lexicographicallyPrecedes($1) }
    letters = sorted.flatMap { $0 }
    var starts = [0]
    var heads = [Head](repeating: Head(), count: 256)
    var seconds: [Int] = []
    var pairs = [UInt64](repeating: 0, count: 1_024)
    for (index, phrase) in sorted.enumerated() {
      starts.append((starts.last ?? 0) + phrase.count)
      let first = Int(phrase[0])
      let isLone = phrase.count == 1
      if heads[first].row < 0 {
        heads[first].row = seconds.count
        if isLone { heads[first].lone = index }
        seconds += [Int](repeating: isLone ? index + 1 : index, count: 257)
      }
      for second in isLone ? 0...255 : Int(phrase[1])...Int(phrase[1]) {
        pairs[first << 2 | second >> 6] |= 1 << UInt64(second & 63)
      }
      guard !isLone else { continue }
      for second in Int(phrase[1]) + 1...256 { seconds[heads[first].row + second] = index + 1 }
    }
    self.starts = starts
    self.heads = heads
    self.seconds = seconds
    self.pairs = pairs
  }

  /// Whether the text starts with one of the phrases.
  public func isStart(of text: Span<UInt8>) -> Bool { visit(text, 0) { _, _ in true } }

  /// Whether the text is one of the phrases.
  public func isPhrase(_ text: Span<UInt8>) -> Bool {
    visit(text, 0) { _, end in end == text.count }
  }

  /// Whether one of the phrases occurs in the text; O(text × phrases with the same first bytes).
  public func occurs(in text: Span<UInt8>) -> Bool {
    var index = 0
    while let place = place(in: text, from: index) {
      if visit(text, place, { _, _ in true }) { return true }
      index = place + 1
    }
    return false
  }

  /// Whether one of the phrases occurs with no letter or digit on either side.
  public func occursAsWords(in text: Span<UInt8>) -> Bool {
    for index in text.indices where index == 0 || !PhraseSet.isWord(text[index - 1]) {
      let isFound = visit(text, index) { _, end in
        end == text.count || !PhraseSet.isWord(text[end])
      }
      if isFound { return true }
    }
    return false
  }

  /// How many different phrases occur in the text, up to `limit`.
  public func count(in text: Span<UInt8>, limit: Int) -> Int {
    var seen: [Int] = []
    var index = 0
    while let place = place(in: text, from: index) {
      let isEnough = visit(text, place) { phrase, _ in
        if !seen.contains(phrase) { seen.append(phrase) }
        return seen.count >= limit
      }
      if isEnough { break }
      index = place + 1
    }
    return seen.count
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80
  }

  /// The next place from an index on where a pair of bytes stands that starts a phrase, or the last
  /// byte.
  @inline(__always)
  private func place(in text: Span<UInt8>, from index: Int) -> Int? {
    var index = index
    while index + 1 < text.count {
      if isPair(Int(text[index]), Int(text[index + 1])) { return index }
      index += 1
    }
    return index < text.count ? index : nil
  }

  @inline(__always)
  private func isPair(_ first: Int, _ second: Int) -> Bool {
    pairs[first << 2 | second >> 6] &>> UInt64(second & 63) & 1 != 0
  }

  /// Hands over each phrase that stands at `index`, with the end of it, until `body` is content.
  @inline(__always)
  private func visit(
    _ text: Span<UInt8>, _ index: Int, _ body: (_ phrase: Int, _ end: Int) -> Bool
  ) -> Bool {
    guard index < text.count else { return false }
    let first = Int(text[index])
    let second = index + 1 < text.count ? Int(text[index + 1]) : 0
    guard isPair(first, second) else { return false }
    let head = heads[first]
    if head.lone >= 0, body(head.lone, index + 1) { return true }
    guard index + 1 < text.count else { return false }
    for phrase in seconds[head.row + second]..<seconds[head.row + second + 1] {
      let (start, stop) = (starts[phrase], starts[phrase + 1])
      guard stop - start <= text.count - index else { continue }
      var offset = 2
      while start + offset < stop, letters[start + offset] == text[index + offset] { offset += 1 }
      if start + offset == stop, body(phrase, index + offset) { return true }
    }
    return false
  }
}
