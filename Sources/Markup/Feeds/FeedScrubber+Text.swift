import Text

extension FeedScrubber {
  /// Appends text between tags: its references decoded, what XML does not allow left out.
  mutating func appendText(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard let sign = position(of: UInt8(ascii: "&"), in: index..<range.upperBound) else {
        return appendCharacters(bytes, index..<range.upperBound)
      }
      appendCharacters(bytes, index..<sign)
      if let (count, value) = reference(bytes, at: sign, end: range.upperBound) {
        value.withUnsafeBufferPointer { appendCharacters($0, 0..<$0.count) }
        index = sign + count
      } else {
        output.append(contentsOf: "&amp;".utf8)
        index = sign + 1
      }
    }
  }

  /// The reference at an `&`; one without a semicolon is no reference, in XML or in an address.
  func reference(
    _ bytes: UnsafeBufferPointer<UInt8>, at sign: Int, end: Int
  ) -> (byteCount: Int, value: [UInt8])? {
    guard let found = references.reference(in: bytes, at: sign, end: end),
      bytes[sign + found.byteCount - 1] == UInt8(ascii: ";")
    else { return nil }
    return found
  }

  /// Appends characters as they are, escaped; control characters are left out, vertical tabs and
  /// form feeds are line breaks, and code points that are no characters become U+FFFD.
  mutating func appendCharacters(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    var index = range.lowerBound
    func flush(_ output: inout [UInt8]) {
      if index > start {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      }
    }
    while index < range.upperBound {
      let byte = bytes[index]
      var length = 1
      let mend: StaticString
      switch byte {
      case UInt8(ascii: "<"): mend = "&lt;"
      case UInt8(ascii: ">"): mend = "&gt;"
      case UInt8(ascii: "&"): mend = "&amp;"
      case UInt8(ascii: "\""): mend = "&quot;"
      case 0x0B, 0x0C: mend = "\n"
      case 0x00...0x08, 0x0E...0x1F: mend = ""
      case 0xEF
      where index + 2 < range.upperBound && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
        (mend, length) = ("\u{FFFD}", 3)
      default:
        index += 1
        continue
      }
      flush(&output)
      output.append(
        contentsOf: UnsafeBufferPointer(start: mend.utf8Start, count: mend.utf8CodeUnitCount))
      index += length
      start = index
    }
    flush(&output)
  }
}
