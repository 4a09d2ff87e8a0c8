import Classify
import Complaints
import Privacy

/// A sentence of a real text as an example inside a rule: without what identifies people, on one
/// line, and without brackets of its own.
struct ExampleSentence {
  /// The sentence.
  let text: String
  /// The sentence with [ ] around the evidence.
  let marked: String
  /// Whether something was taken out of the evidence: then it is no example of it.
  let isEvidenceRedacted: Bool

  /// Ranges are UTF-8 offsets into the text as it was before redaction.
  init(
    _ sentence: RuleProbe.Sentence, evidence: Range<Int>, of redacted: RedactedText,
    original: String
  ) {
    let source = Array(original.utf8)
    var end = sentence.range.upperBound
    while end < source.count, ".?!".utf8.contains(source[end]) { end += 1 }
    isEvidenceRedacted = redacted.redactions.contains { $0.range.overlaps(evidence) }
    let bytes = Array(redacted.text.utf8)
    let whole = redacted.range(of: sentence.range.lowerBound..<end)
    let inner = redacted.range(of: evidence).clamped(to: whole)
    let before = ExampleSentence.line(bytes[whole.lowerBound..<inner.lowerBound])
    let own = ExampleSentence.line(bytes[inner])
    let after = ExampleSentence.line(bytes[inner.upperBound..<whole.upperBound])
    text = before + own + after
    marked = before + "[" + own + "]" + after
  }

  /// Brackets become round ones, white space becomes single spaces.
  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    var line: [UInt8] = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "["): line.append(UInt8(ascii: "("))
      case UInt8(ascii: "]"): line.append(UInt8(ascii: ")"))
      case 0x00...0x20, 0x7F: if line.last != 0x20 { line.append(0x20) }
      default: line.append(byte)
      }
    }
    return String(decoding: line, as: UTF8.self)
  }
}
