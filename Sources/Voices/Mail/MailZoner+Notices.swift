import Complaints
import Text

extension MailZoner {
  /// Labels what a system says over a person's words: "Ana commented on AB-12:" over a rule, "---
  /// Comment #4 from Ana ---", or a lone sender at the top.
  mutating func markNotices(from start: Int) {
    for index in start..<max(start, script.lines.count) where isNotice(index) {
      mark(index..<index + 1, as: .boilerplate)
    }
    guard let first = firstWords(from: start), first + 1 < script.lines.count,
      script.lines[first + 1].isBlank, script.lines[first].words.hasPrefix("from: "),
      script.lines[first].words.utf8.contains(UInt8(ascii: "@"))
    else { return }
    mark(first..<first + 1, as: .boilerplate)
  }

  private func isNotice(_ index: Int) -> Bool {
    guard let end = script.lines[index].words.utf8.last,
      end == UInt8(ascii: ":") || end == UInt8(ascii: "-")
    else { return false }
    let line = script.lines[index]
    guard line.zone == .body, line.depth == 0, line.words.utf8.count <= 160,
      let last = line.words.utf8.last, last == UInt8(ascii: ":") || last == UInt8(ascii: "-")
    else { return false }
    if last == UInt8(ascii: "-") {
      return line.words.hasPrefix("---") && line.words.hasSuffix("---")
        && MailWords.noticeVerbs.occurs(in: line.words)
    }
    let hasParty =
      line.words.utf8.contains(UInt8(ascii: "<")) && line.words.utf8.contains(UInt8(ascii: "@"))
    let isUnderlined = index + 1 < script.lines.count && isRule(index + 1)
    guard hasParty || isUnderlined, !MailWords.isOwnVoice(line.words) else { return false }
    return MailWords.noticeVerbs.occursAsWords(in: line.words)
  }
}
