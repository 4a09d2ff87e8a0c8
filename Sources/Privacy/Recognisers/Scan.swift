/// A text's bytes with what each of them is, its words and its groups of digits.
struct Scan {
  /// What a byte is; all bytes of a scalar are the same.
  enum Class: UInt8 {
    case other, lower, upper, digit
    /// Part of a letter beyond ASCII.
    case wide
  }

  /// A run of letters and digits, with single hyphens, slashes and apostrophes inside it.
  struct Word {
    var start: Int
    var end: Int
    var digits: Int
    /// In lower case; empty for a word of more than 24 bytes, which no list holds.
    var key: String
  }

  let bytes: [UInt8]
  let classes: [Class]
  let words: [Word]
  let groups: [DigitGroup]

  init(_ text: String) {
    bytes = Array(text.utf8)
    classes = Scan.classes(of: bytes)
    words = Scan.words(in: bytes, classes)
    groups = DigitGroup.all(in: bytes, classes)
  }

  /// The class of a byte; `other` before the text and behind it.
  func kind(_ index: Int) -> Class { classes.indices.contains(index) ? classes[index] : .other }

  /// The byte at an index; 0 before the text and behind it.
  func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }

  /// Whether a word begins with a capital letter.
  func isCapital(_ index: Int) -> Bool {
    let start = words[index].start
    // Small Latin letters beyond ASCII are U+00DF and after, as far as UTF-8 tells in two bytes.
    if kind(start) == .wide { return !(byte(start) == 0xC3 && byte(start + 1) >= 0x9F) }
    return kind(start) == .upper
  }

  /// How many words end at or before an offset.
  func wordCount(before offset: Int) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a currency's sign stands right before an offset, or one space before it.
  func followsCurrency(_ offset: Int) -> Bool {
    var end = offset
    if byte(end - 1) == 0x20 { end -= 1 }
    if byte(end - 1) == UInt8(ascii: "$") { return true }
    if byte(end - 2) == 0xC2, byte(end - 1) == 0xA3 || byte(end - 1) == 0xA5 { return true }
    return byte(end - 3) == 0xE2 && byte(end - 2) == 0x82 && byte(end - 1) == 0xAC
  }

  private static func classes(of bytes: [UInt8]) -> [Class] {
    var classes = [Class](repeating: .other, count: bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      var width = 1
      var kind = Class.other
      switch byte {
      case 0x30...0x39: kind = .digit
      case 0x41...0x5A: kind = .upper
      case 0x61...0x7A: kind = .lower
      case 0x80...:
        width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        // U+0080–U+00BF and U+2000–U+23FF are signs and spaces, not letters.
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let sign = byte == 0xC2 || (byte == 0xE2 && next < 0x90) || byte >= 0xF0
        kind = sign ? .other : .wide
      default: break
      }
      let end = min(index + width, bytes.count)
      while index < end {
        classes[index] = kind
        index += 1
      }
    }
    return classes
  }
}
