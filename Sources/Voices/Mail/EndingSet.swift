/// Phrases that a text may end with.
struct EndingSet: Sendable {
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

  /// Whether the text's UTF-8 ends with one of the phrases.
  func isEnd(of text: Substring) -> Bool {
    guard let last = text.utf8.last, isLast[Int(last)] else { return false }
    return endings.contains { text.utf8.suffix($0.count).elementsEqual($0) }
  }
}
