extension Scan {
  static func words(in bytes: [UInt8], _ classes: [Class]) -> [Word] {
    var words: [Word] = []
    var index = 0
    while index < bytes.count {
      guard classes[index] != .other else {
        index += 1
        continue
      }
      let start = index
      var digits = 0
      while index < bytes.count {
        if classes[index] != .other {
          if classes[index] == .digit { digits += 1 }
          index += 1
          continue
        }
        let width = joint(at: index, in: bytes)
        guard width > 0, index + width < bytes.count, classes[index + width] != .other else {
          break
        }
        index += width
      }
      // What a redaction left behind is no word: a second pass finds nothing new in it.
      if start > 0, bytes[start - 1] == UInt8(ascii: "["), index < bytes.count,
        bytes[index] == UInt8(ascii: "]")
      {
        continue
      }
      words.append(
        Word(start: start, end: index, digits: digits, key: key(of: bytes[start..<index])))
    }
    return words
  }

  /// How many bytes a sign that joins two halves of a word takes; 0 where there is none.
  private static func joint(at index: Int, in bytes: [UInt8]) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "'"): 1
    case 0xE2
    where index + 2 < bytes.count && bytes[index + 1] == 0x80
      && (bytes[index + 2] == 0x99 || bytes[index + 2] == 0x91):
      3
    default: 0
    }
  }

  private static func key(of bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count <= 24 else { return "" }
    return String(
      decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The lines of each paragraph, without the white space around them.
  var paragraphs: [[Range<Int>]] {
    var paragraphs: [[Range<Int>]] = []
    var lines: [Range<Int>] = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
      var (lower, upper) = (start, index)
      while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
      while lower < upper, bytes[upper - 1] <= 0x20 { upper -= 1 }
      start = index + 1
      if lower < upper {
        lines.append(lower..<upper)
      } else if !lines.isEmpty {
        paragraphs.append(lines)
        lines = []
      }
    }
    return lines.isEmpty ? paragraphs : paragraphs + [lines]
  }

  /// Whether a sentence or paragraph ends between a word and the next one.
  func breaks(after index: Int) -> Bool {
    guard index + 1 < words.count else { return true }
    let gap = words[index].end..<words[index + 1].start
    guard gap.count <= 6 else { return true }
    var feeds = 0
    for position in gap {
      switch bytes[position] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): return true
      case UInt8(ascii: "."):
        if !CueWords.abbreviations.contains(words[index].key),
          words[index].end - words[index].start > 1
        {
          return true
        }
      case 0x0A: feeds += 1
      default: break
      }
    }
    return feeds > 1
  }

  /// What the nearest word before an offset that speaks of numbers speaks of, at most `reach`
  /// words away and in the same sentence.
  func cue(before offset: Int, reach: Int = 3) -> Redaction.Kind? {
    if byte(offset - 1) == UInt8(ascii: "#") { return .identifier }
    var index = wordCount(before: offset) - 1
    guard index >= 0, offset - words[index].end <= 6 else { return nil }
    var left = reach
    while index >= 0, left > 0 {
      if breaks(after: index), index + 1 < words.count { return nil }
      let key = words[index].key
      if words[index].digits >= 4 || CueWords.amounts.contains(key) { return nil }
      if CueWords.identifiers.contains(key) { return .identifier }
      if CueWords.phones.contains(key) { return .phone }
      if key == "number", index > 0, CueWords.owners.contains(words[index - 1].key) {
        return .phone
      }
      index -= 1
      left -= 1
    }
    return nil
  }
}
