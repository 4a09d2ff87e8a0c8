import Complaints

/// A stretch of a verbatim's text that is marked alike from end to end.
struct TextPiece: Sendable, Equatable {
  /// Half-open UTF-8 byte range into the text.
  var range: Range<Int>
  /// That range, letter by letter.
  var text: String
  /// What the stretch is; nil between passages.
  var kind: PassageKind?
  /// Who says it.
  var role: Role
  /// The numbers of the tags that it proves, in order.
  var numbers: [Int]
  /// Those of them whose evidence ends here: they are printed behind it.
  var endingNumbers: [Int]
}

extension TextPiece {
  /// Words that prove the tag with a number.
  struct Mark: Sendable {
    /// The tag's number on the page.
    var number: Int
    /// Half-open UTF-8 byte range.
    var range: Range<Int>
  }

  /// Cuts a text where passages and marks begin and end, so that marks that overlap need no
  /// nesting. The pieces' texts, joined, are the text; ranges outside it, or inside a letter, are
  /// widened to the nearest letter.
  static func pieces(of text: String, passages: [Passage], marks: [Mark]) -> [TextPiece] {
    let bytes = Array(text.utf8)
    let fitted = marks.map { Mark(number: $0.number, range: fit($0.range, bytes)) }
      .filter { !$0.range.isEmpty }
    var bounds: Set<Int> = [0, bytes.count]
    for passage in passages {
      let range = fit(passage.range, bytes)
      bounds.formUnion([range.lowerBound, range.upperBound])
    }
    for mark in fitted { bounds.formUnion([mark.range.lowerBound, mark.range.upperBound]) }
    // A page cannot carry a zero byte: alone in its piece it shifts no offset.
    for (index, byte) in bytes.enumerated() where byte == 0 {
      bounds.formUnion([index, index + 1])
    }
    let sorted = bounds.sorted()
    var passage = passages[...]
    return zip(sorted, sorted.dropFirst()).map { lower, upper in
      while let first = passage.first, first.range.upperBound <= lower { passage.removeFirst() }
      let inside = passage.first.flatMap { $0.range.lowerBound <= lower ? $0 : nil }
      let covering = fitted.filter { $0.range.lowerBound <= lower && upper <= $0.range.upperBound }
      return TextPiece(
        range: lower..<upper, text: String(decoding: bytes[lower..<upper], as: UTF8.self),
        kind: inside?.kind, role: inside?.role ?? .unknown,
        numbers: Set(covering.map(\.number)).sorted(),
        endingNumbers: Set(covering.filter { $0.range.upperBound == upper }.map(\.number)).sorted())
    }
  }

  private static func fit(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var lower = min(max(0, range.lowerBound), bytes.count)
    var upper = min(max(lower, range.upperBound), bytes.count)
    while lower > 0, lower < bytes.count, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
    while upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return lower..<upper
  }
}
