import Text

/// The lines that end parts.
extension MimeScanner {
  /// The enclosing multipart that a line delimits or closes: an open one first, else one that was
  /// closed too early.
  func match(_ line: Range<Int>) -> Match? {
    guard line.count >= 3, bytes[line.lowerBound] == UInt8(ascii: "-"),
      bytes[line.lowerBound + 1] == UInt8(ascii: "-")
    else { return nil }
    var reopened: Match?
    for level in stack.indices.reversed() {
      guard let boundary = stack[level].boundary,
        let isClose = MimeScanner.matches(bytes, line, boundary: boundary)
      else { continue }
      let match: Match = isClose ? .close(level: level) : .delimiter(level: level)
      if !stack[level].isClosed { return match }
      if reopened == nil { reopened = match }
    }
    return reopened
  }

  /// Whether a line is "--boundary" (false) or "--boundary--" (true); nil when it is neither.
  private static func matches(_ bytes: [UInt8], _ line: Range<Int>, boundary: [UInt8]) -> Bool? {
    var index = line.lowerBound + 2
    guard line.upperBound - index >= boundary.count else { return nil }
    for byte in boundary {
      guard bytes[index] == byte else { return nil }
      index += 1
    }
    var isClose = false
    if index + 1 < line.upperBound, bytes[index] == UInt8(ascii: "-"),
      bytes[index + 1] == UInt8(ascii: "-")
    {
      isClose = true
      index += 2
    }
    while index < line.upperBound {
      guard bytes[index].isASCIIWhiteSpace else { return nil }
      index += 1
    }
    return isClose
  }

  /// The position before the line end that precedes a boundary; it belongs to the boundary (P29).
  func lineEndBefore(_ position: Int) -> Int {
    var end = position
    if end > 0, bytes[end - 1] == 0x0A { end -= 1 }
    if end > 0, end < position, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }
}
