import Text

/// The boundary that a content uses, whatever was declared.
struct BoundarySearch {
  /// The line behind "--".
  var token: [UInt8]
  /// Where its first line starts.
  var position: Int
  /// Whether a part's header follows it.
  var hasHeader: Bool
  /// Whether it occurs again, or closes.
  var isRepeated: Bool

  /// How many different lines are kept in mind.
  private static let limit = 1_000

  /// The first "--token" line that a part's header follows; without one, the first that occurs
  /// twice or is closed by "--token--". Linear in the range.
  static func boundary(in bytes: [UInt8], range: Range<Int>) -> BoundarySearch? {
    var seen: [[UInt8]: Int] = [:]
    var repeated: BoundarySearch?
    var headed: BoundarySearch?
    var lines = ByteLines(bytes, in: range)
    while let line = lines.next() {
      guard let token = token(in: bytes, line.range) else { continue }
      if let known = headed {
        guard token == known.token || token == known.token + Array("--".utf8) else { continue }
        headed?.isRepeated = true
        break
      }
      let start = line.range.lowerBound
      let head = bytes[min(line.next, range.upperBound)..<range.upperBound].prefix(8)
      if head.lowercasedASCII.elementsEqual("content-".utf8) {
        headed = BoundarySearch(
          token: token, position: seen[token] ?? start, hasHeader: true,
          isRepeated: seen[token] != nil)
        if seen[token] != nil { break }
        continue
      }
      guard repeated == nil, !token.contains(where: \.isASCIIWhiteSpace) else { continue }
      let open = token.ends(with: "--") ? Array(token.dropLast(2)) : token
      if let first = seen[open] {
        repeated = BoundarySearch(token: open, position: first, hasHeader: false, isRepeated: true)
      } else if seen.count < limit {
        seen[token] = start
      }
    }
    return headed ?? repeated
  }

  /// What stands behind "--" on a line that may be a boundary.
  private static func token(in bytes: [UInt8], _ line: Range<Int>) -> [UInt8]? {
    guard line.count > 2, line.count < 256,
      bytes.starts(with: "--", at: line.lowerBound, before: line.upperBound)
    else { return nil }
    let token = Array(bytes[line.lowerBound + 2..<line.upperBound]).trimmed
    guard token.contains(where: { $0.isASCIILetter || $0.isASCIIDigit }),
      bytes[line.lowerBound + 2] > 0x20
    else { return nil }
    return token
  }
}

extension Array where Element == UInt8 {
  /// Whether the bytes end with those of a text.
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
