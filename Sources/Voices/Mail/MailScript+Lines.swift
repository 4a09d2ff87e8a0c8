import Text

extension MailScript {
  /// The lines of some text, and the words of all of them folded and lower-cased, a space before
  /// and behind each line's.
  static func cut(_ bytes: [UInt8]) -> (lines: [MailLine], folded: [UInt8]) {
    var lines: [MailLine] = []
    var folded: [UInt8] = [0x20]
    folded.reserveCapacity(bytes.count + 2)
    for line in ByteLines(bytes) {
      var entry = MailLine(range: line.range)
      var index = line.range.lowerBound
      let end = line.range.upperBound
      while index < end {
        if bytes[index] == UInt8(ascii: ">") {
          entry.depth += 1
        } else if bytes[index] != 0x20 || entry.depth == 0 && index > line.range.lowerBound {
          break
        }
        index += 1
      }
      if entry.depth == 0 { index = line.range.lowerBound }
      while index < end, bytes[index].isASCIIWhiteSpace { index += 1 }
      entry.isBlank = isBlank(bytes, index..<end)
      entry.isLong = end - index > MailLine.markLimit
      let start = folded.count
      if !entry.isBlank {
        folded.append(folding: bytes.span.extracting(index..<foldEnd(bytes, index..<end)))
        folded.append(0x20)
      }
      entry.folded = start..<max(start, folded.count - 1)
      lines.append(entry)
    }
    return (lines, folded)
  }

  /// Where the first letters of a line end that are folded.
  private static func foldEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    guard range.count > foldLimit else { return range.upperBound }
    var letterCount = 0
    for index in range where bytes[index] & 0xC0 != 0x80 {
      if letterCount == foldLimit { return index }
      letterCount += 1
    }
    return range.upperBound
  }

  /// White space, no-break spaces and zero-width characters only.
  private static func isBlank(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 24 else { return false }
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index].isASCIIWhiteSpace {
        index += 1
      } else if bytes[index] == 0xC2, index + 1 < range.upperBound, bytes[index + 1] == 0xA0 {
        index += 2
      } else if bytes[index] == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
        (0x80...0x8F).contains(bytes[index + 2])
      {
        index += 3
      } else {
        return false
      }
    }
    return true
  }

  /// The most letters of one line that are folded.
  private static let foldLimit = 1_500
}
