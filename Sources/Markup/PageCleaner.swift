#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// Rewrites a page as plain tags and text before libxml2 reads it.
///
/// libxml2 2.9 does not split tags and text as HTML5 does and is quadratic on some pages. This pass
/// splits as HTML5 does (WHATWG HTML §13.2.5), drops comments, declarations, scripts and attributes
/// that nobody asks for, and decodes character references; libxml2 then builds the tree events.
/// Linear in the page.
struct PageCleaner {
  let source: UnsafeBufferPointer<UInt8>
  /// What libxml2 reads.
  var output: [UInt8] = []
  /// Ranges of the JSON-LD scripts in `source`.
  var structuredData: [Range<Int>] = []
  /// Services whose comments the page loads by script.
  var commentServices: [String] = []
  /// Remarks for people, by what was cut.
  var notes: [String] = []

  let tagNames = Tag.names
  let attributeNames = Attribute.names
  let references = CharacterReferences.shared
  /// Start tags that no end tag has answered yet, by hash of the name.
  var openCounts = [Int32](repeating: 0, count: 4_096)
  /// Where the end tag of an element was last found; beyond the page when none follows.
  var closingTags: [Tag: Int] = [:]
  /// Set when a quote never closes: from then on every tag ends at the next `>`.
  var isQuotingBroken = false
  var cutTagCount = 0
  var hasSeenBody = false
  private let lastGreater: Int
  private lazy var lastCommentEnd: Int = PageCleaner.lastCommentEnd(in: source)

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    lastGreater = source.lastIndex(of: UInt8(ascii: ">")) ?? -1
    output.reserveCapacity(source.count / 2 + 64)
  }

  /// Reads the whole page.
  mutating func clean() {
    var index = 0
    while index < source.count {
      let open = position(of: UInt8(ascii: "<"), from: index) ?? source.count
      appendText(index..<open)
      guard open < source.count else { break }
      index = appendMarkup(at: open)
    }
    if cutTagCount > 0 { notes.append("cut: \(cutTagCount) oversized HTML tags") }
  }

  /// The first place of a byte at or after `start` and before `end`.
  @inline(__always)
  func position(of byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
    let end = end ?? source.count
    guard start < end, let base = source.baseAddress,
      let found = memchr(base + start, CInt(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  /// The first `>` at or after `start`; O(1) when there is none.
  func tagEnd(from start: Int) -> Int? {
    start <= lastGreater ? position(of: UInt8(ascii: ">"), from: start) : nil
  }

  /// Appends bytes as they are.
  @inline(__always)
  mutating func append(_ range: Range<Int>) {
    output.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
  }

  /// Appends text between tags, its character references decoded.
  mutating func appendText(_ range: Range<Int>) {
    guard !range.isEmpty, let base = source.baseAddress else { return }
    var index = range.lowerBound
    while index < range.upperBound {
      guard let found = memchr(base + index, 0x26, range.upperBound - index) else {
        append(index..<range.upperBound)
        return
      }
      let sign = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
      append(index..<sign)
      if let (count, value) = references.reference(in: source, at: sign, end: range.upperBound) {
        for byte in value { appendLiteral(byte) }
        index = sign + count
      } else {
        appendLiteral(0x26)
        index = sign + 1
      }
    }
  }

  /// Appends a byte of text so that libxml2 reads it as text.
  mutating func appendLiteral(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
    default: output.append(byte)
    }
  }

  /// Deals with what starts with the `<` at `open`; gives the index after it.
  private mutating func appendMarkup(at open: Int) -> Int {
    guard open + 1 < source.count else {
      appendLiteral(source[open])
      return open + 1
    }
    switch source[open + 1] {
    case let byte where byte.isLetter: return appendStartTag(at: open)
    case UInt8(ascii: "/"): return appendEndTag(at: open)
    case UInt8(ascii: "!"):
      if open + 3 < source.count, source[open + 2] == 0x2D, source[open + 3] == 0x2D {
        return skipComment(at: open)
      }
      return skipDeclaration(at: open)
    case UInt8(ascii: "?"): return skipDeclaration(at: open)
    default:
      appendLiteral(source[open])
      return open + 1
    }
  }

  /// `<!-- … -->`, `<!-- … --!>`, `<!-->` and `<!--->`; one that never ends loses only its mark.
  private mutating func skipComment(at open: Int) -> Int {
    var index = open + 4
    if index < source.count, source[index] == UInt8(ascii: ">") { return index + 1 }
    if index + 1 < source.count, source[index] == 0x2D, source[index + 1] == UInt8(ascii: ">") {
      return index + 2
    }
    guard index <= lastCommentEnd else {
      if !notes.contains("unclosed HTML comment") { notes.append("unclosed HTML comment") }
      return index
    }
    while let end = tagEnd(from: index) {
      if end >= open + 6, source[end - 1] == 0x2D, source[end - 2] == 0x2D { return end + 1 }
      if end >= open + 7, source[end - 1] == UInt8(ascii: "!"), source[end - 2] == 0x2D,
        source[end - 3] == 0x2D
      {
        return end + 1
      }
      index = end + 1
    }
    return open + 4
  }

  private static func lastCommentEnd(in source: UnsafeBufferPointer<UInt8>) -> Int {
    var index = source.count - 1
    while index >= 2 {
      if source[index] == UInt8(ascii: ">") {
        if source[index - 1] == 0x2D, source[index - 2] == 0x2D { return index }
        if index >= 3, source[index - 1] == UInt8(ascii: "!"), source[index - 2] == 0x2D,
          source[index - 3] == 0x2D
        {
          return index
        }
      }
      index -= 1
    }
    return -1
  }

  /// `<!DOCTYPE …>`, `<![if …]>`, `<![CDATA[…]]>`, `<?…>`: a comment up to the next `>`, as in
  /// browsers.
  private mutating func skipDeclaration(at open: Int) -> Int {
    if let end = tagEnd(from: open + 2) { return end + 1 }
    if source.count - open < 1_024 { return source.count }
    appendLiteral(source[open])
    return open + 1
  }
}
