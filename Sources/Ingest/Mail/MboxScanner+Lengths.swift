import Text

extension MboxScanner {
  /// Where the Content-Length of a message says that the next one starts, if that is true.
  ///
  /// A length that does not lead to another separator or to the end of the file is not believed:
  /// it would swallow the next mail.
  mutating func declaredEnd(of opener: Separator) throws -> Int? {
    openTypes = []
    guard let (head, bytes, start) = try header(behind: opener) else { return nil }
    openTypes = head.values(.contentType, in: bytes)
    guard let value = head.values(.contentLength, in: bytes).first,
      let length = Int(String(decoding: value.trimmed, as: UTF8.self)), length > 0,
      length < file.byteCount
    else { return nil }
    let target = start + head.bodyStart + length
    guard target <= file.byteCount else { return nil }
    let around = try file.bytes(at: target - 1, count: MboxScanner.lookahead)
    guard target == file.byteCount || around.count > 1 else { return nil }
    var index = 1
    while index < around.count, index < 7, around[index] == 0x0A || around[index] == 0x0D {
      index += 1
    }
    if target - 1 + index >= file.byteCount { return target }
    guard around[index - 1] == 0x0A, around.starts(with: "From ", at: index, before: around.count)
    else { return nil }
    let stop = around.firstIndex(of: 0x0A, in: index..<around.count) ?? around.count
    let line = Array(around[index..<stop].filter { $0 != 0x0D })
    let separator = MboxSeparator(
      line: line, followsBlank: true, in: around, next: min(stop + 1, around.count)..<around.count)
    return separator.isAccepted ? target - 1 + index : nil
  }

  /// The header behind a separator, the bytes it stands in and where these start in the file: the
  /// window, or more of the file where the header is long or the window ends.
  private mutating func header(
    behind opener: Separator
  ) throws -> (head: HeaderBlock, bytes: [UInt8], start: Int)? {
    try load()
    let near = 16 * MboxScanner.lookahead
    if windowStart + window.count < min(opener.end + near, file.byteCount) {
      try load(forcing: true)
    }
    guard windowStart + window.count > opener.end else { return nil }
    for count in [near, Limits.headerByteCount] {
      let stop = min(opener.end + count, file.byteCount)
      let isInWindow = opener.end >= windowStart && stop <= windowStart + window.count
      let start = isInWindow ? windowStart : opener.end
      let bytes = isInWindow ? window : try file.bytes(at: start, count: stop - start)
      let all = opener.end - start..<min(stop - start, bytes.count)
      let range = all.lowerBound..<MboxScanner.headerLimit(bytes, in: all)
      let head = HeaderBlock(parsing: bytes, in: range, isInside: nil)
      // What a header ends with is told by lines behind it.
      let isWhole =
        range.upperBound < all.upperBound
        || head.bodyStart + MboxScanner.lookahead < range.upperBound
      if isWhole || stop == file.byteCount || count > near { return (head, bytes, start) }
    }
    return nil
  }

  /// Where a header must have ended: at the next separator, where no blank line comes first. Else
  /// the fields of later messages would be this one's, and each of them would be read many times.
  private static func headerLimit(_ bytes: [UInt8], in range: Range<Int>) -> Int {
    for line in ByteLines(bytes, in: range) {
      guard let first = line.range.first else { break }
      guard bytes.starts(with: "From ", at: first, before: line.range.upperBound) else { continue }
      let next = (line.next..<range.upperBound).prefix(MboxScanner.lookahead)
      let separator = MboxSeparator(
        line: Array(bytes[line.range].prefix(1_200)), followsBlank: false, in: bytes, next: next)
      if separator.isAccepted { return first }
    }
    return range.upperBound
  }
}
