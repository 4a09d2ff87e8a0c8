/// Phrases that are looked for in a text all at once, byte by byte.
public struct PhraseSet: Sendable {
  /// The phrases' UTF-8 behind each other, in order.
  @usableFromInline let letters: [UInt8]
  /// Where each phrase starts in `letters`, and the end.
  @usableFromInline let starts: [Int]
  /// For each first byte, its phrases.
  @usableFromInline let heads: [Head]
  /// For each first byte that occurs, 257 entries: for each second byte the first phrase that has
  /// both, and the end.
  @usableFromInline let seconds: [Int]

  /// The phrases with one first byte.
  @usableFromInline struct Head: Sendable {
    /// Where the entries for second bytes start in `seconds`; negative when there is no phrase.
    @usableFromInline var row = -1
    /// The phrase that consists of this byte alone; negative when there is none.
    @usableFromInline var lone = -1
  }

  /// A set of phrases; empty ones are left out. Case and white space count, so fold both sides.
  public init(_ list: some Sequence<String>) {
    let sorted = Set(list.map { Array($0.utf8) }).filter { !$0.isEmpty }
      .sorted { $0.lexicographicallyPrecedes($1) }
    letters = sorted.flatMap { $0 }
    var starts = [0]
    var heads = [Head](repeating: Head(), count: 256)
    var seconds: [Int] = []
    for (index, phrase) in sorted.enumerated() {
      starts.append((starts.last ?? 0) + phrase.count)
      let first = Int(phrase[0])
      if heads[first].row < 0 {
        heads[first].row = seconds.count
        let isLone = phrase.count == 1
        if isLone { heads[first].lone = index }
        seconds += [Int](repeating: isLone ? index + 1 : index, count: 257)
      }
      guard phrase.count > 1 else { continue }
      for second in Int(phrase[1]) + 1...256 { seconds[heads[first].row + second] = index + 1 }
    }
    self.starts = starts
    self.heads = heads
    self.seconds = seconds
  }

  /// Whether the text starts with one of the phrases.
  @inlinable public func isStart(of text: some StringProtocol) -> Bool {
    search(text) { scan in scan.visit(0) { _, _ in true } }
  }

  /// Whether one of the phrases occurs in the text; O(text × phrases with the same first byte).
  @inlinable public func occurs(in text: some StringProtocol) -> Bool {
    search(text) { scan in
      for index in scan.text.indices where scan.visit(index, { _, _ in true }) { return true }
      return false
    }
  }

  /// Whether one of the phrases occurs with no letter or digit on either side.
  @inlinable public func occursAsWords(in text: some StringProtocol) -> Bool {
    search(text) { scan in
      for index in scan.text.indices where index == 0 || !PhraseSet.isWord(scan.text[index - 1]) {
        let isFound = scan.visit(index) { _, end in
          end == scan.text.count || !PhraseSet.isWord(scan.text[end])
        }
        if isFound { return true }
      }
      return false
    }
  }

  /// How many different phrases occur in the text, up to `limit`.
  @inlinable public func count(in text: some StringProtocol, limit: Int) -> Int {
    var seen: [Int] = []
    _ = search(text) { scan in
      for index in scan.text.indices {
        let isEnough = scan.visit(index) { phrase, _ in
          if !seen.contains(phrase) { seen.append(phrase) }
          return seen.count >= limit
        }
        if isEnough { return true }
      }
      return false
    }
    return seen.count
  }

  @inlinable static func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80
  }

  /// A text with the phrases, all as plain memory: bounds are checked by `visit`, once a byte.
  @usableFromInline struct Scan {
    @usableFromInline let text: UnsafeBufferPointer<UInt8>
    @usableFromInline let letters: UnsafeBufferPointer<UInt8>
    @usableFromInline let starts: UnsafeBufferPointer<Int>
    @usableFromInline let heads: UnsafeBufferPointer<Head>
    @usableFromInline let seconds: UnsafeBufferPointer<Int>

    @inlinable init(
      text: UnsafeBufferPointer<UInt8>, letters: UnsafeBufferPointer<UInt8>,
      starts: UnsafeBufferPointer<Int>, heads: UnsafeBufferPointer<Head>,
      seconds: UnsafeBufferPointer<Int>
    ) {
      (self.text, self.letters, self.starts) = (text, letters, starts)
      (self.heads, self.seconds) = (heads, seconds)
    }

    /// Hands over each phrase that stands at `index`, with the end of it, until `body` is content.
    @inlinable @inline(__always)
    func visit(_ index: Int, _ body: (_ phrase: Int, _ end: Int) -> Bool) -> Bool {
      guard index < text.count else { return false }
      let head = heads[Int(text[index])]
      guard head.row >= 0 else { return false }
      if head.lone >= 0, body(head.lone, index + 1) { return true }
      guard index + 1 < text.count else { return false }
      let entry = head.row + Int(text[index + 1])
      for phrase in seconds[entry]..<seconds[entry + 1] {
        let (start, stop) = (starts[phrase], starts[phrase + 1])
        guard stop - start <= text.count - index else { continue }
        var offset = 2
        while start + offset < stop, letters[start + offset] == text[index + offset] { offset += 1 }
        if start + offset == stop, body(phrase, index + offset) { return true }
      }
      return false
    }
  }

  @inlinable func search(_ text: some StringProtocol, _ body: (Scan) -> Bool) -> Bool {
    func run(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      letters.withUnsafeBufferPointer { letters in
        starts.withUnsafeBufferPointer { starts in
          heads.withUnsafeBufferPointer { heads in
            seconds.withUnsafeBufferPointer { seconds in
              body(
                Scan(text: bytes, letters: letters, starts: starts, heads: heads, seconds: seconds))
            }
          }
        }
      }
    }
    if let result = text.utf8.withContiguousStorageIfAvailable(run) { return result }
    return Array(text.utf8).withUnsafeBufferPointer(run)
  }
}
