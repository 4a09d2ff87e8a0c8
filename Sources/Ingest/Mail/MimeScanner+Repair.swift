import Text

/// Structures that do not hold what they declare, read by what their content shows.
extension MimeScanner {
  /// Reads a multipart again that has no parts, by the boundary its content uses, or that has
  /// something behind its end, by the boundary used there.
  ///
  /// A multipart whose content uses no boundary is text (P27).
  mutating func repair(_ index: Int) throws(Rejection) {
    let part = parts[index]
    if part.children.isEmpty {
      if let found = BoundarySearch.boundary(in: bytes, range: part.body) {
        try scan(part.body, of: index, boundary: found.token)
      }
      if parts[index].children.isEmpty { makeText(index) }
    } else if let epilogue = part.epilogue,
      let found = BoundarySearch.boundary(in: bytes, range: epilogue), found.hasHeader,
      found.position > part.body.lowerBound
    {
      let body = part.body
      parts[index].stray = epilogue.lowerBound..<max(epilogue.lowerBound, found.position)
      try scan(found.position..<epilogue.upperBound, of: index, boundary: found.token)
      parts[index].body = body
    }
  }

  private mutating func scan(_ range: Range<Int>, of index: Int, boundary: [UInt8])
    throws(Rejection)
  {
    let waiting = repairs.count
    parts[index].epilogue = nil
    stack = [Open(part: index, boundary: boundary)]
    try scanLines(from: range.lowerBound, to: range.upperBound)
    close(above: 0, at: range.upperBound)
    // What is behind the end this time is text: nothing is read a third time.
    let found = repairs[waiting...].filter { $0 != index }
    repairs.replaceSubrange(waiting..., with: found)
  }

  /// Makes a multipart that holds no parts the text that it is; a closing boundary ends it.
  private mutating func makeText(_ index: Int) {
    parts[index].kind = .leaf
    parts[index].type.mediaType = "text/plain"
    guard let epilogue = parts[index].epilogue, epilogue.lowerBound > parts[index].body.lowerBound
    else { return }
    var line = epilogue.lowerBound - 1
    while line > parts[index].body.lowerBound, bytes[line - 1] != 0x0A { line -= 1 }
    let start = parts[index].body.lowerBound
    parts[index].body = start..<max(start, lineEndBefore(line))
  }

  /// A mail whose header names no type at all, though its body starts as a multipart does: the
  /// fields were lost on the way.
  mutating func noteUndeclaredParts() {
    guard parts.count == 1, parts[0].kind == .leaf, !parts[0].header.contains(.contentType),
      let found = BoundarySearch.boundary(in: bytes, range: parts[0].body), found.hasHeader,
      found.isRepeated
    else { return }
    let before = bytes[parts[0].body.lowerBound..<found.position]
    guard before.count < 1_000, before.count(where: { $0 == 0x0A }) <= 4 else { return }
    parts[0].kind = .multipart
    parts[0].type.mediaType = "multipart/mixed"
    repairs.append(0)
  }
}
