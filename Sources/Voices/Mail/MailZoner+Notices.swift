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
      script.lines[first + 1].isBlank, isSender(first)
    else { return }
    mark(first..<first + 1, as: .boilerplate)
  }

  private func isSender(_ index: Int) -> Bool {
    let words = script.folded.span.extracting(script.lines[index].words)
    return words.starts(with: "from: ") && words.contains(UInt8(ascii: "@"))
  }

  private func isNotice(_ index: Int) -> Bool {
    let line = script.lines[index]
    let words = script.folded.span.extracting(line.words)
    guard let last = words.last, last == UInt8(ascii: ":") || last == UInt8(ascii: "-"),
      line.zone == .body, line.depth == 0, words.count <= 160
    else { return false }
    if last == UInt8(ascii: "-") {
      return words.starts(with: "---") && words.ends(with: "---")
        && MailWords.noticeVerbs.occurs(in: words)
    }
    let hasParty = words.contains(UInt8(ascii: "<")) && words.contains(UInt8(ascii: "@"))
    let isUnderlined = index + 1 < script.lines.count && isRule(index + 1)
    guard hasParty || isUnderlined, !script.isOwnVoice(line.words) else { return false }
    return MailWords.noticeVerbs.occursAsWords(in: words)
  }
}
