import Text

/// Rewrites XML as it is found in feeds and exports as well-formed XML before libxml2 reads it.
///
/// libxml2 loses words after control characters, a stray `&`, HTML's entities and HTML that was not
/// escaped. This pass drops what XML does not allow (XML 1.0 §2.2), decodes references, turns CDATA
/// sections into text, balances tags, and leaves out comments, instructions and declarations: no
/// document type and no entity ever reaches the parser. Linear in the bytes.
struct FeedScrubber {
  let source: [UInt8]
  /// What libxml2 reads.
  var output: [UInt8] = []
  /// The names of the elements that are open.
  var open: [[UInt8]] = []
  let references = CharacterReferences.shared
  /// Elements that stand deeper lose their tags and keep their words.
  static let depthLimit = 64
  /// Marks that open something without an end: from then on only the mark is left out.
  private var endless: Set<UInt8> = []

  init(_ source: [UInt8]) {
    self.source = source
  }

  /// The whole as one document, inside a root element whose start tag is given.
  mutating func scrubbed(root: [UInt8]) -> [UInt8] {
    output.reserveCapacity(source.count + source.count / 8 + root.count + 64)
    output.append(contentsOf: "<feed-document>".utf8)
    if !root.isEmpty {
      var head = FeedScrubber(root)
      head.scrub()
      output.append(contentsOf: head.output)
      open = head.open
    }
    scrub()
    closeElements(downTo: 0)
    output.append(contentsOf: "</feed-document>".utf8)
    return output
  }

  private mutating func scrub() {
    source.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let next = position(of: UInt8(ascii: "<"), in: index..<bytes.count) ?? bytes.count
        appendText(bytes, index..<next)
        guard next < bytes.count else { return }
        index = appendMarkup(bytes, at: next)
      }
    }
  }

  /// Where a byte stands first in a part of the source.
  func position(of byte: UInt8, in range: Range<Int>) -> Int? {
    source.firstIndex(of: byte, in: range)
  }

  /// Where a mark ends that stands first at or behind `start`; O(1) once there was none.
  private mutating func end(of mark: StaticString, from start: Int) -> Int? {
    let count = mark.utf8CodeUnitCount
    guard !endless.contains(mark.utf8Start[0]) else { return nil }
    let last = mark.utf8Start[count - 1]
    var index = start + count - 1
    while index < source.count, let found = position(of: last, in: index..<source.count) {
      if source.starts(with: mark, at: found + 1 - count, before: source.count) { return found + 1 }
      index = found + 1
    }
    endless.insert(mark.utf8Start[0])
    return nil
  }

  /// Deals with what starts with the `<` at `start`; gives the index behind it.
  private mutating func appendMarkup(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Int {
    if source.starts(with: "<![CDATA[", at: start, before: bytes.count) {
      let first = start + 9
      guard let end = end(of: "]]>", from: first) else { return first }
      appendCharacters(bytes, first..<end - 3)
      return end
    }
    if source.starts(with: "<!--", at: start, before: bytes.count) {
      return end(of: "-->", from: start + 4) ?? start + 4
    }
    if source.starts(with: "<!DOCTYPE", at: start, before: bytes.count) {
      return endOfDocumentType(from: start + 9)
    }
    if source.starts(with: "<?", at: start, before: bytes.count) {
      return end(of: "?>", from: start + 2) ?? appendLess(start)
    }
    if start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "!"), bytes[start + 2].isLetter {
      return end(of: ">", from: start + 2) ?? appendLess(start)
    }
    return appendTag(bytes, at: start) ?? appendLess(start)
  }

  private mutating func appendLess(_ start: Int) -> Int {
    output.append(contentsOf: "&lt;".utf8)
    return start + 1
  }

  /// The end of a document type, its internal subset included.
  private mutating func endOfDocumentType(from start: Int) -> Int {
    guard !endless.contains(UInt8(ascii: "[")) else { return start }
    var index = start
    var isInside = false
    var quote: UInt8?
    while index < source.count {
      let byte = source[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "["): isInside = true
        case UInt8(ascii: "]"): isInside = false
        case UInt8(ascii: ">") where !isInside: return index
        default: break
        }
      }
    }
    endless.insert(UInt8(ascii: "["))
    return start
  }

  /// Ends the elements above a depth.
  mutating func closeElements(downTo depth: Int) {
    while open.count > depth, let name = open.popLast() {
      output.append(contentsOf: "</".utf8)
      output.append(contentsOf: name)
      output.append(UInt8(ascii: ">"))
    }
  }
}
