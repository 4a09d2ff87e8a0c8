/// Text of others inside Markdown (CommonMark, GitHub's tables and links): it is read as it
/// stands, on one line, and is never a heading, a link, markup or HTML.
struct MarkdownText: CustomStringConvertible {
  /// The escaped text.
  let description: String

  /// White space is folded; control characters and those that change the direction are left out.
  init(_ text: String) {
    var words: [String] = []
    for piece in text.unicodeScalars.split(whereSeparator: \.isSpace) {
      let scalars = Array(piece.lazy.filter { !MarkdownText.isHidden($0) })
      guard !scalars.isEmpty else { continue }
      words.append(MarkdownText.escaped(scalars, isFirst: words.isEmpty))
    }
    description = words.joined(separator: " ")
  }

  private static func escaped(_ word: [Unicode.Scalar], isFirst: Bool) -> String {
    var result = ""
    for (index, scalar) in word.enumerated() {
      let isLast = index == word.count - 1
      let needsEscape =
        switch scalar {
        // Lists and the underlines of headings, at the beginning of a line.
        case "-", "+", "=": isFirst && index == 0
        // Bare addresses ("https://…", "www.…") become links, "1." and "1)" a list.
        case ":": !isLast
        case ".": !isLast || isFirst && isNumber(word[..<index])
        case ")": isFirst && isNumber(word[..<index])
        default: marks.contains(scalar)
        }
      if needsEscape { result += "\\" }
      result.unicodeScalars.append(scalar)
      // Addresses and names of accounts become links even where the sign is escaped.
      if scalar == "@" { result += "\u{2060}" }
    }
    return result
  }

  private static func isNumber(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.allSatisfy { ("0"..."9").contains($0) }
  }

  private static let marks = Set("\\`*_{}[]<>|~&#$!".unicodeScalars)

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }
}
