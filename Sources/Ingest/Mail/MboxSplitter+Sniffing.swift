import Text

extension MboxSplitter {
  /// Whether a file that starts with these bytes is a mailbox: its first line is a separator.
  public static func looksLikeMbox(_ head: [UInt8]) -> Bool {
    let head = MboxFile.hasBareReturns(head[...]) ? MboxFile.withLineFeeds(head) : head
    let start = firstTextIndex(head)
    guard head.starts(with: "From ", at: start, before: head.count) else { return false }
    let stop = head.firstIndex(of: 0x0A, in: start..<head.count) ?? head.count
    let line = head[start..<stop].filter { $0 != 0x0D }
    return MboxSeparator(
      line: Array(line), followsBlank: true, in: head, next: min(stop + 1, head.count)..<head.count
    ).isAccepted
  }

  /// Whether a file that starts with these bytes is one mail: two header fields that mail programs
  /// write, one of which letters and forms do not have.
  ///
  /// Blank lines, a byte order mark, an Apple Mail byte count and one foreign line before the
  /// header do not matter; UTF-16 is recognised.
  public static func looksLikeMail(_ head: [UInt8]) -> Bool {
    var head = head
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      head = Array(DecodedText(decoding: head, label: nil).text.utf8)
    }
    if !head.contains(0x0A) { head = head.map { $0 == 0x0D ? 0x0A : $0 } }
    var start = firstTextIndex(head)
    for _ in 0..<2 {
      let names = leadingNames(head, from: start)
      let isTelling = names.contains { $0.field.map(HeaderNames.telling.contains) ?? false }
      if isTelling, Set(names.map(\.text)).count >= 2 { return true }
      guard names.isEmpty, let feed = head.firstIndex(of: 0x0A, in: start..<head.count) else {
        return false
      }
      start = feed + 1
    }
    return false
  }

  /// Where the text starts behind a byte order mark and blank lines.
  static func firstTextIndex(_ head: [UInt8]) -> Int {
    var index = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < head.count, head[index].isASCIIWhiteSpace { index += 1 }
    return index
  }

  private struct Name {
    var field: HeaderName?
    var text: [UInt8]
  }

  /// The known names of the fields at the start of a header block.
  private static func leadingNames(_ head: [UInt8], from start: Int) -> [Name] {
    var names: [Name] = []
    for line in ByteLines(head, in: min(start, head.count)..<head.count) {
      guard let first = line.range.first else { break }
      if head[first] == 0x20 || head[first] == 0x09 {
        if names.isEmpty { break }
        continue
      }
      guard
        let length = HeaderNames.nameLength(in: head, at: first, before: line.range.upperBound)
      else { break }
      let name = first..<first + length
      guard HeaderNames.isKnown(head, name) else { break }
      names.append(
        Name(field: HeaderName(head.span.extracting(name)), text: head[name].lowercasedASCII))
    }
    return names
  }
}
