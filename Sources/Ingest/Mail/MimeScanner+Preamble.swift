import Text

/// What stands before the first boundary of a multipart.
extension MimeScanner {
  /// Keeps what stands before a multipart's first boundary; it is a part where a part's header
  /// starts it and only the boundary before it was lost.
  mutating func keepPreamble(of parent: Int, level: Int, before end: Int) throws(Rejection) {
    guard parts[parent].children.isEmpty, parts[parent].stray == nil else { return }
    let range = parts[parent].body.lowerBound..<max(parts[parent].body.lowerBound, end)
    guard let first = range.first(where: { !bytes[$0].isASCIIWhiteSpace }) else { return }
    let head = bytes[first..<min(first + 8, range.upperBound)].lowercasedASCII
    guard head.elementsEqual("content-".utf8) else {
      parts[parent].stray = range
      return
    }
    try open(
      at: first, before: end, parent: parent, depth: parts[parent].depth + 1,
      fallback: "text/plain")
    close(above: level + 1, at: end)
  }

  /// A multipart that also says it is text: what stands before its first boundary is that text,
  /// whose own boundary was lost (P25).
  mutating func openPreamble(of index: Int) {
    let header = parts[index].header
    let types = header.values(.contentType, in: bytes)
    guard types.count > 1,
      let text = types.map({ ContentType(fields: [$0]) }).first(where: { $0.type == "text" })
    else { return }
    let transfer = TransferEncoding(header.keyword(.contentTransferEncoding, in: bytes))
    parts.append(
      MimePart(
        kind: .leaf, header: header, type: text, transfer: transfer,
        body: header.bodyStart..<header.bodyStart, depth: parts[index].depth + 1))
    parts[index].children.append(parts.count - 1)
    stack.append(Open(part: parts.count - 1, boundary: nil))
  }
}
