/// Phrases that are looked for in a text all at once, byte by byte.
public struct PhraseSet: Sendable {
  /// The phrases' UTF-8 behind each other, those with the same first byte together.
  private let letters: [UInt8]
  /// Where each phrase starts in `letters`, and the end.
  private let starts: [Int]
  /// For each first byte, its first phrase; one more for the end.
  private let groups: [Int]

  /// A set of phrases; empty ones are left out. Case and white space count, so fold both sides.
  public init(_ list: some Sequence<String>) {
    let sorted = Set(list.map { Array($0.utf8) }).filter { !$0.isEmpty }
      .sorted { $0.lexicographicallyPrecedes($1) }
    letters = sorted.flatMap { $0 }
    var starts = [0]
    var groups = [Int](repeating: 0, count: 257)
    for phrase in sorted {
      starts.append((starts.last ?? 0) + phrase.count)
      groups[Int(phrase[0]) + 1] += 1
    }
    for index in 1...256 { groups[index] += groups[index - 1] }
    self.starts = starts
    self.groups = groups
  }

  /// Whether the text starts with one of the phrases.
  public func isStart(of text: some StringProtocol) -> Bool {
    search(text) { scan in scan.visit(0) { _, _ in true } }
  }

  /// Whether one of the phrases occurs in the text; O(text × phrases with the same first byte).
  public func occurs(in text: some StringProtocol) -> Bool {
    search(text) { scan in
      for index in scan.text.indices where scan.visit(index, { _, _ in true }) { return true }
      return false
    }
  }

  /// Whether one of the phrases occurs with no letter or digit on either side.
  public func occursAsWords(in text: some StringProtocol) -> Bool {
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
  public func count(in text: some StringProtocol, limit: Int) -> Int {
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

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80
  }

  /// A text with the phrases, all as plain memory.
  private struct Scan {
    var text: UnsafeBufferPointer<UInt8>
    var letters: UnsafeBufferPointer<UInt8>
    var starts: UnsafeBufferPointer<Int>
    var groups: UnsafeBufferPointer<Int>

    /// Hands over each phrase that stands at `index`, with the end of it, until `body` is content.
    @inline(__always)
    func visit(_ index: Int, _ body: (_ phrase: Int, _ end: Int) -> Bool) -> Bool {
      guard index < text.count else { return false }
      let first = Int(text[index])
      for phrase in groups[first]..<groups[first + 1] {
        let (start, stop) = (starts[phrase], starts[phrase + 1])
        guard stop - start <= text.count - index else { continue }
        var offset = 1
        while start + offset < stop, letters[start + offset] == text[index + offset] { offset += 1 }
        if start + offset == stop, body(phrase, index + offset) { return true }
      }
      return false
    }
  }

  private func search(_ text: some StringProtocol, _ body: (Scan) -> Bool) -> Bool {
    letters.withUnsafeBufferPointer { letters in
      starts.withUnsafeBufferPointer { starts in
        groups.withUnsafeBufferPointer { groups in
          func run(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            body(Scan(text: bytes, letters: letters, starts: starts, groups: groups))
          }
          if let result = text.utf8.withContiguousStorageIfAvailable(run) { return result }
          return Array(text.utf8).withUnsafeBufferPointer(run)
        }
      }
    }
  }
}
