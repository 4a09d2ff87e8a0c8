import Text

/// Reads parts line by line, with the boundaries of all enclosing parts at hand.
struct MimeScanner {
  private struct Open {
    var part: Int
    var boundary: [UInt8]?
    var isClosed = false
  }

  private enum Match {
    case delimiter(level: Int), close(level: Int)
  }

  private(set) var parts: [MimePart] = []
  private let bytes: [UInt8]
  private let budget: Int
  private var stack: [Open] = []
  private var repairs: [Int] = []

  init(bytes: [UInt8], budget: Int) {
    self.bytes = bytes
    self.budget = budget
  }

  /// Reads the whole message, then again the multiparts whose boundary never came.
  mutating func scan(from start: Int, depth: Int) throws(Rejection) {
    try open(at: start, before: bytes.count, parent: nil, depth: depth, fallback: "text/plain")
    guard let position = stack.first.map({ parts[$0.part].header.bodyStart }) else { return }
    try scanLines(from: max(position, bodyPosition), to: bytes.count)
    close(above: 0, at: bytes.count)
    while let index = repairs.popLast() { try repair(index) }
  }

  /// Where the content of the innermost open part starts.
  private var bodyPosition: Int {
    stack.last.map { parts[$0.part].body.lowerBound } ?? 0
  }

  private mutating func scanLines(from start: Int, to end: Int) throws(Rejection) {
    var position = start
    while position < end {
      let stop = bytes.firstIndex(of: 0x0A, in: position..<end) ?? end
      let next = min(stop + 1, end)
      guard bytes[position] == UInt8(ascii: "-"), let match = match(position..<stop) else {
        position = next
        continue
      }
      let contentEnd = lineEndBefore(position)
      switch match {
      case .close(let level):
        close(above: level + 1, at: contentEnd)
        stack[level].isClosed = true
        parts[stack[level].part].epilogue = next..<next
        position = next
      case .delimiter(let level):
        close(above: level + 1, at: contentEnd)
        let parent = stack[level].part
        stack[level].isClosed = false
        let fallback =
          parts[parent].type.mediaType == "multipart/digest" ? "message/rfc822" : "text/plain"
        try open(
          at: next, before: end, parent: parent, depth: parts[parent].depth + 1, fallback: fallback)
        position = bodyPosition
      }
    }
  }

  /// Opens the part whose header starts at `start`, and the mail inside it, and so on.
  private mutating func open(
    at start: Int, before end: Int, parent: Int?, depth: Int, fallback: String
  ) throws(Rejection) {
    var (start, parent, depth, fallback) = (start, parent, depth, fallback)
    while true {
      guard parts.count < budget else {
        throw Rejection(.overLimit, "more than \(budget) parts")
      }
      guard depth <= Limits.mailDepth else {
        throw Rejection(.overLimit, "nested deeper than \(Limits.mailDepth)")
      }
      let header = HeaderBlock(parsing: bytes, in: start..<max(start, end)) { [self] line in
        match(line) != nil
      }
      let type = ContentType(
        fields: header.values("content-type", in: bytes), fallback: fallback)
      let transfer = TransferEncoding(header.keyword("content-transfer-encoding", in: bytes))
      var kind = MimePart.Kind.leaf
      if type.type == "multipart" {
        kind = .multipart
      } else if ["message/rfc822", "message/global", "message/news"].contains(type.mediaType),
        transfer == .identity
      {
        kind = .message
      }
      let index = parts.count
      parts.append(
        MimePart(
          kind: kind, header: header, type: type, transfer: transfer,
          body: header.bodyStart..<header.bodyStart, depth: depth))
      if let parent { parts[parent].children.append(index) }
      var boundary: [UInt8]?
      if kind == .multipart, let given = type.boundary, !given.isEmpty { boundary = given }
      stack.append(Open(part: index, boundary: boundary))
      if kind == .multipart { openPreamble(of: index) }
      guard kind == .message else { return }
      (start, parent, depth, fallback) = (header.bodyStart, index, depth + 1, "text/plain")
    }
  }

  /// A multipart that also says it is text: what stands before its first boundary is that text,
  /// whose own boundary was lost (P25).
  private mutating func openPreamble(of index: Int) {
    let header = parts[index].header
    let types = header.values("content-type", in: bytes)
    guard types.count > 1,
      let text = types.map({ ContentType(fields: [$0]) }).first(where: { $0.type == "text" })
    else { return }
    let transfer = TransferEncoding(header.keyword("content-transfer-encoding", in: bytes))
    parts.append(
      MimePart(
        kind: .leaf, header: header, type: text, transfer: transfer,
        body: header.bodyStart..<header.bodyStart, depth: parts[index].depth + 1))
    parts[index].children.append(parts.count - 1)
    stack.append(Open(part: parts.count - 1, boundary: nil))
  }

  /// Ends every open part from a level of the stack on.
  private mutating func close(above level: Int, at end: Int) {
    while stack.count > level, let open = stack.popLast() {
      let start = parts[open.part].body.lowerBound
      parts[open.part].body = start..<max(start, end)
      if let epilogue = parts[open.part].epilogue {
        parts[open.part].epilogue = epilogue.lowerBound..<max(epilogue.lowerBound, end)
      }
      if parts[open.part].kind == .multipart, parts[open.part].children.isEmpty {
        repairs.append(open.part)
      }
    }
  }

  /// The enclosing multipart that a line delimits or closes: an open one first, else one that was
  /// closed too early.
  private func match(_ line: Range<Int>) -> Match? {
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
  private func lineEndBefore(_ position: Int) -> Int {
    var end = position
    if end > 0, bytes[end - 1] == 0x0A { end -= 1 }
    if end > 0, end < position, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  // MARK: - Boundaries that never came

  /// Reads a multipart without parts again, by the boundary its content uses; a multipart whose
  /// content uses none is text (P27).
  private mutating func repair(_ index: Int) throws(Rejection) {
    let body = parts[index].body
    guard let boundary = MimeScanner.usedBoundary(bytes, in: body) else {
      parts[index].kind = .leaf
      parts[index].type.mediaType = "text/plain"
      return
    }
    stack = [Open(part: index, boundary: boundary)]
    try scanLines(from: body.lowerBound, to: body.upperBound)
    close(above: 0, at: body.upperBound)
    if parts[index].children.isEmpty {
      repairs.removeAll { $0 == index }
      parts[index].kind = .leaf
      parts[index].type.mediaType = "text/plain"
    }
  }

  /// The token behind "--" on the first line that a part's header follows.
  private static func usedBoundary(_ bytes: [UInt8], in range: Range<Int>) -> [UInt8]? {
    for line in ByteLines(bytes, in: range) {
      let start = line.range.lowerBound
      guard line.range.count > 2, line.range.count < 256,
        bytes.starts(with: "--", at: start, before: line.range.upperBound)
      else { continue }
      let token = Array(bytes[start + 2..<line.range.upperBound]).trimmed
      guard token.contains(where: { $0.isASCIILetter || $0.isASCIIDigit }),
        !token.contains(where: \.isASCIIWhiteSpace)
      else { continue }
      var follower = ByteLines(bytes, in: line.next..<range.upperBound)
      guard let next = follower.next() else { return nil }
      let head = bytes[next.range.prefix(8)].lowercasedASCII
      if head.elementsEqual("content-".utf8) { return token }
    }
    return nil
  }
}
