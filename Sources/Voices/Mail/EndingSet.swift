import Text

/// Phrases that a text may end with.
final class EndingSet: Sendable {
  private let endings: [[UInt8]]
  /// For each byte, whether one of the phrases ends with it: most texts are told by that.
  private let isLast: [Bool]

  /// A set of phrases. Case and white space count, so fold both sides.
  init(_ list: [String]) {
    endings = list.map { Array($0.utf8) }
    var isLast = [Bool](repeating: false, count: 256)
    for last in endings.compactMap(\.last) { isLast[Int(last)] = true }
    self.isLast = isLast
  }

  /// Whether the text ends with one of the phrases.
  func isEnd(of text: Span<UInt8>) -> Bool {
    guard let last = text.last, isLast[Int(last)] else { return false }
    for ending in endings where ending.count <= text.count {
      var index = ending.count
      while index > 0, ending[index - 1] == text[text.count - ending.count + index - 1] {
        index -= 1
      }
      if index == 0 { return true }
    }
    return false
  }

  /// The same of a text.
  func isEnd(of text: Substring) -> Bool { isEnd(of: text.utf8Span.span) }
}
