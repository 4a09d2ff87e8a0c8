import Complaints

/// A layout with what is asked of it again and again: subtrees, block ranges, words of names.
///
/// Elements stand in document order, so the subtree of an element is a range of elements and its
/// words are a range of blocks.
struct PageTree {
  let layout: Layout
  /// The element after the last one inside each element.
  private(set) var subtreeEnds: [Int]
  /// The blocks inside each element.
  private(set) var blockRanges: [Range<Int>]
  /// What the names of each element say of it.
  let names: [ElementNames]
  /// How many bytes of text stand before each block.
  private let byteSums: [Int]

  /// Reads a layout; linear.
  init(_ layout: Layout) {
    self.layout = layout
    let count = layout.elements.count
    subtreeEnds = Array(1..<(count + 1))
    var lows = [Int](repeating: .max, count: count)
    var highs = [Int](repeating: 0, count: count)
    for (index, block) in layout.blocks.enumerated() {
      guard let element = block.element else { continue }
      lows[element] = min(lows[element], index)
      highs[element] = max(highs[element], index + 1)
    }
    for index in stride(from: count - 1, through: 0, by: -1) {
      guard let parent = layout.elements[index].parent else { continue }
      subtreeEnds[parent] = max(subtreeEnds[parent], subtreeEnds[index])
      lows[parent] = min(lows[parent], lows[index])
      highs[parent] = max(highs[parent], highs[index])
    }
    blockRanges = zip(lows, highs).map { $0 < $1 ? $0..<$1 : 0..<0 }
    // Most elements of a page share few names.
    var known: [[String]: ElementNames] = [:]
    names = layout.elements.map { element in
      let key = element.classes + [element.id ?? ""]
      if let names = known[key] { return names }
      let names = ElementNames(element)
      known[key] = names
      return names
    }
    byteSums = layout.blocks.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.text.utf8.count) }
  }

  /// Bytes of text in a range of blocks; O(1).
  func byteCount(in blocks: Range<Int>) -> Int {
    byteSums[blocks.upperBound] - byteSums[blocks.lowerBound]
  }

  /// Bytes of text inside an element; O(1).
  func byteCount(of element: Int) -> Int { byteCount(in: blockRanges[element]) }

  /// The element and everything inside it.
  func subtree(_ element: Int) -> Range<Int> { element..<subtreeEnds[element] }

  /// Whether `inner` is `outer` or stands inside it; O(1).
  func contains(_ outer: Int, _ inner: Int?) -> Bool {
    inner.map { subtree(outer).contains($0) } ?? false
  }

  /// The blocks of an element that stand inside it.
  func blocks(of element: Int) -> [Int] {
    blockRanges[element].filter { contains(element, layout.blocks[$0].element) }
  }

  /// The words of an element that holds a name or a date; empty for one that holds more.
  func words(of element: Int) -> String {
    if let words = layout.elements[element].attributes["#text"] { return words }
    guard byteCount(of: element) <= 300 else { return "" }
    return blocks(of: element).filter { !layout.blocks[$0].isHidden }
      .map { layout.blocks[$0].text }.joined(separator: " ")
  }

  /// For every element whether `predicate` holds for it or for one around it; linear.
  func inherited(_ predicate: (Int) -> Bool) -> [Bool] {
    var marks = [Bool](repeating: false, count: layout.elements.count)
    for index in layout.elements.indices {
      marks[index] = layout.elements[index].parent.map { marks[$0] } == true || predicate(index)
    }
    return marks
  }
}

/// The `id` and `class` of an element, whole and as words: "commentList-2" has the words
/// "comment", "list" and "2".
struct ElementNames {
  /// `id` in lower case.
  let id: String
  /// Classes in lower case.
  let classes: [String]
  /// The words of both.
  let words: Set<String>
  /// Whether a word looks as if it meant comments.
  let isAboutComments: Bool

  /// The names of an element.
  init(_ element: Element) {
    id = element.id?.lowercased() ?? ""
    classes = element.classes.prefix(40).map { $0.lowercased() }
    var words: Set<String> = []
    for name in element.classes.prefix(40) + [element.id ?? ""] {
      ElementNames.split(name, into: &words)
    }
    self.words = words
    isAboutComments = words.contains { word in
      CommentNames.stems.contains { word.holds($0) }
    }
  }

  /// Whether one of the words is among `others`.
  func has(_ others: Set<String>) -> Bool { !words.isDisjoint(with: others) }

  private static func split(_ name: String, into words: inout Set<String>) {
    var word: [UInt8] = []
    var endsSmall = false
    for byte in name.utf8.prefix(200) {
      let isBig = byte &- 0x41 < 26
      let isLetter = (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
      let isDigit = byte &- 0x30 < 10
      if (!isLetter && !isDigit) || (isBig && endsSmall) {
        if !word.isEmpty { words.insert(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
      if isLetter || isDigit { word.append(isBig ? byte | 0x20 : byte) }
      endsSmall = isLetter && !isBig
    }
    if !word.isEmpty { words.insert(String(decoding: word, as: UTF8.self)) }
  }
}

extension String {
  /// Whether some ASCII letters occur in the text.
  func holds(_ letters: StaticString) -> Bool {
    let count = letters.utf8CodeUnitCount
    guard utf8.count >= count else { return false }
    var copy = self
    return copy.withUTF8 { bytes in
      (0...bytes.count - count).contains { start in
        bytes[start] == letters.utf8Start[0]
          && (1..<count).allSatisfy { bytes[start + $0] == letters.utf8Start[$0] }
      }
    }
  }
}
