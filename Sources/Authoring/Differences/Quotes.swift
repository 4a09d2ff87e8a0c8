import Complaints
import Privacy

/// Cuts quotes out of a verbatim, redacted or as it is.
struct Quotes {
  private let bytes: [UInt8]
  private let redacted: RedactedText?
  private static let reach = 48

  init(_ verbatim: Verbatim, redactor: Redactor?) {
    redacted = redactor?.redaction(of: verbatim.text)
    bytes = Array((redacted?.text ?? verbatim.text).utf8)
  }

  /// The words at a range of the original's UTF-8 offsets.
  func quote(_ original: Range<Int>) -> VerdictChange.Quote {
    let range = redacted?.range(of: original) ?? original
    let start = boundary(max(0, range.lowerBound - Quotes.reach), range.lowerBound)
    let end = min(bytes.count, range.upperBound + Quotes.reach)
    var before = Quotes.line(bytes[start..<range.lowerBound])
    var after = Quotes.line(bytes[range.upperBound..<end])
    if start > 0 { before = "…" + before }
    if end < bytes.count {
      let words = after.split(separator: " ", omittingEmptySubsequences: false).dropLast()
      after = words.joined(separator: " ") + (words.isEmpty ? "…" : " …")
    }
    return VerdictChange.Quote(before: before, words: Quotes.line(bytes[range]), after: after)
  }

  /// The first place of a word from `start` on.
  private func boundary(_ start: Int, _ end: Int) -> Int {
    guard start > 0 else { return 0 }
    var at = start
    while at < end, bytes[at - 1] > 0x20 { at += 1 }
    return at
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    var line: [UInt8] = []
    for byte in bytes {
      if byte > 0x20 { line.append(byte) } else if line.last != 0x20 { line.append(0x20) }
    }
    return String(decoding: line, as: UTF8.self)
  }
}
