import Text

extension FeedScrubber {
  /// Bytes of an attribute's value that are kept, and attributes of one tag.
  private static let valueByteCount = 64 << 10
  private static let attributeCount = 64

  /// Appends the tag at a `<`; gives the index behind it, nil when none starts here.
  mutating func appendTag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let isEnd = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
    guard let name = name(bytes, from: start + (isEnd ? 2 : 1)) else { return nil }
    var index = name.upperBound
    guard index < bytes.count,
      bytes[index].isSpace || bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/")
    else { return nil }
    if isEnd {
      while index < bytes.count, bytes[index].isSpace { index += 1 }
      guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else { return nil }
      appendEnd(of: Array(bytes[name]))
      return index + 1
    }
    let mark = output.count
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[name]))
    var seen: Set<[UInt8]> = []
    while appendAttribute(bytes, from: &index, seen: &seen) {}
    guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else {
      // A tag that never ends is text.
      output.removeSubrange(mark...)
      return nil
    }
    let isEmpty = bytes[index - 1] == UInt8(ascii: "/") || isVoid(bytes, name)
    guard open.count < FeedScrubber.depthLimit else {
      output.removeSubrange(mark...)
      return index + 1
    }
    if isEmpty {
      output.append(contentsOf: "/>".utf8)
    } else {
      output.append(UInt8(ascii: ">"))
      open.append(Array(bytes[name]))
    }
    return index + 1
  }

  /// Ends an element; those still open inside it end as well, and an end without a start is none.
  private mutating func appendEnd(of name: [UInt8]) {
    guard let depth = open.lastIndex(of: name) else { return }
    closeElements(downTo: depth)
  }

  /// HTML elements without an end, where a feed holds HTML that was not escaped.
  private func isVoid(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Bool {
    guard name.count <= 3 else { return false }
    return ["br", "hr", "img"].contains(
      String(decoding: bytes[name].map(\.lowered), as: UTF8.self))
  }

  /// Appends the next attribute; false at the end of the tag, where `index` then stands.
  private mutating func appendAttribute(
    _ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int, seen: inout Set<[UInt8]>
  ) -> Bool {
    while index < bytes.count, bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "<")
    {
      guard let name = name(bytes, from: index) else {
        index += 1
        continue
      }
      index = name.upperBound
      while index < bytes.count, bytes[index].isSpace { index += 1 }
      var value = index..<index
      if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
        value = readValue(bytes, from: &index)
      }
      guard seen.count < FeedScrubber.attributeCount,
        seen.insert(Array(bytes[name])).inserted
      else { continue }
      output.append(0x20)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[name]))
      output.append(contentsOf: "=\"".utf8)
      appendText(bytes, value)
      output.append(UInt8(ascii: "\""))
      return true
    }
    return false
  }

  /// The value behind a `=`.
  private func readValue(
    _ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int
  ) -> Range<Int> {
    index += 1
    while index < bytes.count, bytes[index].isSpace { index += 1 }
    guard index < bytes.count else { return index..<index }
    let quote = bytes[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    let start = index + (isQuoted ? 1 : 0)
    var end = start
    let limit = min(bytes.count, start + FeedScrubber.valueByteCount)
    while end < limit {
      let byte = bytes[end]
      // `<` may not stand in a value: there the quote was never closed.
      if isQuoted ? byte == quote || byte == UInt8(ascii: "<") : isEnd(byte) { break }
      end += 1
    }
    index = end < bytes.count && isQuoted && bytes[end] == quote ? end + 1 : end
    while end < bytes.count, end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<")
  }

  /// The name that starts here: letters of names in ASCII, at most one colon.
  private func name(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    guard start < bytes.count, bytes[start].isLetter || bytes[start] == UInt8(ascii: "_") else {
      return nil
    }
    var end = start
    var hasColon = false
    while end < bytes.count, end - start < 128 {
      let byte = bytes[end]
      if byte == UInt8(ascii: ":") {
        guard !hasColon, end + 1 < bytes.count, bytes[end + 1].isLetter else { break }
        hasColon = true
      } else if !byte.isLetterOrDigit, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_"),
        byte != UInt8(ascii: ".")
      {
        break
      }
      end += 1
    }
    return start..<end
  }
}
