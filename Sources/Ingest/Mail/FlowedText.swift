import Text

/// Text whose lines were wrapped for transport and say so (format=flowed, RFC 3676).
enum FlowedText {
  /// Joins flowed lines into paragraphs; quoted ones keep their `>` once, in front.
  static func joined(_ text: String, deletesSpace: Bool) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var openDepth: Int?
    for line in ByteLines(bytes) {
      var start = line.range.lowerBound
      var depth = 0
      while start < line.range.upperBound, bytes[start] == UInt8(ascii: ">") {
        depth += 1
        start += 1
      }
      let isQuoted = depth > 0
      if start < line.range.upperBound, bytes[start] == 0x20 { start += 1 }
      var content = bytes[start..<line.range.upperBound]
      let isDelimiter = content.elementsEqual("-- ".utf8)
      let isFlowed = content.last == 0x20 && !isDelimiter
      if isFlowed, deletesSpace { content = content.dropLast() }
      if let open = openDepth, open == depth, !isDelimiter {
        output.append(contentsOf: content)
      } else {
        if openDepth != nil { output.append(0x0A) }
        if isQuoted {
          output.append(contentsOf: [UInt8](repeating: UInt8(ascii: ">"), count: depth))
          output.append(0x20)
        }
        output.append(contentsOf: content)
      }
      openDepth = isFlowed ? depth : nil
      if !isFlowed { output.append(0x0A) }
    }
    if openDepth != nil { output.append(0x0A) }
    return String(decoding: output, as: UTF8.self)
  }
}
