import Text

extension MboxFile {
  /// Where a mailbox breaks off in a separator, or in the name of a field behind it: nobody can
  /// tell yet which message that is, and it has no words. Nil where it does not.
  ///
  /// - Parameter opener: the last whole separator.
  func tornStart(after opener: MboxScanner.Separator?) throws(ByteFile.Failure) -> Int? {
    if let opener, byteCount - opener.end <= Limits.headerByteCount {
      let rest = try bytes(at: opener.end, count: byteCount - opener.end)
      if MboxFile.isTornHeader(rest) { return opener.start }
    }
    let start = max(opener?.end ?? 0, byteCount - MboxScanner.lookahead)
    let tail = try bytes(at: start, count: byteCount - start)
    let lines = tail.indices.filter { $0 == 0 ? start == 0 : tail[$0 - 1] == 0x0A }
    for line in lines.suffix(2) where line == 0 || MboxFile.followsBlank(line, in: tail) {
      if MboxFile.isTornSeparator(tail[line...]) { return start + line }
    }
    return nil
  }

  /// Whether bytes are the beginning of a separator line, or one with the beginning of a field's
  /// name behind it.
  static func isTornSeparator(_ bytes: ArraySlice<UInt8>) -> Bool {
    let mark = Array("From ".utf8)
    guard bytes.starts(with: mark) else { return !bytes.isEmpty && mark.starts(with: bytes) }
    guard let feed = bytes.firstIndex(of: 0x0A) else { return isTornLine(bytes.dropFirst(5)) }
    let line = bytes[..<feed].filter { $0 != 0x0D }
    let isDated = MboxSeparator(line: line, followsBlank: true, in: [], next: 0..<0).date != nil
    return isDated && isTornHeader(Array(bytes[(feed + 1)...]))
  }

  /// Whether words are a sender and the beginning of a weekday, which opens a date.
  private static func isTornLine(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = bytes.split(whereSeparator: \.isASCIIWhiteSpace)
    guard words.count > 1 else { return true }
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "at"]
    return weekdays.contains { $0.utf8.starts(with: words[1]) }
  }

  /// Whether bytes behind a separator are nothing, or fields and behind them the beginning of
  /// another one's name, which would be read as words.
  private static func isTornHeader(_ bytes: [UInt8]) -> Bool {
    let header = HeaderBlock(parsing: bytes, in: bytes.indices, isInside: nil)
    let torn = bytes[header.bodyStart...]
    return bytes.isEmpty
      || !header.isEnded && !torn.isEmpty && !torn.contains(where: \.isASCIIWhiteSpace)
  }

  private static func followsBlank(_ line: Int, in bytes: [UInt8]) -> Bool {
    let before = bytes[..<(line - 1)]
    return (before.last == 0x0D ? before.dropLast() : before).last == 0x0A
  }
}
