/// Cuts words out of a text together with what stands around them in their sentence.
struct QuoteReader {
  let tokens: Tokens
  private let bytes: [UInt8]
  private static let contextLength = 80

  init(tokens: Tokens, text: String) {
    self.tokens = tokens
    bytes = Array(text.utf8)
  }

  /// The letters of a range of token indexes that stand behind an earlier token's.
  func text(_ range: Range<Int>, after token: Int) -> String {
    let own = tokens.byteRange(range)
    let start = token > 0 && token <= range.lowerBound ? Int(tokens.tokens[token - 1].end) : 0
    return String(
      decoding: bytes[min(max(own.lowerBound, start), own.upperBound)..<own.upperBound],
      as: UTF8.self)
  }

  /// A range of token indexes as a quote.
  func quote(_ range: Range<Int>) -> Explanation.Quote {
    let sentence = tokens.sentences[tokens.sentence(ofToken: range.lowerBound)]
    let own = tokens.byteRange(range)
    let whole = tokens.byteRange(sentence.start..<sentence.end)
    let before = String(decoding: bytes[whole.lowerBound..<own.lowerBound], as: UTF8.self)
    let after = String(decoding: bytes[own.upperBound..<whole.upperBound], as: UTF8.self)
    return Explanation.Quote(
      range: own, text: String(decoding: bytes[own], as: UTF8.self),
      before: QuoteReader.ending(before, length: QuoteReader.contextLength),
      after: QuoteReader.beginning(after, length: QuoteReader.contextLength))
  }

  /// The last letters of a text, cut between words, with "…" where something is left out.
  static func ending(_ text: String, length: Int) -> String {
    let folded = fold(text)
    guard folded.count > length else { return folded }
    let cut = folded.suffix(max(0, length - 1))
    let words = cut.drop { $0 != " " }
    return "…" + (words.isEmpty ? cut : words)
  }

  /// The first letters of a text, cut between words, with "…" where something is left out.
  static func beginning(_ text: String, length: Int) -> String {
    let folded = fold(text)
    guard folded.count > length else { return folded }
    let cut = folded.prefix(max(0, length - 1))
    guard let space = cut.lastIndex(of: " ") else { return cut + "…" }
    return cut[...space] + "…"
  }

  /// White space as single spaces; those at the ends stay, since words may touch.
  static func fold(_ text: String) -> String {
    var folded = ""
    for character in text {
      if !character.isWhitespace {
        folded.append(character)
      } else if folded.last != " " {
        folded.append(" ")
      }
    }
    return folded
  }
}
