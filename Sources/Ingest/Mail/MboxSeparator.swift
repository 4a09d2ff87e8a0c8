import Complaints
import Text

/// A line that may separate two messages of a mailbox, with how much speaks for it.
///
/// A wrong guess costs a message: "From now on …" opens sentences too. So evidence is added up: a
/// blank line before, a date at the end, a sender that only separators have, a header after it.
struct MboxSeparator {
  /// The date at the end of the line.
  var date: Timestamp?
  /// How much speaks for a separator; accepted from 3.
  var score: Int

  /// Whether the evidence is enough.
  var isAccepted: Bool { score >= 3 }

  /// Judges a line.
  ///
  /// - Parameters:
  ///   - line: the line's bytes without its end; starts with "From ".
  ///   - followsBlank: whether a blank line or the start of the file precedes it.
  ///   - bytes: where what follows the line stands.
  ///   - next: its range in them, as far as it is known.
  init(line: [UInt8], followsBlank: Bool, in bytes: [UInt8], next: Range<Int>) {
    let words = line.dropFirst(5).split(whereSeparator: \.isASCIIWhiteSpace)
    let nextFields = HeaderNames.fieldCount(bytes, near: next)
    score = followsBlank ? 1 : 0
    date = MboxSeparator.date(words, in: line)
    if date != nil { score += 2 }
    if nextFields > 0 { score += 1 }
    if nextFields == 0, let first = next.first, !bytes[first].isASCIIWhiteSpace { score -= 2 }
    guard let sender = words.first else {
      if nextFields < 2 { score = 0 }
      return
    }
    let isAlone = words.count == 1 || date != nil
    if isAlone, MboxSeparator.isTypicalSender(sender) {
      score += nextFields > 2 ? 2 : 1
    } else if isAlone, sender.contains(UInt8(ascii: "@")), date != nil || nextFields > 1 {
      score += 1
    }
    if line.count > 1_000 { score = 0 }
  }

  /// "-", "MAILER-DAEMON", "???@???", "1234@xxx": senders that no sentence has.
  private static func isTypicalSender(_ word: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: word, as: UTF8.self)
    if ["-", "MAILER-DAEMON", "???@???"].contains(text) { return true }
    return text.hasSuffix("@xxx") && text.utf8.dropLast(4).allSatisfy(\.isASCIIDigit)
  }

  /// The date that the last words form; the first word, or "user at host", is the sender.
  private static func date(_ words: [ArraySlice<UInt8>], in line: [UInt8]) -> Timestamp? {
    guard words.count >= 5, words.count <= 16 else { return nil }
    var words = words[...]
    if words.count > 7, words[words.endIndex - 3].elementsEqual("remote".utf8) {
      words = words.dropLast(3)
    }
    for start in [1, 3, 2, 4] where words.count > start + 3 {
      if start == 3, !words[words.startIndex + 1].elementsEqual("at".utf8) { continue }
      let rest = words[words.startIndex + start].startIndex..<words[words.endIndex - 1].endIndex
      if let date = MailDate.separatorTimestamp(line[rest]) { return date }
    }
    return nil
  }
}
