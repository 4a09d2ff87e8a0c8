import Complaints
import Text

/// Cuts the end of what the author of a mail wrote into paragraphs.
enum EndingReader {
  /// No footer has more paragraphs.
  private static let paragraphLimit = 24
  /// No footer has more bytes of folded words.
  private static let byteLimit = 4_000

  /// The blocks at the end, from the last paragraph up: until a paragraph that cannot be a
  /// footer's, which is the last one. Quotes, signatures and notices between them do not count.
  ///
  /// A paragraph that speaks of its writer is no footer's. A mail that passes on another one has no
  /// blocks: its words are somebody else's.
  static func blocks(of mail: Verbatim) -> [MailEnding.Block] {
    let bytes = Array(mail.text.utf8)
    var blocks: [MailEnding.Block] = []
    var byteCount = 0
    for passage in mail.passages.reversed() {
      switch passage.kind {
      case .quoted, .signature, .disclaimer, .boilerplate, .heading: continue
      case .turn, .formField: return []
      case .body: if passage.speaker != nil { return [] }
      }
      var end = passage.range.upperBound
      while let paragraph = lastParagraph(bytes, passage.range.lowerBound..<end) {
        let words = foldedForIdentity(bytes[paragraph])
        blocks.append(
          MailEnding.Block(
            paragraph: paragraph,
            fingerprint: Fingerprint(fields: [words, blocks.last?.fingerprint.description ?? ""])))
        byteCount += words.utf8.count
        if byteCount > byteLimit || blocks.count > paragraphLimit || isOwnVoice(words) {
          return blocks
        }
        end = paragraph.lowerBound
      }
    }
    return blocks
  }

  private static func isOwnVoice(_ words: String) -> Bool {
    MailWords.firstPersons.occurs(in: " " + words + " ")
  }

  /// The last run of lines with words in a range, without white space around it; nil when there is
  /// none.
  private static func lastParagraph(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var paragraph: Range<Int>?
    var end = range.upperBound
    while end > range.lowerBound {
      var start = end
      while start > range.lowerBound, bytes[start - 1] != 0x0A { start -= 1 }
      if !foldedForIdentity(bytes[start..<end]).isEmpty {
        paragraph = start..<(paragraph?.upperBound ?? end)
      } else if paragraph != nil {
        break
      }
      end = max(range.lowerBound, start - 1)
    }
    guard var (first, last) = paragraph.map({ ($0.lowerBound, $0.upperBound) }) else { return nil }
    while first < last, bytes[first].isASCIIWhiteSpace { first += 1 }
    while last > first, bytes[last - 1].isASCIIWhiteSpace { last -= 1 }
    return first..<last
  }
}
