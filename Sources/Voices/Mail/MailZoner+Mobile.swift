import Complaints
import Text

extension MailZoner {
  /// "Sent from my iPhone" and its relatives: a line that stands alone and is no sentence.
  func isMobileFooter(_ index: Int) -> Bool {
    guard script.lines[index].zone == .body else { return false }
    let line = script.lines[index].words
    guard line.utf8.count <= 120, line.utf8.count >= 8 else { return false }
    let words = Substring(line.utf8.drop { "<[(*_- ".utf8.contains($0) })
    guard MailWords.mobileFooters.isStart(of: words) else {
      return MailWords.mobileEndings.isEnd(of: words)
        && words.utf8.count { $0 == 0x20 } <= 8 && isStandalone(index)
    }
    let wordCount = words.utf8.count { $0 == 0x20 } + 1
    guard wordCount <= 12, isStandalone(index) else { return false }
    let isBracketed = words.startIndex > line.startIndex
    if !isBracketed, !MailWords.sureFooters.isStart(of: words) {
      return wordCount <= 6 && !words.utf8.contains(where: \.isASCIIDigit)
        && !words.hasPrefix("sent by ") && !endsSentence(words) && isLastWord(index)
    }
    return wordCount <= 6 || !endsSentence(words) || MailWords.footerExcuses.occurs(in: words)
  }

  /// Whether nothing of the author's follows a line but other footers.
  private func isLastWord(_ index: Int) -> Bool {
    guard let next = firstWords(from: index + 1), script.lines[next].zone == .body else {
      return true
    }
    let words = Substring(script.lines[next].words.utf8.drop { "<[(*_- ".utf8.contains($0) })
    return MailWords.mobileFooters.isStart(of: words) || script.lines[next].words.hasPrefix("--")
  }

  /// Whether words end with a mark that phones do not set.
  func endsSentence(_ words: Substring) -> Bool {
    switch words.utf8.last {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"),
      UInt8(ascii: ","):
      true
    default: false
    }
  }
}
