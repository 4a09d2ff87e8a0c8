import Text

/// Reads parts line by line, with the boundaries of all enclosing parts at hand.
struct MimeScanner {
  struct Open {
    var part: Int
    var boundary: [UInt8]?
    var isClosed = false
  }

  enum Match {
    case delimiter(level: Int), close(level: Int)
  }

  var parts: [MimePart] = []
  let bytes: [UInt8]
  var stack: [Open] = []
  var repairs: [Int] = []
  private let budget: Int

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
    noteUndeclaredParts()
    while let index = repairs.popLast() { try repair(index) }
  }

  /// Where the content of the innermost open part starts.
  private var bodyPosition: Int {
    stack.last.map { parts[$0.part].body.lowerBound } ?? 0
  }

  mutating func scanLines(from start: Int, to end: Int) throws(Rejection) {
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
        try keepPreamble(of: parent, level: level, before: contentEnd)
        if let epilogue = parts[parent].epilogue {
          parts[parent].stray = epilogue.lowerBound..<max(epilogue.lowerBound, contentEnd)
          parts[parent].epilogue = nil
        }
        let fallback =
          parts[parent].type.mediaType == "multipart/digest" ? "message/rfc822" : "text/plain"
        try open(
          at: next, before: end, parent: parent, depth: parts[parent].depth + 1, fallback: fallback)
        position = bodyPosition
      }
    }
  }

  /// Opens the part whose header starts at `start`, and the mail inside it, and so on.
  mutating func open(
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
        fields: header.values(.contentType, in: bytes), fallback: fallback)
      let transfer = TransferEncoding(header.keyword(.contentTransferEncoding, in: bytes))
      var kind = MimePart.Kind.leaf
      if type.type == "multipart" {
        kind = .multipart
      } else if type.isMail, transfer == .identity {
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

  /// Ends every open part from a level of the stack on.
  mutating func close(above level: Int, at end: Int) {
    while stack.count > level, let open = stack.popLast() {
      let start = parts[open.part].body.lowerBound
      parts[open.part].body = start..<max(start, end)
      if let epilogue = parts[open.part].epilogue {
        parts[open.part].epilogue = epilogue.lowerBound..<max(epilogue.lowerBound, end)
      }
      guard parts[open.part].kind == .multipart else { continue }
      if parts[open.part].children.isEmpty || parts[open.part].epilogue?.isEmpty == false {
        repairs.append(open.part)
      }
    }
  }
}
