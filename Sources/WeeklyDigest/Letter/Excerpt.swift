import Complaints

/// Which of a customer's own words are quoted: few, whole, in the order they stand.
struct Excerpt: Equatable {
  /// Half-open UTF-8 byte ranges into the text.
  var ranges: [Range<Int>] = []
  /// Whether own words were left out before the first range.
  var isCutBefore = false
  /// Whether own words were left out after the last range.
  var isCutAfter = false

  /// The first own words of a verbatim, at most `limit` letters.
  init(beginningOf verbatim: Verbatim, limit: Int) {
    self.init(verbatim, from: 0, limit)
  }

  /// Own words from the sentence on in which a piece of evidence stands.
  init(around evidence: Range<Int>, in verbatim: Verbatim, limit: Int) {
    self.init(verbatim, from: Excerpt.sentenceStart(evidence.lowerBound, verbatim), limit)
  }

  private init(_ verbatim: Verbatim, from start: Int, _ limit: Int) {
    let bytes = Array(verbatim.text.utf8)
    var rest = limit
    for passage in Excerpt.own(verbatim) {
      let whole = Excerpt.trimmed(passage.range, bytes)
      let range = Excerpt.trimmed(
        max(whole.lowerBound, start)..<max(whole.upperBound, start), bytes)
      if range.lowerBound > whole.lowerBound { isCutBefore = true }
      guard !range.isEmpty else { continue }
      guard rest > 0 else {
        isCutAfter = true
        break
      }
      let end = Excerpt.end(of: range, bytes, &rest)
      isCutAfter = end < range.upperBound
      let kept = Excerpt.trimmed(range.lowerBound..<end, bytes)
      if !kept.isEmpty { ranges.append(kept) }
      if isCutAfter { break }
    }
  }

  /// What the author says; the fields of a form only where there is nothing else.
  private static func own(_ verbatim: Verbatim) -> [Passage] {
    let own = verbatim.passages.filter { $0.role != .staff && $0.role != .bot }
    let spoken = own.filter { $0.kind == .body || $0.kind == .turn }
    return spoken.isEmpty ? own.filter { $0.kind == .formField } : spoken
  }

  /// Where to stop so that at most `rest` letters are in, between two words where there are some.
  private static func end(of range: Range<Int>, _ bytes: [UInt8], _ rest: inout Int) -> Int {
    var gap: Int?
    for index in range {
      let byte = bytes[index]
      if isSpace(byte) { gap = index }
      guard byte & 0xC0 != 0x80 else { continue }
      if rest == 0 {
        return gap ?? index
      }
      rest -= 1
    }
    return range.upperBound
  }

  private static func sentenceStart(_ offset: Int, _ verbatim: Verbatim) -> Int {
    let bytes = Array(verbatim.text.utf8.prefix(offset))
    let floor = own(verbatim).last { $0.range.lowerBound <= offset }?.range.lowerBound ?? 0
    var index = bytes.count
    while index > floor {
      let byte = bytes[index - 1]
      let endsSentence = byte == 0x2E || byte == 0x21 || byte == 0x3F
      if byte == 0x0A, index > 1, bytes[index - 2] == 0x0A { break }
      if endsSentence, index < bytes.count, isSpace(bytes[index]) { break }
      index -= 1
    }
    return index
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
