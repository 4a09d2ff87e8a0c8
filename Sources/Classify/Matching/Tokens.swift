/// A text as numbered words in sentences; reused from text to text.
struct Tokens {
  /// One word.
  struct Token: Equatable {
    /// Half-open UTF-8 byte range into the text; a contraction's words share theirs.
    var start: Int32
    var end: Int32
    var symbol: Symbols.Symbol
  }

  /// One sentence.
  struct Sentence: Equatable {
    /// Half-open range of token indexes.
    var start: Int
    var end: Int
    /// Index of the passage it stands in.
    var passage: Int
    var isQuestion: Bool
  }

  /// Longer sentences are cut here, so that work stays bounded on text without full stops.
  static let longestSentence = 250

  var tokens: [Token] = []
  var sentences: [Sentence] = []

  /// Empties the buffer and keeps its memory.
  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
  }

  /// The sentence that holds a token.
  func sentence(ofToken index: Int) -> Int {
    var low = 0
    var high = sentences.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].end <= index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The byte range that a range of tokens covers.
  func byteRange(_ range: Range<Int>) -> Range<Int> {
    Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  mutating func append(_ symbol: Symbols.Symbol, _ start: Int, _ end: Int) {
    tokens.append(Token(start: Int32(start), end: Int32(end), symbol: symbol))
  }

  mutating func endSentence(from start: Int, passage: Int, isQuestion: Bool) {
    guard tokens.count > start else {
      // "?!" and "…?" : the question mark belongs to the sentence just ended.
      if isQuestion, let last = sentences.last, last.passage == passage, last.end == start {
        sentences[sentences.count - 1].isQuestion = true
      }
      return
    }
    sentences.append(
      Sentence(start: start, end: tokens.count, passage: passage, isQuestion: isQuestion))
  }
}
