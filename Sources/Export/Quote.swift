import Complaints
import Privacy

/// The words that prove a tag with a little of what stands around them, on one line.
struct Quote {
  /// At most this many characters, "…" included.
  static let limit = 200

  /// Whole words in their order; "…" where words are left out.
  let text: String

  /// The quote of a redacted text: the evidence and its neighbours inside one passage, or the
  /// passage's beginning where the evidence is empty. Ranges are UTF-8 offsets into the text.
  init(_ redacted: RedactedText, evidence: Range<Int>, passage: Range<Int>) {
    let bytes = Array(redacted.text.utf8)
    let passage = passage.clamped(to: 0..<bytes.count)
    var range = evidence.clamped(to: passage)
    let isInside = { (byte: UInt8) in byte > 0x20 }
    while range.lowerBound > passage.lowerBound, isInside(bytes[range.lowerBound - 1]) {
      range = range.lowerBound - 1..<range.upperBound
    }
    while range.upperBound < passage.upperBound, isInside(bytes[range.upperBound]) {
      range = range.lowerBound..<range.upperBound + 1
    }
    // More than fits on either side is not looked at.
    let reach = Quote.limit * 4
    let before = max(passage.lowerBound, range.lowerBound - reach)..<range.lowerBound
    let after = range.upperBound..<min(passage.upperBound, range.upperBound + reach)
    text = Quote.line(
      Quote.words(bytes[before], cut: before.lowerBound > passage.lowerBound),
      Quote.words(bytes[range]),
      Quote.words(bytes[after]))
  }

  /// The words of some bytes; of a beginning that is cut, the first word may be half a one.
  private static func words(_ bytes: ArraySlice<UInt8>, cut: Bool = false) -> [String] {
    let words = String(decoding: bytes, as: UTF8.self).unicodeScalars
      .split(whereSeparator: \.isSpace)
    return words.dropFirst(cut ? 1 : 0).map { String($0) }
  }

  private static func line(_ before: [String], _ evidence: [String], _ after: [String]) -> String {
    var chosen: [String] = []
    var room = limit - 2
    for word in evidence {
      guard word.count + 1 <= room else { break }
      chosen.append(word)
      room -= word.count + 1
    }
    guard chosen.count == evidence.count else {
      // A single word that does not fit is the only one that is cut.
      let text = chosen.isEmpty ? String(evidence[0].prefix(limit - 2)) : join(chosen)
      return (before.isEmpty ? "" : "…") + text + "…"
    }
    var left = before[...]
    var right = after[...]
    var isLeft = false
    while let word = isLeft ? left.last : right.first ?? left.last, word.count + 1 <= room {
      if isLeft || right.isEmpty {
        chosen.insert(word, at: 0)
        left.removeLast()
      } else {
        chosen.append(word)
        right.removeFirst()
      }
      room -= word.count + 1
      isLeft = right.isEmpty || (!isLeft && !left.isEmpty)
    }
    return (left.isEmpty ? "" : "…") + join(chosen) + (right.isEmpty ? "" : "…")
  }

  private static func join(_ words: [String]) -> String { words.joined(separator: " ") }
}
