import Text

/// How many letters a reader would see, counted without taking a page apart.
enum LetterCount {
  /// Letters of plain text outside web addresses.
  static func ofText(_ text: String) -> Int {
    let bytes = text.utf8Span.span
    var count = 0
    var index = 0
    while index < bytes.count {
      let start = index
      var letters = 0
      while index < bytes.count, !bytes[index].isASCIIWhiteSpace {
        if isLetter(bytes[index]) { letters += 1 }
        index += 1
      }
      if letters > 0, !isAddress(bytes.extracting(start..<index)) { count += letters }
      index += 1
    }
    return count
  }

  /// Whether a word is a web or mail address, brackets in front aside.
  private static func isAddress(_ word: Span<UInt8>) -> Bool {
    let rest = word.extracting(word.leadingCount(of: "<[(")...)
    guard let first = rest.first?.lowercasedASCII, first.isAmong("whm") else { return false }
    for prefix in addresses where rest.startsInAnyCase(with: prefix) { return true }
    return false
  }

  private static let addresses: [StaticString] = ["www.", "http://", "https://", "mailto:"]

  /// Letters of HTML outside tags, comments, styles and scripts.
  static func ofPage(_ page: String) -> Int {
    var count = 0
    forEachByte(ofPage: page) { if isLetter($0) { count += 1 } }
    return count
  }

  /// The letters themselves, to compare two pages.
  static func lettersOfPage(_ page: String) -> [UInt8] {
    var letters: [UInt8] = []
    forEachByte(ofPage: page) { if $0.isASCIILetter || $0 >= 0x80 { letters.append($0) } }
    return letters
  }

  @inline(__always)
  private static func forEachByte(ofPage page: String, _ body: (UInt8) -> Void) {
    let bytes = Array(page.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        index = end(ofTagAt: index, in: bytes)
      } else if byte == UInt8(ascii: "&") {
        index += 1
        var length = 0
        while index < bytes.count, length < 10,
          bytes[index].isASCIILetter || bytes[index].isASCIIDigit || bytes[index] == 0x23
        {
          index += 1
          length += 1
        }
      } else {
        body(byte)
        index += 1
      }
    }
  }

  /// An ASCII letter or the first byte of a character beyond ASCII.
  private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0xC0 }

  private static func end(ofTagAt start: Int, in bytes: [UInt8]) -> Int {
    if bytes.starts(with: "<!--", at: start, before: bytes.count) {
      var from = start + 4
      while let hit = bytes.firstIndex(
        of: UInt8(ascii: ">"), in: min(from, bytes.count)..<bytes.count)
      {
        if bytes[hit - 1] == UInt8(ascii: "-"), bytes[hit - 2] == UInt8(ascii: "-") {
          return hit + 1
        }
        from = hit + 1
      }
      return bytes.count
    }
    guard start + 1 < bytes.count,
      bytes[start + 1].isASCIILetter || bytes[start + 1] == UInt8(ascii: "/")
        || bytes[start + 1] == UInt8(ascii: "!") || bytes[start + 1] == UInt8(ascii: "?")
    else { return start + 1 }
    let close =
      bytes.firstIndex(of: UInt8(ascii: ">"), in: start..<bytes.count).map { $0 + 1 } ?? bytes.count
    let first = bytes[start + 1].lowercasedASCII
    guard first == UInt8(ascii: "s") || first == UInt8(ascii: "t") else { return close }
    for index in 0..<3 {
      let name: StaticString = index == 0 ? "style" : index == 1 ? "script" : "title"
      guard isTag(name, at: start, in: bytes) else { continue }
      var from = close
      while let hit = bytes.firstIndex(of: UInt8(ascii: "<"), in: from..<bytes.count) {
        if hit + 1 < bytes.count, bytes[hit + 1] == UInt8(ascii: "/"),
          isTag(name, at: hit + 1, in: bytes)
        {
          return hit
        }
        from = hit + 1
      }
      return bytes.count
    }
    return close
  }

  private static func isTag(_ name: StaticString, at index: Int, in bytes: [UInt8]) -> Bool {
    guard index + name.utf8CodeUnitCount < bytes.count else { return false }
    for offset in 0..<name.utf8CodeUnitCount
    where bytes[index + 1 + offset].lowercasedASCII != name.utf8Start[offset] { return false }
    return true
  }
}
