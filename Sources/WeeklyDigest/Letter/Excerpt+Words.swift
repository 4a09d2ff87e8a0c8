import Complaints
import Privacy
import Text

extension Excerpt {
  /// The fingerprint of the bytes quoted; nil where the text does not have them.
  func fingerprint(in text: String) -> Fingerprint? {
    let bytes = Array(text.utf8)
    guard ranges.allSatisfy({ $0.upperBound <= bytes.count }) else { return nil }
    var hasher = Hasher128()
    for range in ranges { hasher.add(bytes[range]) }
    return hasher.fingerprint()
  }

  /// The words in one line, without what identifies a person as far as rules find it; `names` are
  /// those that the text's own labels give.
  ///
  /// What is identified is looked for in the words around as well: a name may be known by its cue.
  func words(in text: String, names: [String]) -> String {
    let bytes = Array(text.utf8)
    guard let first = ranges.first, let last = ranges.last, last.upperBound <= bytes.count else {
      return ""
    }
    var window = max(0, first.lowerBound - 400)..<min(bytes.count, last.upperBound + 400)
    while window.lowerBound > 0, bytes[window.lowerBound] & 0xC0 == 0x80 {
      window = (window.lowerBound - 1)..<window.upperBound
    }
    while window.upperBound < bytes.count, bytes[window.upperBound] & 0xC0 == 0x80 {
      window = window.lowerBound..<(window.upperBound + 1)
    }
    let found = Redactor(names: names).redactions(
      in: String(decoding: bytes[window], as: UTF8.self))
    var pieces: [UInt8] = []
    var previous = first.lowerBound
    for range in ranges {
      let between = bytes[previous..<max(previous, range.lowerBound)]
      if range != first {
        pieces += (between.allSatisfy { $0 <= 0x20 } ? " " : " … ").utf8
      }
      var position = range.lowerBound
      for redaction in found {
        let start = redaction.range.lowerBound + window.lowerBound
        let end = redaction.range.upperBound + window.lowerBound
        guard start < range.upperBound, end > position else { continue }
        pieces += bytes[position..<max(position, start)]
        pieces += "[\(redaction.kind.rawValue)]".utf8
        position = min(end, range.upperBound)
      }
      pieces += bytes[position..<range.upperBound]
      previous = range.upperBound
    }
    let line = Excerpt.line(String(decoding: pieces, as: UTF8.self))
    return (isCutBefore ? "… " : "") + line + (isCutAfter ? " …" : "")
  }

  /// One line: white space and controls become single spaces; marks that turn the direction of
  /// writing are left out, so that no quotation rearranges the words around it.
  private static func line(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: continue
      case 0...0x20, 0x7F...0xA0, 0x2028, 0x2029:
        if line.last != " ", !line.isEmpty { line.append(" ") }
      default: line.append(scalar)
      }
    }
    if line.last == " " { line.removeLast() }
    return String(line)
  }
}
